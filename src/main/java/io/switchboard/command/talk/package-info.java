/** Asking, and the conversations that are asked in. */
@NullMarked
package io.switchboard.command.talk;

import org.jspecify.annotations.NullMarked;
