/**
 * A document in the Markdown that Discord understands, in which text that only looks like Markdown,
 * a mention or a command does nothing.
 *
 * <p>What Discord lacks degrades: tables to aligned text or a list, formulas to LaTeX source (in
 * the end, to text or a picture: {@code discord.formula}), quotes within quotes and lists to a bar,
 * folds to small print. The rules for what acts were taken from the behaviour of Discord's own
 * client; {@code ConformityTest} reads everything back by them.
 */
@NullMarked
package io.switchboard.discord.markdown;

import org.jspecify.annotations.NullMarked;
