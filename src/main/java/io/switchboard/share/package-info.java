/**
 * Links: frozen copies with an end. This package holds the words that others speak of them with;
 * the room is entered by {@link io.switchboard.share.door.Sharing}.
 *
 * <ul>
 *   <li>Two steps: a draft that only its owner can look at, by an address of its own that works for
 *       an hour; then the link, with another token. Nothing of a draft goes anywhere else.
 *   <li>The row is the truth. A page checks the time when it is read, so a late alarm never shows a
 *       dead link's page. Alarms are set after the commit; the sweep sets those that a crash lost.
 *   <li>Who may read what is decided in one place, {@code read}, and comes out as one sealed
 *       answer. Unknown, ended, revoked and forbidden give the same.
 *   <li>A link is ended in one transaction; whatever carries it is told afterwards, and each
 *       message is ticked off when it knows. Until all know, it is tried again, by alarm and by the
 *       sweep; telling a message twice must do no harm.
 *   <li>The text of an ended share is deleted after the time that the admin sets; drafts nobody
 *       published go after a day.
 *   <li>The database holds no readable token: see {@code link}.
 * </ul>
 *
 * <p>{@code make}: from what is selected to a link. {@code own}: what owners see and change. {@code
 * look}: what admins see of everybody's. {@code way}: which places get their answers as links.
 * {@code read}: what a link gives to whom. {@code end}: how it ends. {@code secrets}: what was
 * likely not meant for others. {@code expiry}: when a link ends, as people write it. {@code kept}:
 * the rows.
 */
@NullMarked
package io.switchboard.share;

import org.jspecify.annotations.NullMarked;
