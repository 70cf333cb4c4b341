/**
 * One claimed request becomes one delivered answer.
 *
 * <p>What is stored before each visible act, and what is done when a process dies in between:
 *
 * <ol>
 *   <li>The turn of the request is made (once a request, however often it is run).
 *   <li>The answer grows in messages. Each message is stored with the request as soon as its send
 *       returns; a later attempt edits these messages instead of sending others. Between the send's
 *       arrival and the store lies one call: on Discord the nonce, the same at every attempt, makes
 *       a repeated send return the first message. Telegram has no such thing: a kill in that moment
 *       leaves the beginning of an answer behind, and the whole answer follows in a message of its
 *       own. It was chosen over the opposite, an answer that never comes.
 *   <li>The whole text is kept in the conversation, then the request is marked answered: limits are
 *       settled and the account is free. A later attempt finds the turn complete and only delivers.
 *   <li>The final text is shown, however long the platform makes us wait; then the request is
 *       finished.
 * </ol>
 *
 * <p>An attempt that dies before the text is whole asks the account again from the start.
 */
@NullMarked
package io.switchboard.answer;

import org.jspecify.annotations.NullMarked;
