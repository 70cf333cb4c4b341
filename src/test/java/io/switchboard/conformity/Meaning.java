package io.switchboard.conformity;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The letters that a person must be able to read, blanks and signs for structure left out. */
final class Meaning {
  private final StringBuilder letters = new StringBuilder();
  private final BiFunction<String, String, String> besideLink;
  private final UnaryOperator<String> formula;
  private final UnaryOperator<String> nameless;

  private Meaning(
      BiFunction<String, String, String> besideLink,
      UnaryOperator<String> formula,
      UnaryOperator<String> nameless) {
    this.nameless = nameless;
    this.besideLink = besideLink;
    this.formula = formula;
  }

  /**
   * Of a document.
   *
   * @param besideLink what a platform says beside a link that it cannot make, from its address and
   *     label
   * @param formula how a platform writes a formula's source
   * @param nameless what it shows of the address of a link that has no label
   */
  static String of(
      Document document,
      BiFunction<String, String, String> besideLink,
      UnaryOperator<String> formula,
      UnaryOperator<String> nameless) {
    Meaning meaning = new Meaning(besideLink, formula, nameless);
    meaning.blocks(document.blocks());
    return letters(meaning.letters.toString());
  }

  /** A text without blanks and without signs for structure. */
  static String letters(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cc}\\u200b•◦▪☑☐│─┼┃⎯―—|>…]+", "");
  }

  /** Whether there is a table, whose cells may come in another order. */
  static boolean hasTable(List<Block> blocks) {
    return blocks.stream()
        .anyMatch(
            block ->
                switch (block) {
                  case Block.Table table -> true;
                  case Block.Quote quote -> hasTable(quote.blocks());
                  case Block.Fold fold -> hasTable(fold.blocks());
                  case Block.Footnote note -> hasTable(note.blocks());
                  case Block.Listing list ->
                      list.items().stream().anyMatch(item -> hasTable(item.blocks()));
                  default -> false;
                });
  }

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(var text) -> running(text);
      case Block.Heading(int level, var text) -> running(text);
      case Block.Code(String language, String code) -> letters.append(code).append('\n');
      case Block.Formula(String latex) -> letters.append(formula.apply(latex));
      case Block.Quote(var inner) -> blocks(inner);
      case Block.Listing list -> {
        int number = list.start() == null ? 0 : list.start();
        for (Block.Item item : list.items()) {
          letters.append(list.start() == null ? "" : number++ + ".");
          blocks(item.blocks());
        }
      }
      case Block.Table table -> {
        table.head().forEach(this::running);
        table.rows().forEach(row -> row.forEach(this::running));
      }
      case Block.Rule rule -> {}
      case Block.Fold fold -> {
        running(fold.summary());
        blocks(fold.blocks());
      }
      case Block.Footnote(String label, var inner) -> {
        letters.append('[').append(label).append(']');
        blocks(inner);
      }
    }
  }

  private void running(List<Inline> text) {
    for (Inline piece : text) {
      switch (piece) {
        case Inline.Text(String t) -> letters.append(t);
        case Inline.Code(String code) -> letters.append(code);
        case Inline.Command command -> letters.append(command.line());
        case Inline.Channel channel -> letters.append(channel.anywhere());
        case Inline.Formula(String latex) -> letters.append(formula.apply(latex));
        case Inline.Emphasis(var inner) -> running(inner);
        case Inline.Strong(var inner) -> running(inner);
        case Inline.Strike(var inner) -> running(inner);
        case Inline.Link(String url, var inner) -> link(url, inner);
        case Inline.Image(String url, String description) ->
            link(url, List.of(new Inline.Text(description.isBlank() ? url : description)));
        case Inline.FootnoteMark(String label) -> letters.append('[').append(label).append(']');
        case Inline.Break b -> letters.append('\n');
        case Inline.SoftBreak b -> letters.append('\n');
        case Inline.Moment m -> letters.append(PlainText.of(List.of(m)));
      }
    }
  }

  private void link(String url, List<Inline> label) {
    int from = letters.length();
    if (label.isEmpty()) {
      letters.append(nameless.apply(url));
    } else {
      running(label);
    }
    letters.append(besideLink.apply(url, letters.substring(from)));
  }
}
