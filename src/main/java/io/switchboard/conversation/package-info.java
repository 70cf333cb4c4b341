/** Turns, their tree, and what of it fits the context window. */
@NullMarked
package io.switchboard.conversation;

import org.jspecify.annotations.NullMarked;
