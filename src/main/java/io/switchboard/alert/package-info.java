/**
 * What the staff should hear of before members do: a budget that is nearly spent, a queue that
 * grows too long, a platform that cannot be reached, a disk that is nearly full. (Accounts tell of
 * themselves.)
 *
 * <ul>
 *   <li>All is looked at every minute by every process; what one finds is said once by all
 *       together, and once more when it is over: see {@link io.switchboard.staff.Staff}.
 *   <li>What has been said is not over before it is clearly better than what was said about, so
 *       that nothing is said every minute.
 *   <li>Processes with different settings each tell of their own bounds: what one of them does not
 *       watch is ended when it starts, and is told anew at most once by whoever watches it.
 *   <li>What cannot be looked at now is looked at in a minute; it keeps nothing else from being
 *       looked at.
 * </ul>
 */
@NullMarked
package io.switchboard.alert;

import org.jspecify.annotations.NullMarked;
