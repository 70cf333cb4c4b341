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
 *       a repeated send return the first message, which is then brought up to date by an edit; as
 *       Discord forgets nonces, and follow-ups to a command have none, a repeated send is preceded
 *       by a look into the channel ({@code Recall.ByReading}). Telegram has no such thing. There it
 *       is stored before each send where the chat ends, as far as is known; when nobody knows what
 *       became of a send, the message is looked for between that place and where the chat ends now,
 *       by the buttons that only it can have, or without any by its first words if no other answer
 *       is known to be shown there, and only sent again if it is not there ({@code
 *       pacing.SendOnce}, {@code chat.message.Recall}). Numbers of which it is known whose they are
 *       cost no call; else a look costs two, and one for each number that nobody knows. What
 *       arrived while it was looked for is noticed by the number of the second, which is taken
 *       away. Messages begun with "…" and filled by edits were safe too, but on a platform that
 *       takes one call a second they kept the first text of a quick answer waiting for a second.
 *       What is not found (more than sixty numbers that nobody knows in between, a part without
 *       buttons that is shorter than six letters, a send that the server carries out when the
 *       second has arrived) is sent again: rather twice than never.
 *   <li>The whole text is kept in the conversation, then the request is marked answered: limits are
 *       settled and the account is free, while the text is shown already. A later attempt finds the
 *       turn complete and only delivers.
 *   <li>The final text is shown, however long the platform makes us wait; then the request is
 *       finished.
 * </ol>
 *
 * <p>An attempt that dies before the text is whole asks the account again from the start. A request
 * whose attempts all broke down is told in the chat ({@code Answering.gaveUp}).
 *
 * <p>Where the platform has drafts (Telegram's private chats), the first three seconds of text are
 * shown in one: drafts have a budget of their own, so the final text of a short answer does not
 * wait for the slot that a growing one has used. A draft can carry no Stop button; what takes
 * longer than that, or more than one message, therefore grows in real messages with the button, the
 * first of which takes the draft's place. In groups a message is begun with "…" and a Stop button
 * when there is no text for two seconds, since typing signs have no room there. Drafts for the
 * whole time with a Stop button in a message beside them were not chosen: people would see the
 * answer in two places.
 *
 * <p>The variants of an answer have a pager under them; a press is handled by the front desk, from
 * the database alone, so it works after restarts.
 */
@NullMarked
package io.switchboard.answer;

import org.jspecify.annotations.NullMarked;
