/**
 * The gallery: what everybody may see of the community's posts, by date or by how much they are
 * liked, and by words and tags.
 *
 * <ul>
 *   <li>What is shown is asked of the posts and shares themselves each time, so what is gone is
 *       gone, and what the staff has not allowed yet is not there. The index only says which of
 *       them have a word; nothing is read into it that may not be shown.
 *   <li>The index is an own table that H2 and PostgreSQL both look up by its key: words, of which
 *       people may type the beginning, and for scripts that put no spaces between words each two
 *       signs that stand together.
 *   <li>The index is brought up to date when somebody looks, at most every few seconds, and every
 *       hour. A post whose text has changed since is not found by words until then, so that nobody
 *       finds it by words it does not have any more.
 * </ul>
 */
@NullMarked
package io.switchboard.community.gallery;

import org.jspecify.annotations.NullMarked;
