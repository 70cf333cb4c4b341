/** Who answers in a conversation: the model and the persona. */
@NullMarked
package io.switchboard.command.style;

import org.jspecify.annotations.NullMarked;
