package io.switchboard.telegram.render;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Documents of every kind, nested at will, with nasty texts. */
final class AnyDocument {
  private static final List<String> TEXTS =
      List.of(
          "plain",
          " ",
          "a < b",
          "x & y &amp; z",
          "</b>",
          "<b>",
          "@alice",
          "mail a@b.c",
          "\u0000\u0007",
          "😀👨‍👩‍👧",
          "中文字符",
          "한국어",
          "\"quoted\"",
          "line\nline",
          "&#60;",
          "\\frac{a}{b} < c & d",
          "```",
          "http://localhost:1/x",
          "\t tab");

  private final Random random;

  AnyDocument(long seed) {
    random = new Random(seed);
  }

  Document next() {
    return new Document(blocks(0));
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      all.add(one.get());
    }
    return all;
  }

  private List<Block> blocks(int depth) {
    return some(depth > 3 ? 1 : 3, () -> block(depth));
  }

  private Block block(int depth) {
    return switch (random.nextInt(depth > 24 ? 4 : 11)) {
      case 0 -> new Block.Paragraph(inlines(0));
      case 1 -> new Block.Heading(1 + random.nextInt(6), inlines(0));
      case 2 -> new Block.Code(text(), text());
      case 3 -> new Block.Formula(text());
      case 4 -> new Block.Quote(blocks(depth + 1));
      case 5, 6 ->
          new Block.Listing(
              random.nextBoolean() ? null : random.nextInt(20),
              random.nextBoolean(),
              some(3, () -> item(depth + 1)));
      case 7 -> table();
      case 8 -> new Block.Rule();
      case 9 -> new Block.Fold(inlines(0), blocks(depth + 1), random.nextBoolean());
      default -> new Block.Footnote(text(), blocks(depth + 1));
    };
  }

  private Block.Item item(int depth) {
    Boolean checked = random.nextInt(3) == 0 ? random.nextBoolean() : null;
    return new Block.Item(checked, blocks(depth));
  }

  private Block table() {
    int columns = 1 + random.nextInt(25);
    List<Block.Align> align = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      align.add(Block.Align.values()[random.nextInt(4)]);
    }
    return new Block.Table(align, row(columns), some(4, () -> row(columns)));
  }

  private List<List<Inline>> row(int columns) {
    List<List<Inline>> row = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      row.add(inlines(4));
    }
    return row;
  }

  private List<Inline> inlines(int depth) {
    return some(4, () -> inline(depth));
  }

  private Inline inline(int depth) {
    return switch (random.nextInt(depth > 10 ? 6 : 12)) {
      case 0, 1 -> new Inline.Text(text());
      case 2 -> new Inline.Code(text());
      case 3 -> new Inline.Formula(text());
      case 4 -> new Inline.FootnoteMark("1");
      case 5 -> new Inline.Moment(Instant.EPOCH, Inline.Moment.Style.values()[random.nextInt(2)]);
      case 6 -> new Inline.Emphasis(inlines(depth + 1));
      case 7 -> new Inline.Strong(inlines(depth + 1));
      case 8 -> new Inline.Strike(inlines(depth + 1));
      case 9 -> new Inline.Link(url(), inlines(depth + 1));
      case 10 -> new Inline.Image(url(), text());
      default -> random.nextBoolean() ? new Inline.Break() : new Inline.SoftBreak();
    };
  }

  private String url() {
    return List.of(
            "https://example.com/a?b=\"c\"&d=<e>",
            "javascript:alert(1)",
            "http://127.0.0.1/",
            "mailto:a@b.c",
            "https://пример.рф/путь",
            "",
            "tg://user?id=1")
        .get(random.nextInt(7));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
