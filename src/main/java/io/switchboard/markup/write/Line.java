package io.switchboard.markup.write;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes running text as Markdown, with all signs escaped that would act. */
final class Line {
  /** An address that can stand between angle brackets. */
  private static final Pattern BARE = Pattern.compile("https?://[\\w./-]*[\\w/]");

  /** An address that can stand between round brackets as it is. */
  private static final Pattern SIMPLE = Pattern.compile("[^\\s()<>\\\\\\p{Cntrl}]+");

  private final StringBuilder text = new StringBuilder();
  private final boolean oneLine;
  private final boolean inTable;
  private boolean withinLink;

  private Line(boolean oneLine, boolean inTable) {
    this.oneLine = oneLine;
    this.inTable = inTable;
  }

  static String of(List<Inline> pieces) {
    return write(pieces, false, false);
  }

  /** For headings and summaries, which end with the line. */
  static String ofOne(List<Inline> pieces) {
    String line = write(pieces, true, false);
    // Number signs at a heading's end would be taken for its end.
    return line.endsWith("#") ? line.substring(0, line.length() - 1) + "\\#" : line;
  }

  private static String write(List<Inline> pieces, boolean oneLine, boolean inTable) {
    Line line = new Line(oneLine, inTable);
    line.add(pieces, '*');
    return line.text.toString();
  }

  static List<String> table(Block.Table table) {
    List<String> lines = new ArrayList<>();
    lines.add(row(table.head()));
    StringBuilder columns = new StringBuilder("|");
    for (Block.Align align : table.columns()) {
      columns.append(
          switch (align) {
            case NONE -> " --- |";
            case LEFT -> " :-- |";
            case CENTER -> " :-: |";
            case RIGHT -> " --: |";
          });
    }
    lines.add(columns.toString());
    table.rows().forEach(row -> lines.add(row(row)));
    return lines;
  }

  private static String row(List<List<Inline>> cells) {
    StringBuilder row = new StringBuilder("|");
    for (List<Inline> cell : cells) {
      row.append(' ').append(write(cell, true, true)).append(" |");
    }
    return row.toString();
  }

  /** Longer than any run of backticks within. */
  static String fence(String code, int least) {
    return "`".repeat(Math.max(least, Source.longestRun(code, '`') + 1));
  }

  private void add(List<Inline> pieces, char sign) {
    for (int i = 0; i < pieces.size(); i++) {
      Inline next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
      switch (pieces.get(i)) {
        case Inline.Text(String t) -> {
          escape(t);
          if (next instanceof Inline.Link && !t.isEmpty() && t.charAt(t.length() - 1) == '!') {
            text.insert(text.length() - 1, '\\');
          }
        }
        case Inline.Code(String code) -> code(code);
        case Inline.Command command -> code(command.line());
        case Inline.Channel channel -> escape(channel.anywhere());
        case Inline.Emphasis(var inner) -> {
          // Stars work within words too; underscores keep it apart from bold around it.
          char own = sign == '_' || afterWord() || startsWord(next) ? '*' : '_';
          wrapped(String.valueOf(own), inner, own);
        }
        case Inline.Strong(var inner) -> wrapped("**", inner, '*');
        case Inline.Strike(var inner) -> wrapped("~~", inner, sign);
        case Inline.Link link -> link(link);
        case Inline.Image(String url, String description) -> {
          text.append("![");
          boolean before = withinLink;
          withinLink = true;
          escape(description);
          withinLink = before;
          text.append("](").append(address(url)).append(')');
        }
        case Inline.Formula(String latex) -> formula(latex, next);
        case Inline.Break b -> text.append(oneLine ? "<br>" : "\\\n");
        case Inline.SoftBreak b -> text.append(oneLine ? " " : "\n");
        case Inline.FootnoteMark(String label) -> text.append("[^").append(label).append(']');
        case Inline.Moment(var at, var style) -> text.append(at);
      }
    }
  }

  private boolean afterWord() {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
  }

  private static boolean startsWord(@Nullable Inline next) {
    // A formula beside a formula is no word, but its dollar signs would run together.
    return next instanceof Inline.Formula
        || (next instanceof Inline.Text(String t)
            && !t.isEmpty()
            && Character.isLetterOrDigit(t.charAt(0)));
  }

