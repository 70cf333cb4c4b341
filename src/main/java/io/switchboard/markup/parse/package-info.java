/**
 * How Markdown becomes a tree: the grammar reads it, with our own eyes for reasoning, folds and
 * bare links. Used through {@link io.switchboard.markup.Markdown} only.
 *
 * <p>Binding: no input fails, nesting is bounded by the grammar (so that every renderer may
 * recurse), and time grows with the length of the text and no faster.
 */
@NullMarked
package io.switchboard.markup.parse;

import org.jspecify.annotations.NullMarked;
