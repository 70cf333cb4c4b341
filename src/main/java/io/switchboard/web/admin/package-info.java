/**
 * {@code /admin}: how a group is run from a browser.
 *
 * <ul>
 *   <li>Who may see what is decided in {@link io.switchboard.web.admin.Gatekeeper} alone, anew with
 *       every request and every two seconds of a live page. To whoever is signed in and may not,
 *       these pages do not exist, and that they tried is written down.
 *   <li>Nothing is done here by itself: a form names a command and its arguments, and the command
 *       does it, with its own rights, its own words and its own record.
 *   <li>A form is heard only from a page of ours in a signed-in browser: same-site cookie, what the
 *       browser says of where it comes from, and a proof that no other site knows.
 *   <li>A page is a list of parts, whole without scripts; the live ones are sent again when they
 *       changed ({@code web.admin.live}). What stands in them is in {@code web.admin.view}.
 *   <li>No question, answer or link's token is shown, but of what its author wants posted: that is
 *       shown as its card in the staff channel is. Titles of links are shown to admins as {@code
 *       /revoke} shows them.
 * </ul>
 */
@NullMarked
package io.switchboard.web.admin;

import org.jspecify.annotations.NullMarked;
