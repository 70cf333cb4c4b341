/**
 * Tables where a platform has none: columns under each other in a font of equal widths, or fields.
 */
@NullMarked
package io.switchboard.markup.table;

import org.jspecify.annotations.NullMarked;
