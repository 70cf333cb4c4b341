/**
 * What chats show of a link before anybody opens it: title, first lines and a picture, as Open
 * Graph, as oEmbed and as a PNG.
 *
 * <ul>
 *   <li>Only of shares that everybody with the link may read at once, and only while they may: each
 *       answer asks the database, as the page does, and what has ended answers as if it had never
 *       been.
 *   <li>A look from here is no view, and uses up nothing; nor is the page that a chat's crawler
 *       fetches.
 *   <li>The picture's address names the version of the share, so that chats fetch it anew when it
 *       was changed. It shows what is true now, whatever version its address names.
 * </ul>
 */
@NullMarked
package io.switchboard.web.share.preview;

import org.jspecify.annotations.NullMarked;
