/**
 * Which Markdown is read: commonmark-java with tables, struck out text and our own eyes for
 * formulas, footnotes, ranges and bold text in languages without spaces. Used through {@link
 * io.switchboard.markup.parse} only.
 */
@NullMarked
package io.switchboard.markup.grammar;

import org.jspecify.annotations.NullMarked;
