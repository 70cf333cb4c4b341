/**
 * Pages that fill while an answer is written.
 *
 * <ul>
 *   <li>The page is whole at every moment: without scripts it shows what there is and is read again
 *       every few seconds; with them it grows by events.
 *   <li>What is sent is the same sanitised HTML as a shared page has. A reader who is behind gets
 *       the newest state, not each one in between.
 *   <li>When the answer is whole, the page becomes the share that was made of it.
 * </ul>
 */
@NullMarked
package io.switchboard.web.live;

import org.jspecify.annotations.NullMarked;
