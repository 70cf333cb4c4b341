/**
 * Which conversations are still called by the first words of their first question, and may be given
 * a title that says what they are about.
 *
 * <ul>
 *   <li>Once a conversation, when it has a whole answer. A title that was given by hand, or came
 *       with an import, stays.
 *   <li>Whoever makes one takes the conversation first, for two minutes: after a crash it is due
 *       again, and two processes do not make the same. After three tries the first words stay.
 * </ul>
 */
@NullMarked
package io.switchboard.conversation.title;

import org.jspecify.annotations.NullMarked;
