package io.switchboard.markup;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The first words of a document, for titles and previews. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * The first line that says something, reasoning and code left out unless there is nothing else;
   * on one line, without formatting.
   *
   * @param most grapheme clusters, 1 or more; a longer line is cut between words if possible, with
   *     "…" as its last
   * @return empty if the document has no text
   */
  public static String firstLine(Document document, int most) {
    Document said = document.withoutReasoning();
    String line = first(said.blocks());
    if (line.isEmpty()) {
      line =
          PlainText.of(said)
              .lines()
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .findFirst()
              .orElse("");
    }
    return shortened(line, most);
  }

  /**
   * The beginning of the whole text on one line, reasoning and the marks of quotations left out.
   *
   * @param most grapheme clusters, 1 or more
   */
  public static String beginning(Document document, int most) {
    Document said = new Document(unquoted(document.withoutReasoning().blocks()));
    return shortened(PlainText.of(said), most);
  }

  private static List<Block> unquoted(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Block.Quote(List<Block> inner)
                    ? unquoted(inner).stream()
                    : Stream.of(block))
        .toList();
  }

  private static String first(List<Block> blocks) {
    for (Block block : blocks) {
      String line =
          switch (block) {
            case Block.Paragraph(List<Inline> text) -> firstOf(text);
            case Block.Heading(int level, List<Inline> text) -> firstOf(text);
            case Block.Quote(List<Block> inner) -> first(inner);
            case Block.Listing listing ->
                first(listing.items().stream().flatMap(i -> i.blocks().stream()).toList());
            case Block.Fold fold -> firstOf(fold.summary());
            default -> "";
          };
      if (!line.isEmpty()) {
        return line;
      }
    }
    return "";
  }

  private static String firstOf(List<Inline> text) {
    return PlainText.of(withoutAddresses(text))
        .lines()
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static List<Inline> withoutAddresses(List<Inline> text) {
    return text.stream()
        .map(
            piece ->
                switch (piece) {
                  case Inline.Link(String url, var shown) when !shown.isEmpty() ->
                      new Inline.Strong(shown);
                  case Inline.Image(String url, String description) when !description.isEmpty() ->
                      new Inline.Text(description);
                  case Inline.FootnoteMark mark -> new Inline.Text("");
                  default -> piece;
                })
        .toList();
  }

  private static String shortened(String text, int most) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(line);
    int end = clusters.next(most);
    if (end == BreakIterator.DONE || end >= line.length()) {
      return line;
    }
    int cut = clusters.previous();
    int space = line.lastIndexOf(' ', cut);
    // A word at the end is left whole, unless that would leave little.
    return line.substring(0, space > cut / 2 ? space : cut).stripTrailing() + "…";
  }
}
