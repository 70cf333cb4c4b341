/** A message or a press becomes a sealed command, and goes to the right room. */
@NullMarked
package io.switchboard.command;

import org.jspecify.annotations.NullMarked;
