package io.switchboard.markup.grammar;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * A single tilde between letters or digits is a range ("3~5 and 10~20") and strikes nothing out, as
 * an underscore within a word emphasises nothing.
 */
final class LoneTilde implements InlineContentParser {
  /** Makes one for each paragraph. */
  static final class Start implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('~');
    }

    @Override
    public InlineContentParser create() {
      return new LoneTilde();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int before = scanner.peekPreviousCodePoint();
    scanner.next();
    int after = scanner.peekCodePoint();
    return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)
        ? ParsedInline.of(new Text("~"), scanner.position())
        : ParsedInline.none();
  }
}
