/**
 * The channels in which the staff reads what they should know: an account that fails, a budget that
 * is nearly spent.
 *
 * <ul>
 *   <li>A trouble has a subject that stays the same while it lasts. It is said once, and once more
 *       when it is over, whichever process notices, and however often.
 *   <li>What is to be said is a row before it is said, and is deleted after; so that a crash may
 *       have it said twice, never not at all.
 *   <li>Without a channel it is only logged.
 * </ul>
 */
@NullMarked
package io.switchboard.staff;

import org.jspecify.annotations.NullMarked;
