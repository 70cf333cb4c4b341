/**
 * Links: frozen copies with an end.
 *
 * <ul>
 *   <li>Two steps: a draft that only its owner can look at, by an address of its own that works for
 *       an hour; then the link, with another token. Nothing of a draft goes anywhere else.
 *   <li>The row is the truth. A page checks the time when it is read, so a late alarm never shows a
 *       dead link's page. Alarms are set after the commit; {@link
 *       io.switchboard.share.Sharing#sweep} sets those that a crash lost.
 *   <li>A link is ended in one transaction; whatever carries it is told afterwards, and each
 *       message is ticked off when it knows. Until all know, it is tried again, by alarm and by the
 *       sweep; telling a message twice must do no harm.
 *   <li>The text of an ended share is deleted after {@link
 *       io.switchboard.share.end.EndShares#GRACE}; drafts nobody published go after a day.
 *   <li>The database holds no readable token: see {@code link}. Unknown, ended and revoked give the
 *       same.
 * </ul>
 */
@NullMarked
package io.switchboard.share;

import org.jspecify.annotations.NullMarked;
