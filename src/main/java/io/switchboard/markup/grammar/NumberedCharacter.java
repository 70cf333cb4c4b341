package io.switchboard.markup.grammar;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/**
 * A character written by its decimal number. Kept apart from the text around it, so that escaped
 * text does not become a bare link either.
 */
public final class NumberedCharacter implements InlineContentParser {
  /** What the tree is told. */
  public static final class Node extends CustomNode {
    private final String character;

    Node(String character) {
      this.character = character;
    }

    /** The character itself. */
    public String character() {
      return character;
    }
  }

  /** Makes one for each paragraph. */
  static final class Start implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('&');
    }

    @Override
    public InlineContentParser create() {
      return new NumberedCharacter();
    }
  }

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    if (!scanner.next("&#")) {
      return ParsedInline.none();
    }
    int number = 0;
    for (int digits = 0; digits < 7; digits++) {
      char c = scanner.peek();
      if (c < '0' || c > '9') {
        break;
      }
      number = number * 10 + (c - '0');
      scanner.next();
    }
    // Anything else, and numbers that are no character, are left to the ordinary rules.
    boolean valid = number > 0 && Character.isValidCodePoint(number) && !isSurrogate(number);
    return valid && scanner.next(';')
        ? ParsedInline.of(new Node(Character.toString(number)), scanner.position())
        : ParsedInline.none();
  }

  private static boolean isSurrogate(int number) {
    return number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
  }
}
