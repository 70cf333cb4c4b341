/**
 * What is found out about a configuration before or while it runs, and how it is said: one line a
 * finding, with what to do about it. Rooms that speak to the outer world look for themselves, each
 * in its package {@code check}; what they write must hold no secret.
 */
@NullMarked
package io.switchboard.check;

import org.jspecify.annotations.NullMarked;
