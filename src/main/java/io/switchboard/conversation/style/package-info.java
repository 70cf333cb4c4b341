/** Who answers in a conversation, and who answered for how much. */
@NullMarked
package io.switchboard.conversation.style;

import org.jspecify.annotations.NullMarked;
