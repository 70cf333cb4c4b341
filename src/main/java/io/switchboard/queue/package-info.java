/**
 * Admits, orders, claims and finishes requests; limits and the ledger of use.
 *
 * <p>What is stored before anybody sees anything:
 *
 * <ul>
 *   <li>Before "queued" is said: the request, its place in its lane and line, and what it takes
 *       from the limits, in one transaction. The event's key is unique, so a second delivery of the
 *       same event finds the first.
 *   <li>When a note that says where it stands has been sent: the note's id. A kill between the two
 *       leaves a note behind that nobody knows of; its button says that the request is over.
 *   <li>Before an answer begins: that this process runs it (RUNNING, holder, lease), that its
 *       member's line was charged, and which attempt it is.
 *   <li>After each message of the answer is sent: its id ({@link
 *       io.switchboard.queue.InChat#shownBy}), so that the next attempt edits it rather than
 *       sending another.
 *   <li>When the account has answered ({@link io.switchboard.queue.RequestQueue#answered}): limits
 *       and fairness are settled and the next may start, though the answer is still on its way to
 *       the chat.
 *   <li>When the answer is in the chat: the end. What is shown as finished but was not stored as
 *       finished is delivered again, into the same messages.
 * </ul>
 *
 * <p>What recovery does, at start and every second: requests whose process has not been heard of
 * for ten seconds are claimed again, at their old place if they were being answered, before all
 * others if only the delivery was left (on H2, where the file's lock shows that no other process
 * lives, all at once at start). Those that were put back until a time may be claimed when it has
 * come. A wish to stop outlives the process: the next attempt hears of it as soon as it listens.
 * What the database says that this process runs, though it does not (a commit whose outcome was not
 * known), is put back. Nothing else is repaired, because every move is one transaction.
 *
 * <p>The order is by service received, see {@link io.switchboard.queue.line.Moves}; limits are in
 * {@link io.switchboard.queue.limit}.
 */
@NullMarked
package io.switchboard.queue;

import org.jspecify.annotations.NullMarked;
