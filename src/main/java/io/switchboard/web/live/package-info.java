/**
 * Answers on pages while they are written.
 *
 * <ul>
 *   <li>The page is the share's own, under the link that it keeps. It is whole at every moment:
 *       without scripts it shows what there is and is read again every few seconds; with them it
 *       grows by events.
 *   <li>What is sent is the same sanitised HTML as on any shared page, and of that only what is
 *       new.
 *   <li>What there is of an answer is read from the database, so that any process can show what
 *       another writes; once for all who look, a few times a second.
 *   <li>Who is let in is asked when they come. When that changes, or the answer is whole, all are
 *       told to read the page again.
 * </ul>
 */
@NullMarked
package io.switchboard.web.live;

import org.jspecify.annotations.NullMarked;
