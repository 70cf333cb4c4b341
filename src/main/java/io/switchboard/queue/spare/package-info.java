/**
 * Room on the accounts that no request needs, for what nobody waits for and nobody is charged for.
 *
 * <ul>
 *   <li>It counts in the account's caps like any call, so that these are never exceeded.
 *   <li>It is had only while nothing is ready to run, and where an account answers several at once
 *       only if a slot is left beside it: so the next request starts at once.
 *   <li>As soon as a request cannot start for want of a slot, whoever has the room is told to leave
 *       it: at once if the request came in the same process, within a quarter of a second if not.
 *   <li>It takes no more than half of an account's minute.
 * </ul>
 */
@NullMarked
package io.switchboard.queue.spare;

import org.jspecify.annotations.NullMarked;
