/**
 * The pages behind links.
 *
 * <ul>
 *   <li>A link that is unknown, has ended or was revoked gives one and the same page. So does the
 *       page of a throttled network, apart from its status: whoever guesses learns nothing, and
 *       whoever has a good link reads on.
 *   <li>Browsers and proxies never keep a shared page, so that one that has ended is gone at once.
 *   <li>Diagrams are drawn in a frame of its own, without an origin: the library that draws them
 *       needs inline styles, and the page's policy allows none. Without scripts their source is
 *       there.
 *   <li>Pictures in answers are links: fetching one would tell a third party who reads.
 * </ul>
 */
@NullMarked
package io.switchboard.web.share;

import org.jspecify.annotations.NullMarked;
