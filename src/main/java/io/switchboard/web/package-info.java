/**
 * The pages.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Pages are made on the server from the templates in {@code src/main/jte} and are complete
 *       without scripts. Scripts and styles are files of their own; nothing is inline, nothing
 *       comes from elsewhere, and no cookie is set or read.
 *   <li>A link that is unknown, has ended or was revoked gives one and the same page. So does the
 *       page of a throttled network, apart from its status: whoever guesses learns nothing, and
 *       whoever has a good link reads on.
 *   <li>Shared pages are never stored by a cache, so that one that has ended is gone at once.
 *   <li>The page speaks the reader's language, as their browser names it.
 * </ul>
 */
@NullMarked
package io.switchboard.web;

import org.jspecify.annotations.NullMarked;
