/**
 * Markdown, parsed once into a {@link io.switchboard.markup.Document}; everything that is shown is
 * rendered from that tree, and cut on it. Never a string into a string.
 *
 * <p>Binding:
 *
 * <ul>
 *   <li>Any text can be read ({@link io.switchboard.markup.Markdown}), and so can every beginning
 *       of it, which is what streaming brings ({@link io.switchboard.markup.GrowingMarkdown} reads
 *       on where it stopped). Nesting is bounded by the parser, so renderers may recurse. Time
 *       grows as the text does.
 *   <li>A text that still grows shows nothing that it would take back: half a fence, a table's head
 *       or a formula without its end waits, bold words that are open are bold.
 *   <li>HTML is text, but for {@code <br>}, {@code <details>} and {@code <think>}. A model's
 *       reasoning is a fold that says so, only directly in the document; whoever shares or
 *       remembers text takes {@link io.switchboard.markup.Document#withoutReasoning}.
 *   <li>Where it departs from the specifications on purpose: a lone tilde between letters is a
 *       tilde; bold works beside punctuation in Chinese, Japanese and Korean; a dollar sign is a
 *       formula's only where it cannot be a price's.
 *   <li>{@link io.switchboard.markup.Cut} makes as few parts as possible and then as good ones. It
 *       knows nothing of platforms: they tell how large a document becomes.
 *   <li>{@link io.switchboard.markup.Html} passes two walls; nothing in it acts, and no picture is
 *       fetched.
 *   <li>What people or models wrote is put into our sentences as a part of the tree ({@link
 *       io.switchboard.markup.fill.Filled}), never into their Markdown.
 * </ul>
 */
@NullMarked
package io.switchboard.markup;

import org.jspecify.annotations.NullMarked;
