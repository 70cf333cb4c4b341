package io.switchboard.markup.grammar;

import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * A formula within a line: {@code $…$}, {@code $$…$$}, {@code \(…\)} or {@code \[…\]}. Most dollar
 * signs are prices, and most escaped brackets are brackets; {@link FormulaSigns} tells them apart.
 */
public final class FormulaInline implements InlineContentParser {
  /** Longer than any formula within a line; bounds the search for an end that is not there. */
  private static final int LONGEST = 1_000;

  /** What the tree is told. */
  public static final class Node extends CustomNode {
    private final String latex;

    Node(String latex) {
      this.latex = latex;
    }

    /** What stands between the signs. */
    public String latex() {
      return latex;
    }
  }

  /** Makes one for each paragraph. */
  static final class Start implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$', '\\');
    }

    @Override
    public InlineContentParser create() {
      return new FormulaInline();
    }
  }

  /** Ends that were looked for in vain; there is none further on either. */
  private boolean noDollar;

  private boolean noDollars;
  private boolean noRound;
  private boolean noSquare;

  @Override
  public ParsedInline tryParse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int before = scanner.peekPreviousCodePoint();
    if (scanner.next('$')) {
      if (before == '$') {
        return ParsedInline.none();
      }
      return scanner.next('$') ? dollars(scanner) : dollar(scanner, before);
    }
    scanner.next();
    if (scanner.next('(')) {
      return brackets(scanner, ')');
    }
    return scanner.next('[') ? brackets(scanner, ']') : ParsedInline.none();
  }

  private ParsedInline dollar(Scanner scanner, int before) {
    char first = scanner.peek();
    if (noDollar || Character.isWhitespace(first) || first == '$') {
      return ParsedInline.none();
    }
    if (FormulaSigns.isWordCharacter(before) && first != '\\') {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    char last = 0;
    for (int i = 0; i < LONGEST; i++) {
      char c = scanner.peek();
      if (c == '`') {
        return ParsedInline.none();
      } else if (c == Scanner.END) {
        noDollar = true;
        return ParsedInline.none();
      } else if (c == '$') {
        // The first dollar sign decides: one behind a space would be a beginning.
        String latex = between(scanner, start);
        scanner.next();
        return !Character.isWhitespace(last) && FormulaSigns.isFormula(latex, scanner.peek())
            ? formula(scanner, latex)
            : ParsedInline.none();
      } else if (c == '\\') {
        scanner.next();
      }
      last = c;
      scanner.next();
    }
    return ParsedInline.none();
  }

  private ParsedInline dollars(Scanner scanner) {
    if (noDollars || scanner.peek() == '$') {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    while (scanner.find('$') >= 0) {
      String latex = between(scanner, start);
      scanner.next();
      if (scanner.next('$')) {
        return latex.isBlank() ? ParsedInline.none() : formula(scanner, latex);
      }
    }
    noDollars = true;
    return ParsedInline.none();
  }

  private ParsedInline brackets(Scanner scanner, char closing) {
    if (closing == ')' ? noRound : noSquare) {
      return ParsedInline.none();
    }
    Position start = scanner.position();
    while (scanner.find('\\') >= 0) {
      Position here = scanner.position();
      scanner.next();
      if (scanner.next(closing)) {
        Position end = scanner.position();
        scanner.setPosition(here);
        String latex = between(scanner, start);
        scanner.setPosition(end);
        return FormulaSigns.isFormulaInBrackets(latex, closing == ')')
            ? formula(scanner, latex)
            : ParsedInline.none();
      }
      if (scanner.next(closing == ')' ? '(' : '[')) {
        // Another beginning: this one was none. (It also bounds the search.)
        return ParsedInline.none();
      }
      scanner.next();
    }
    noRound |= closing == ')';
    noSquare |= closing == ']';
    return ParsedInline.none();
  }

  private static String between(Scanner scanner, Position start) {
    return scanner.getSource(start, scanner.position()).getContent();
  }

  private static ParsedInline formula(Scanner scanner, String latex) {
    return ParsedInline.of(new Node(latex.replace('\n', ' ').strip()), scanner.position());
  }
}
