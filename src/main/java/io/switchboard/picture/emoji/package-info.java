/**
 * Emoji in colour, out of a font file that holds them as small pictures (Noto Color Emoji), which
 * Java itself draws as nothing. Where there is no such file there are none, and the caller does
 * without.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/cbdt">CBDT</a>
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/cblc">CBLC</a>
 */
@NullMarked
package io.switchboard.picture.emoji;

import org.jspecify.annotations.NullMarked;
