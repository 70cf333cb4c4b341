/**
 * Formulas as pictures, for chats that show no mathematics.
 *
 * <ul>
 *   <li>The MathML that pages show is laid out here; so pages and pictures understand the same
 *       LaTeX. What cannot be drawn is said, never left out: the caller shows the source.
 *   <li>Letters come from KaTeX's fonts (SIL Open Font Licence), which travel with the program, so
 *       that formulas look the same everywhere; words in other scripts from the system's.
 *   <li>Ink is outlines, on a white ground with a margin: it reads well in light and dark chats,
 *       and is drawn at twice the size of text for sharp screens.
 * </ul>
 */
@NullMarked
package io.switchboard.markup.drawn;

import org.jspecify.annotations.NullMarked;
