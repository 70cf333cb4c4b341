/**
 * Admits, orders, claims and finishes requests; limits and the ledger of use.
 *
 * <p>What is stored before anybody sees anything:
 *
 * <ul>
 *   <li>Before "queued" is said: the request, its place in its lane and line, and what it takes
 *       from the limits, in one transaction. The event's key is unique, so a second delivery of the
 *       same event finds the first.
 *   <li>Before an answer begins: that this process runs it (RUNNING, holder, lease), that its
 *       member's line was charged, and which attempt it is.
 *   <li>After each message of the answer is sent: its id ({@link
 *       io.switchboard.queue.RequestQueue#shownBy}), so that the next attempt edits it rather than
 *       sending another.
 *   <li>Before the next of the lane or line starts: the end, with limits settled. What is shown as
 *       finished but was not stored as finished is answered again into the same messages.
 * </ul>
 *
 * <p>What recovery does, at start and every second: requests whose process has not been heard of
 * for ten seconds become READY at their old place (on H2, where the file's lock shows that no other
 * process lives, all that ran do at start, at once); those that were put back until a time become
 * READY when it has come. A wish to stop outlives the process: the next attempt hears of it as soon
 * as it listens. Nothing else is repaired, because every move is one transaction.
 *
 * <p>The order is by service received, see {@link io.switchboard.queue.line.Moves}; limits are in
 * {@link io.switchboard.queue.limit}.
 */
@NullMarked
package io.switchboard.queue;

import org.jspecify.annotations.NullMarked;
