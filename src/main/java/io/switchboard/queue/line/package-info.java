/**
 * The rows of the queue and how they move. It knows numbers and states, not what is asked or by
 * whom: {@link io.switchboard.queue} is its door.
 *
 * <ul>
 *   <li>Only the oldest request of a lane is READY, CROWDED, LATER or RUNNING; the younger are
 *       BEHIND it. CROWDED: its place is full, see {@link io.switchboard.queue.place}.
 *   <li>Every move holds the row of {@link io.switchboard.queue.line.QueueClock}. That makes counts
 *       true over all processes, costs a few short statements a request, and stays far above the
 *       pace at which the platforms deliver.
 *   <li>Each member has a row in {@code line} that says how much service they had, and whether
 *       their oldest may start. The index on that row gives the next request in one probe, however
 *       many wait: requests themselves are never searched.
 * </ul>
 */
@NullMarked
package io.switchboard.queue.line;

import org.jspecify.annotations.NullMarked;
