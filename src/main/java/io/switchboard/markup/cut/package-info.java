/**
 * How a document is cut into parts. Used through {@link io.switchboard.markup.Cut} only.
 *
 * <p>Every character of the document has a place in one long row; a {@link
 * io.switchboard.markup.cut.Stretch} is a block (or list of blocks, item, row, cell) seen as a part
 * of this row, which can say where it may be cut and can be shortened at both ends without losing
 * what is around it. {@link io.switchboard.markup.cut.Fill} looks for the furthest cut that still
 * fits, from the best kind of border to the worst.
 */
@NullMarked
package io.switchboard.markup.cut;

import org.jspecify.annotations.NullMarked;
