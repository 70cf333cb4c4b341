/**
 * What admins did: written when it is done, by whoever did it for them, and never changed. Details
 * are for people to read; secrets do not belong in them.
 */
@NullMarked
package io.switchboard.audit;

import org.jspecify.annotations.NullMarked;