  private void wrapped(String sign, List<Inline> inner, char own) {
    text.append(sign);
    add(inner, own);
    text.append(sign);
  }

  private void code(String code) {
    String fence = fence(code, 1);
    String shown = code.replace('\n', ' ');
    if (inTable) {
      shown = shown.replace("|", "\\|");
    }
    boolean blank = shown.isBlank();
    boolean needsSpace =
        shown.startsWith("`")
            || shown.endsWith("`")
            || (shown.startsWith(" ") && shown.endsWith(" ") && !blank);
    String space = needsSpace ? " " : "";
    text.append(fence).append(space).append(shown).append(space).append(fence);
  }

  private void formula(String latex, @Nullable Inline next) {
    String one = inTable ? latex.replace("|", "\\|") : latex;
    if (fitsDollars(latex) && !afterWord() && !afterDollar() && !startsWord(next)) {
      text.append('$').append(one).append('$');
      return;
    }
    boolean dollars = one.contains("\\)") || one.contains("\\(") || needsDollars(latex);
    text.append(dollars ? "$$" : "\\(").append(one).append(dollars ? "$$" : "\\)");
  }

  /** Whether it is read as a formula between single dollar signs, wherever it stands. */
  private static boolean fitsDollars(String latex) {
    boolean price = latex.isEmpty() || Character.isDigit(latex.charAt(0));
    return !price
        && latex.length() < 900
        && latex.equals(latex.strip())
        && latex.chars().noneMatch(c -> c == '$' || c == '`')
        && !latex.endsWith("\\");
  }

  private boolean afterDollar() {
    return !text.isEmpty() && text.charAt(text.length() - 1) == '$';
  }

  /** What would be taken for words between escaped brackets. */
  private static boolean needsDollars(String latex) {
    return latex.chars().noneMatch(Character::isLetterOrDigit)
        || (latex.indexOf(' ') >= 0
            && latex.chars().noneMatch(c -> "\\^_=+{}<>*|".indexOf(c) >= 0));
  }

  private void link(Inline.Link link) {
    boolean bare =
        !withinLink
            && link.text().size() == 1
            && link.text().getFirst() instanceof Inline.Text(String t)
            && t.equals(link.url())
            && BARE.matcher(t).matches();
    if (bare && !afterWord()) {
      text.append('<').append(link.url()).append('>');
      return;
    }
    text.append('[');
    boolean before = withinLink;
    withinLink = true;
    add(link.text(), '*');
    withinLink = before;
    text.append("](").append(address(link.url())).append(')');
  }

  private static String address(String url) {
    String safe = url.replace("\\", "\\\\").replace("&", "&amp;").replace("\n", "%0A");
    boolean simple = SIMPLE.matcher(url).matches();
    return simple ? safe : "<" + safe.replace("<", "\\<").replace(">", "\\>") + ">";
  }

  private void escape(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '\\', '*', '_', '`', '~', '$', '<', '|', ']' -> text.append('\\').append(c);
        case '[' -> text.append(withinLink ? "&#91;" : "[");
        case '&' -> text.append(isEntity(words, i) ? "&amp;" : "&");
        case '\n' -> text.append("&#10;");
        case '#', '+', '-', '=', '>' -> text.append(atLineStart() ? "\\" : "").append(c);
        case '.', ')' -> text.append(afterNumber() ? "\\" : "").append(c);
        case ' ', '\t' -> {
          boolean edge = atLineStart() || (i == words.length() - 1 && words.isBlank());
          text.append(edge ? "&#" + (int) c + ";" : String.valueOf(c));
        }
        case '\u00a0' -> text.append("&nbsp;");
        default -> text.append(c);
      }
    }
  }

  private static boolean isEntity(String words, int at) {
    char next = at + 1 < words.length() ? words.charAt(at + 1) : 'x';
    return next == '#' || Character.isLetterOrDigit(next);
  }

  private boolean atLineStart() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  /** Whether the line so far is nothing but a number. */
  private boolean afterNumber() {
    int at = text.length();
    while (at > 0 && Character.isDigit(text.charAt(at - 1))) {
      at--;
    }
    return at < text.length() && (at == 0 || text.charAt(at - 1) == '\n');
  }
}
