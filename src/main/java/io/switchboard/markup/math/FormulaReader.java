package io.switchboard.markup.math;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a formula from its beginning to its end. */
final class FormulaReader {
  private static final int DEEPEST = 60;

  /** Where a row ends; whoever reads it knows which of them is right. */
  private static final Set<String> ROW_ENDS =
      Set.of(Tokens.END, "}", "&", "\\\\", "\\cr", "\\right", "\\middle", "\\end");

  /** Letters of other scripts are words. */
  private static final Set<Character.UnicodeScript> MATHEMATICAL =
      Set.of(
          Character.UnicodeScript.LATIN,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.COMMON);

  private static final Set<String> INFIX = Set.of("\\over", "\\choose", "\\atop");

  private final Tokens tokens;
  private final Commands commands;
  private Letters letters = Letters.ITALIC;
  private int depth;

  /** Something, and whether its scripts stand above and below it. */
  record Piece(String xml, boolean limits) {
    static Piece of(String xml) {
      return new Piece(xml, false);
    }
  }

  FormulaReader(Tokens tokens) {
    this.tokens = tokens;
    this.commands = new Commands(this, tokens);
  }

  /** All of it; lines of its own become a table. */
  String whole() {
    String first = row("");
    if (tokens.peek().equals(Tokens.END)) {
      return first;
    }
    if (!Set.of("&", "\\\\", "\\cr").contains(tokens.peek())) {
      throw new Unreadable(tokens.peek());
    }
    String lines = new Environment(this, tokens).lines(first);
    tokens.expect(Tokens.END);
    return lines;
  }

  /** Pieces until the row ends, or until that token; it is left to be read. */
  String row(String end) {
    if (++depth > DEEPEST) {
      throw new Unreadable("too deep");
    }
    StringBuilder xml = new StringBuilder();
    for (String next = tokens.peek();
        !ROW_ENDS.contains(next) && !next.equals(end);
        next = tokens.peek()) {
      if (INFIX.contains(next)) {
        tokens.next();
        String above = xml.toString();
        String below = row(end);
        xml.setLength(0);
        xml.append(Commands.infix(next, above, below));
      } else if (next.equals("\\displaystyle") || next.equals("\\textstyle")) {
        tokens.next();
        xml.append("<mstyle displaystyle=\"").append(next.startsWith("\\d")).append("\">");
        xml.append(row(end)).append("</mstyle>");
      } else {
        xml.append(scripted());
      }
    }
    depth--;
    return xml.toString();
  }

  private String scripted() {
    Piece base = Set.of("^", "_", "'").contains(tokens.peek()) ? Piece.of("<mrow></mrow>") : one();
    boolean limits = base.limits();
    StringBuilder primes = new StringBuilder();
    String above = null;
    String below = null;
    while (true) {
      if (tokens.take("'")) {
        primes.append("<mo>′</mo>");
      } else if (above == null && tokens.take("^")) {
        above = argument();
      } else if (below == null && tokens.take("_")) {
        below = argument();
      } else if (tokens.take("\\limits")) {
        limits = true;
      } else if (tokens.take("\\nolimits")) {
        limits = false;
      } else if (Set.of("^", "_").contains(tokens.peek())) {
        throw new Unreadable("two scripts");
      } else {
        break;
      }
    }
    if (!primes.isEmpty()) {
      above = Xml.row(primes + (above == null ? "" : above));
    }
    return scripts(base.xml(), below, above, limits);
  }

  private static String scripts(
      String base, @Nullable String below, @Nullable String above, boolean limits) {
    if (below != null && above != null) {
      String tag = limits ? "munderover" : "msubsup";
      return "<" + tag + ">" + base + below + above + "</" + tag + ">";
    } else if (below != null) {
      String tag = limits ? "munder" : "msub";
      return "<" + tag + ">" + base + below + "</" + tag + ">";
    } else if (above != null) {
      String tag = limits ? "mover" : "msup";
      return "<" + tag + ">" + base + above + "</" + tag + ">";
    }
    return base;
  }

  /** What a command takes: what stands in braces, or one piece. */
  String argument() {
    if (tokens.peek().equals("{")) {
      return one().xml();
    }
    String next = tokens.next();
    if (next.length() == 1 && Character.isDigit(next.charAt(0))) {
      return number(next);
    }
    return Xml.row(piece(next).xml());
  }

  /** An argument in another alphabet. */
  String argument(Letters alphabet) {
    Letters before = letters;
    letters = alphabet;
    String xml = argument();
    letters = before;
    return xml;
  }

  /** One piece without scripts; digits that belong together are one. */
  private Piece one() {
    String next = tokens.next();
    if (next.length() == 1 && Character.isDigit(next.charAt(0))) {
      StringBuilder number = new StringBuilder(next);
      while (tokens.peek().matches("[0-9.]")) {
        number.append(tokens.next());
      }
      return Piece.of(number(number.toString()));
    }
    return piece(next);
  }

  private Piece piece(String token) {
    if (token.equals("{")) {
      Letters before = letters;
      String inner = row("");
      letters = before;
      tokens.expect("}");
      return Piece.of(Xml.row(inner));
    } else if (ROW_ENDS.contains(token)) {
      throw new Unreadable("nothing before " + token);
    } else if (token.length() > 1 && token.startsWith("\\")) {
      return commands.piece(token.substring(1));
    }
    return Piece.of(character(token));
  }

  private String number(String digits) {
    return "<mn>" + letters.number(digits) + "</mn>";
  }

  /** A letter in the alphabet of this place. */
  String letter(String letter) {
    String written = Xml.escaped(letters.of(letter));
    boolean upright = letters == Letters.UPRIGHT && written.equals(letter);
    return (upright ? "<mi mathvariant=\"normal\">" : "<mi>") + written + "</mi>";
  }

  /** From here to the end of the group. */
  void turn(Letters alphabet) {
    letters = alphabet;
  }

  private String character(String c) {
    int point = c.codePointAt(0);
    if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
      throw new Unreadable("a sign that is not seen");
    } else if (Character.isLetter(point)) {
      return isMathematical(c) ? letter(c) : words(c);
    }
    return switch (c) {
      case "-" -> Xml.mo("−");
      case "*" -> Xml.mo("∗");
      case "~" -> Xml.blank("0.25");
      case "(", ")", "[", "]", "|", "/" -> Xml.small(c);
      case "$", "#" -> throw new Unreadable(c);
      default -> Xml.mo(c);
    };
  }

  private static boolean isMathematical(String letter) {
    return MATHEMATICAL.contains(Character.UnicodeScript.of(letter.codePointAt(0)));
  }

  private String words(String first) {
    StringBuilder words = new StringBuilder(first);
    for (String next = tokens.peek();
        !next.isEmpty() && Character.isLetter(next.codePointAt(0)) && !isMathematical(next);
        next = tokens.peek()) {
      words.append(tokens.next());
    }
    return Xml.words(words.toString());
  }
}
