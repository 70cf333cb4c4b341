package io.switchboard.markup.math;

import io.switchboard.markup.math.FormulaReader.Piece;
import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind a backslash. */
final class Commands {
  private static final Map<String, String> SIZES =
      Map.of("big", "1.2", "Big", "1.8", "bigg", "2.4", "Bigg", "3");

  private static final Map<String, Letters> ALPHABETS =
      Map.ofEntries(
          Map.entry("mathrm", Letters.UPRIGHT),
          Map.entry("mathup", Letters.UPRIGHT),
          Map.entry("mathnormal", Letters.ITALIC),
          Map.entry("mathit", Letters.ITALIC),
          Map.entry("mathbf", Letters.BOLD),
          Map.entry("boldsymbol", Letters.BOLD),
          Map.entry("bm", Letters.BOLD),
          Map.entry("pmb", Letters.BOLD),
          Map.entry("mathbb", Letters.DOUBLE),
          Map.entry("Bbb", Letters.DOUBLE),
          Map.entry("mathcal", Letters.SCRIPT),
          Map.entry("mathscr", Letters.SCRIPT),
          Map.entry("mathfrak", Letters.FRAKTUR),
          Map.entry("mathsf", Letters.SANS),
          Map.entry("mathtt", Letters.MONO));

  private static final Map<String, Letters> TURNS =
      Map.of(
          "rm",
          Letters.UPRIGHT,
          "bf",
          Letters.BOLD,
          "it",
          Letters.ITALIC,
          "cal",
          Letters.SCRIPT,
          "sf",
          Letters.SANS,
          "tt",
          Letters.MONO);

  private final FormulaReader reader;
  private final Tokens tokens;

  Commands(FormulaReader reader, Tokens tokens) {
    this.reader = reader;
    this.tokens = tokens;
  }

  Piece piece(String name) {
    Piece sign = sign(name);
    return sign == null ? Piece.of(built(name)) : sign;
  }

  private @Nullable Piece sign(String name) {
    String found = Signs.LETTERS.get(name);
    if (found != null) {
      return Piece.of(
          Character.isLetter(found.codePointAt(0))
              ? reader.letter(found)
              : "<mi mathvariant=\"normal\">" + Xml.escaped(found) + "</mi>");
    } else if ((found = Signs.OPERATORS.get(name)) != null) {
      return Piece.of(found.equals("/") ? Xml.small(found) : Xml.mo(found));
    } else if ((found = Signs.FENCES.get(name)) != null) {
      return Piece.of(Xml.small(found));
    } else if ((found = Signs.LARGE.get(name)) != null) {
      return new Piece("<mo movablelimits=\"true\">" + found + "</mo>", true);
    } else if ((found = Signs.INTEGRALS.get(name)) != null) {
      return Piece.of(Xml.mo(found));
    } else if ((found = Signs.LIMITS.get(name)) != null) {
      return new Piece("<mo movablelimits=\"true\">" + found + "</mo>", true);
    } else if ((found = Signs.FUNCTIONS.get(name)) != null) {
      return Piece.of("<mi>" + found + "</mi>");
    } else if ((found = Signs.BLANKS.get(name)) != null) {
      return Piece.of(Xml.blank(found));
    }
    return found(name);
  }

  /** Something over or under something, which may have a script that belongs to it. */
  private @Nullable Piece found(String name) {
    String above = Signs.ABOVE.get(name);
    if (above != null) {
      boolean stretches = name.startsWith("wide") || name.startsWith("over");
      String mark = stretches ? Xml.mo(above) : Xml.small(above);
      String xml = "<mover accent=\"true\">" + reader.argument() + mark + "</mover>";
      return new Piece(xml, name.startsWith("overb") || name.startsWith("overp"));
    }
    String below = Signs.BELOW.get(name);
    if (below != null) {
      String xml =
          "<munder accentunder=\"true\">" + reader.argument() + Xml.mo(below) + "</munder>";
      return new Piece(xml, name.startsWith("underb") || name.startsWith("underp"));
    }
    if (name.equals("operatorname*")) {
      return new Piece(operator(), true);
    }
    return null;
  }

