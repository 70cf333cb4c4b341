/**
 * Pictures drawn from numbers and words, as PNG; knows nothing of chat. {@code card} is what chats
 * show of a link, {@code emoji} the little pictures in its text.
 *
 * <p>Decisions: drawn 1,080 pixels wide with large letters, since most people look at them on a
 * telephone; on a light ground, which reads well in dark chats too. Letters come from the system's
 * fonts, of which one for Chinese, Japanese and Korean must be installed for those languages. What
 * no font can show is never drawn as boxes: then there is no picture, the log says why, and the
 * caller's text stands alone.
 */
@NullMarked
package io.switchboard.picture;

import org.jspecify.annotations.NullMarked;
