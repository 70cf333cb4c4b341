/** The rows of conversations, turns, and the messages that show them. */
@NullMarked
package io.switchboard.conversation.kept;

import org.jspecify.annotations.NullMarked;