  private String built(String name) {
    Letters alphabet = ALPHABETS.get(name);
    if (alphabet != null) {
      return reader.argument(alphabet);
    }
    Letters turn = TURNS.get(name);
    if (turn != null) {
      reader.turn(turn);
      return "";
    }
    return switch (name) {
      case "frac", "cfrac" -> fraction();
      case "dfrac" -> styled("true", fraction());
      case "tfrac" -> styled("false", fraction());
      case "binom", "tbinom", "dbinom" -> infix("\\choose", reader.argument(), reader.argument());
      case "sqrt" -> root();
      case "left" -> fenced();
      case "text", "textrm", "textnormal", "mbox", "hbox", "textup", "textit", "textsf", "texttt" ->
          Words.of(tokens.raw());
      case "textbf" -> "<mrow class=\"bold\">" + Words.of(tokens.raw()) + "</mrow>";
      case "operatorname" -> operator();
      case "overset", "stackrel" -> {
        String above = reader.argument();
        yield "<mover>" + reader.argument() + above + "</mover>";
      }
      case "underset" -> {
        String below = reader.argument();
        yield "<munder>" + reader.argument() + below + "</munder>";
      }
      case "xrightarrow" -> arrow("→");
      case "xleftarrow" -> arrow("←");
      case "xleftrightarrow" -> arrow("↔");
      case "xRightarrow" -> arrow("⇒");
      case "xrightleftharpoons" -> arrow("⇌");
      case "substack" -> {
        tokens.expect("{");
        String lines = new Environment(reader, tokens).lines(reader.row(""));
        tokens.expect("}");
        yield lines;
      }
      case "boxed", "fbox" -> "<mrow class=\"boxed\">" + reader.argument() + "</mrow>";
      case "cancel", "bcancel", "xcancel" ->
          "<mrow class=\"cancel\">" + reader.argument() + "</mrow>";
      case "color", "textcolor" -> {
        tokens.raw();
        yield name.equals("color") ? "" : reader.argument();
      }
      case "phantom", "hphantom", "vphantom" -> "<mphantom>" + reader.argument() + "</mphantom>";
      case "not" -> negated();
      case "bmod" -> "<mo lspace=\"0.22em\" rspace=\"0.22em\">mod</mo>";
      case "mod" -> Xml.blank("1") + "<mi>mod</mi>" + Xml.blank("0.3");
      case "pmod" ->
          Xml.blank("0.6")
              + "<mrow><mo stretchy=\"false\">(</mo><mi>mod</mi>"
              + Xml.blank("0.3")
              + reader.argument()
              + "<mo stretchy=\"false\">)</mo></mrow>";
      case "tag", "tag*" -> Xml.blank("2") + Xml.words("(" + tokens.raw() + ")");
      case "label", "hspace", "vspace", "mspace" -> {
        tokens.raw();
        yield "";
      }
      case "nonumber",
          "notag",
          "hline",
          "strut",
          "mathstrut",
          "!",
          "relax",
          "scriptstyle",
          "allowbreak" ->
          "";
      case " ", "\n", "\t" -> Xml.blank("0.25");
      case "mathop",
          "mathbin",
          "mathrel",
          "mathord",
          "mathopen",
          "mathclose",
          "mathpunct",
          "smash",
          "mathstrut*" ->
          reader.argument();
      case "begin" -> new Environment(reader, tokens).read();
      default -> sized(name);
    };
  }

  static String infix(String command, String above, String below) {
    if (command.equals("\\over")) {
      return "<mfrac>" + Xml.row(above) + Xml.row(below) + "</mfrac>";
    }
    String stacked = "<mfrac linethickness=\"0\">" + Xml.row(above) + Xml.row(below) + "</mfrac>";
    return command.equals("\\atop") ? stacked : Xml.row(Xml.fence("(") + stacked + Xml.fence(")"));
  }

  private String fraction() {
    return "<mfrac>" + reader.argument() + reader.argument() + "</mfrac>";
  }

  private static String styled(String display, String xml) {
    return "<mstyle displaystyle=\"" + display + "\">" + xml + "</mstyle>";
  }

  private String root() {
    if (!tokens.take("[")) {
      return "<msqrt>" + reader.argument() + "</msqrt>";
    }
    String degree = reader.row("]");
    tokens.expect("]");
    return "<mroot>" + reader.argument() + Xml.row(degree) + "</mroot>";
  }

  private String operator() {
    String word = tokens.raw().replaceAll("\\\\[,;: ]", "\u2009").replaceAll("\\\\mathrm|[{}]", "");
    if (word.contains("\\")) {
      throw new Unreadable("operatorname");
    }
    return "<mo lspace=\"0\" rspace=\"0.1667em\">" + Xml.escaped(word) + "</mo>";
  }

  private String fenced() {
    StringBuilder xml = new StringBuilder(Xml.fence(fence()));
    xml.append(reader.row(""));
    while (tokens.take("\\middle")) {
      xml.append(Xml.fence(fence())).append(reader.row(""));
    }
    tokens.expect("\\right");
    return Xml.row(xml + Xml.fence(fence()));
  }

  /** A sign that may stand at a side; empty for none. */
  private String fence() {
    String token = tokens.next();
    if (token.equals(".")) {
      return "";
    } else if (token.matches("[()\\[\\]|/<>]")) {
      return token.equals("<") ? "⟨" : token.equals(">") ? "⟩" : token;
    }
    String name = token.startsWith("\\") ? token.substring(1) : "?";
    String sign = Signs.FENCES.get(name);
    if (sign == null && name.endsWith("arrow")) {
      sign = Signs.OPERATORS.get(name);
    }
    if (sign == null) {
      throw new Unreadable("a side of " + token);
    }
    return sign;
  }

  private String sized(String name) {
    String size = SIZES.get(name.replaceFirst("(?<=g)[lrm]$", ""));
    if (size == null) {
      throw new Unreadable(name);
    }
    String sign = fence();
    return "<mo stretchy=\"true\" symmetric=\"true\" minsize=\""
        + size
        + "em\" maxsize=\""
        + size
        + "em\">"
        + Xml.escaped(sign)
        + "</mo>";
  }

  private String arrow(String sign) {
    String below = null;
    if (tokens.take("[")) {
      below = Xml.row(reader.row("]"));
      tokens.expect("]");
    }
    String above = reader.argument();
    String arrow = "<mo stretchy=\"true\" minsize=\"2em\">" + sign + "</mo>";
    return below == null
        ? "<mover>" + arrow + above + "</mover>"
        : "<munderover>" + arrow + below + above + "</munderover>";
  }

  private String negated() {
    String next = tokens.next();
    String sign =
        next.startsWith("\\")
            ? Signs.OPERATORS.get(next.substring(1))
            : next.length() == 1 ? next : null;
    if (sign == null || sign.length() > 1) {
      throw new Unreadable("not");
    }
    return Xml.mo(Normalizer.normalize(sign + "\u0338", Normalizer.Form.NFC));
  }
}
