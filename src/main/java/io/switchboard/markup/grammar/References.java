package io.switchboard.markup.grammar;

import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/**
 * Bounds what references to links bring in. A few signs can refer to an address of thousands, and a
 * text of nothing else would fill the memory; as cmark does, beyond the text's own length they stay
 * text.
 */
final class References implements LinkProcessor {
  private static final int ALWAYS = 100_000;

  private long left;

  /**
   * @param length of the text
   */
  References(int length) {
    left = Math.max(ALWAYS, length);
  }

  @Override
  public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
    if (link.destination() != null) {
      return LinkResult.none();
    }
    String text = link.text(scanner);
    String label = link.label();
    LinkReferenceDefinition definition =
        context.getDefinition(
            LinkReferenceDefinition.class, label == null || label.isEmpty() ? text : label);
    if (definition == null) {
      return LinkResult.none();
    }
    left -= definition.getDestination().length();
    return left >= 0
        ? LinkResult.none()
        : LinkResult.replaceWith(new Text("[" + text + "]"), link.afterTextBracket());
  }
}
