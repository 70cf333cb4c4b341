/**
 * Conversations as files, and back.
 *
 * <ul>
 *   <li>Markdown, HTML and PDF hold the present path, as people read it; JSON holds the whole tree.
 *   <li>JSON that is read may come from anybody: it is bounded and checked in every field, and
 *       nothing in it can name anything here. Files are told by name only, for a reference would
 *       open what is somebody else's.
 * </ul>
 */
@NullMarked
package io.switchboard.conversation.export;

import org.jspecify.annotations.NullMarked;
