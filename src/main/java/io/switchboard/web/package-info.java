/**
 * The pages.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Pages are made on the server from the templates in {@code src/main/jte} and are complete
 *       without scripts. Scripts and styles are files of their own; nothing is inline, nothing
 *       comes from elsewhere, and a page that everybody may see sets and reads no cookie.
 *   <li>The page speaks the reader's language, as their browser names it.
 *   <li>How the text of answers looks stands once, in {@code web/common}, for pages and sandbox.
 * </ul>
 *
 * <p>{@code web.share} is the pages behind links, {@code web.prose} the text on them, {@code
 * web.kept} the pages kept for the next reader, {@code web.live} answers on pages while they are
 * written, {@code web.gallery} what the community shows, {@code web.signin} how a browser is signed
 * in, {@code web.admin} how a group is run from one.
 */
@NullMarked
package io.switchboard.web;

import org.jspecify.annotations.NullMarked;
