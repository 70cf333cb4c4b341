package io.switchboard.markup.parse;

import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import io.switchboard.markup.grammar.FootnoteBlock;
import io.switchboard.markup.grammar.FormulaInline;
import io.switchboard.markup.grammar.Literal;
import io.switchboard.markup.grammar.NumberedCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns what the grammar found within a line into our pieces. */
final class Running {
  private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

  private final List<Inline> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final boolean withinLink;

  /** Whether the text gathered so far was written as such, so that links may be found in it. */
  private boolean plain = true;

  private Running(boolean withinLink) {
    this.withinLink = withinLink;
  }

  static List<Inline> of(Node parent) {
    return of(parent, false);
  }

  private static List<Inline> of(Node parent, boolean withinLink) {
    Running running = new Running(withinLink);
    for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      running.add(n, withinLink);
    }
    running.flush();
    return joined(running.pieces);
  }

  private void add(Node node, boolean inLink) {
    switch (node) {
      case Text t -> text(Literal.of(t.getLiteral()), true);
      case NumberedCharacter.Node c -> text(c.character(), false);
      case HtmlInline html -> html(html.getLiteral());
      case SoftLineBreak soft -> piece(new Inline.SoftBreak());
      case HardLineBreak hard -> piece(new Inline.Break());
      case Code code -> piece(new Inline.Code(Literal.of(code.getLiteral())));
      case FormulaInline.Node formula -> piece(new Inline.Formula(Literal.of(formula.latex())));
      case Emphasis e -> piece(new Inline.Emphasis(of(e, inLink)));
      case StrongEmphasis e -> piece(new Inline.Strong(of(e, inLink)));
      case Strikethrough s -> piece(new Inline.Strike(of(s, inLink)));
      case Link link ->
          piece(new Inline.Link(Literal.of(link.getDestination()), seen(of(link, true))));
      case Image image ->
          piece(new Inline.Image(Literal.of(image.getDestination()), words(of(image, true))));
      case FootnoteBlock.Mark mark -> piece(new Inline.FootnoteMark(Literal.of(mark.label())));
      default -> {
        for (Node n = node.getFirstChild(); n != null; n = n.getNext()) {
          add(n, inLink);
        }
      }
    }
  }

  /** A label that nobody sees would hide its address: it is none. */
  private static List<Inline> seen(List<Inline> label) {
    return PlainText.of(label).codePoints().allMatch(Running::isUnseen) ? List.of() : label;
  }

  private static boolean isUnseen(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL;
  }

  private void html(@Nullable String tag) {
    if (tag != null && LINE_BREAK.matcher(tag).matches()) {
      piece(new Inline.Break());
    } else if (tag != null) {
      text(Literal.of(tag), false);
    }
  }

  private void text(String more, boolean written) {
    if (written != plain) {
      flush();
      plain = written;
    }
    text.append(more);
  }

  private void piece(Inline piece) {
    flush();
    pieces.add(piece);
  }

  private void flush() {
    if (text.isEmpty()) {
      return;
    }
    if (plain && !withinLink) {
      BareLinks.add(text.toString(), pieces);
    } else {
      pieces.add(new Inline.Text(text.toString()));
    }
    text.setLength(0);
  }

  /** Neighbouring texts as one. */
  private static List<Inline> joined(List<Inline> pieces) {
    List<Inline> joined = new ArrayList<>(pieces.size());
    StringBuilder text = new StringBuilder();
    for (Inline piece : pieces) {
      if (piece instanceof Inline.Text(String more)) {
        text.append(more);
        continue;
      }
      end(text, joined);
      joined.add(piece);
    }
    end(text, joined);
    return List.copyOf(joined);
  }

  private static void end(StringBuilder text, List<Inline> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Inline.Text(text.toString()));
      text.setLength(0);
    }
  }

  /** An image's description has no form of its own. */
  private static String words(List<Inline> pieces) {
    StringBuilder words = new StringBuilder();
    for (Inline piece : pieces) {
      words.append(
          switch (piece) {
            case Inline.Text(String t) -> t;
            case Inline.Code(String c) -> c;
            case Inline.Command c -> c.line();
            case Inline.Channel c -> c.anywhere();
            case Inline.Formula(String latex) -> latex;
            case Inline.Emphasis(var inner) -> words(inner);
            case Inline.Strong(var inner) -> words(inner);
            case Inline.Strike(var inner) -> words(inner);
            case Inline.Link(String url, var inner) -> words(inner);
            case Inline.Image(String url, String description) -> description;
            case Inline.Break b -> " ";
            case Inline.SoftBreak b -> " ";
            case Inline.FootnoteMark m -> "";
            case Inline.Moment m -> "";
          });
    }
    return words.toString();
  }
}
