/**
 * Whether the address that people open leads to this Switchboard: it is asked there for a proof
 * that only a process with the same key can give.
 */
@NullMarked
package io.switchboard.http.check;

import org.jspecify.annotations.NullMarked;
