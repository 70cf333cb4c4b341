/**
 * That people can be forgotten: where everything of a member stands, and how it goes.
 *
 * <ul>
 *   <li>All tables that hold something of members are named here, in one place, though their rows
 *       belong to other rooms: what has to go completely must be seen completely. A test writes
 *       something of a member everywhere, forgets them, and reads every column of every table.
 *   <li>What stays: numbers of use without text and name; what counts in running windows and the
 *       limits that admins set, under a one-way mark ({@link io.switchboard.forget.StillCounts});
 *       what admins said to keep an account out, for good or at times: nobody gets around any of
 *       that this way; answers that others asked for in a conversation that they share.
 *   <li>First the rows, in one transaction, together with a list of our messages; then the
 *       messages: of a post its thread and title, too; what the platform does not let be deleted
 *       any more is emptied. A crash in between loses nothing: the sweep goes on with the list. It
 *       holds the messages' ids and no text.
 *   <li>Retention periods do the same to what nobody uses any more, by the hourly sweep.
 * </ul>
 */
@NullMarked
package io.switchboard.forget;

import org.jspecify.annotations.NullMarked;
