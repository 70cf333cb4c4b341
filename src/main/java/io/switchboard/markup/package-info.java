/**
 * Markdown, parsed once into a {@link io.switchboard.markup.Document}; everything that is shown is
 * rendered from that tree, and cut on it.
 */
@NullMarked
package io.switchboard.markup;

import org.jspecify.annotations.NullMarked;
