/**
 * Signing in to the pages: {@code /login}, the session's cookie, and the protection of forms.
 *
 * <ul>
 *   <li>Looking at a page never signs anybody in by itself, except by a link that was made for this
 *       very browser. Whoever only fetches a link uses nothing up.
 *   <li>The cookies are {@code __Host-}, for HTTP only, same-site lax. Pages that are open to all
 *       neither set nor read one.
 *   <li>A form of somebody who is signed in carries a proof made from the session's secret, which
 *       no other site knows; the cookie alone does nothing.
 * </ul>
 */
@NullMarked
package io.switchboard.web.signin;

import org.jspecify.annotations.NullMarked;
