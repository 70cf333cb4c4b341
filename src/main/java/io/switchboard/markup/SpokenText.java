package io.switchboard.markup;

import java.util.List;
import java.util.stream.Collectors;

/** A document as it is read aloud: without addresses and signs, and without what only eyes read. */
public final class SpokenText {
  private final LeftOut words;
  private final StringBuilder text = new StringBuilder();

  private SpokenText(LeftOut words) {
    this.words = words;
  }

  /** What is said in the place of something that cannot be read aloud; whole sentences. */
  public record LeftOut(String code, String table, String formula, String rest) {}

  /**
   * The text to be read.
   *
   * @param longest so many characters; of a longer one the first part, up to the end of a sentence
   *     where there is one, and that there is more; more than the words for that have
   */
  public static String of(Document document, LeftOut words, int longest) {
    SpokenText spoken = new SpokenText(words);
    spoken.blocks(document.withoutReasoning().blocks());
    String all = spoken.text.toString().strip();
    if (all.length() <= longest) {
      return all;
    }
    int room = longest - words.rest().length() - 2;
    Document first =
        Cut.into(Document.plain(all), part -> PlainText.of(part).length(), room).getFirst();
    return PlainText.of(first).strip() + "\n\n" + words.rest();
  }

  private void blocks(List<Block> blocks) {
    for (Block block : blocks) {
      block(block);
    }
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> running) -> say(running(running));
      case Block.Heading(int level, List<Inline> running) -> say(running(running));
      case Block.Code _ -> instead(words.code());
      case Block.Formula _ -> instead(words.formula());
      case Block.Table _ -> instead(words.table());
      case Block.Quote(List<Block> inner) -> blocks(inner);
      case Block.Listing listing -> listing.items().forEach(item -> blocks(item.blocks()));
      case Block.Fold fold -> {
        say(running(fold.summary()));
        blocks(fold.blocks());
      }
      case Block.Footnote(String label, List<Block> inner) -> blocks(inner);
      case Block.Rule() -> {
        // A pause is there anyway.
      }
    }
  }

  /** Once for several in a row. */
  private void instead(String sentence) {
    if (!text.toString().stripTrailing().endsWith(sentence)) {
      say(sentence);
    }
  }

  /** A line ends with a pause, which a voice makes at a sign. */
  private void say(String line) {
    String said = line.strip();
    if (said.isEmpty()) {
      return;
    }
    text.append(said);
    if (Character.isLetterOrDigit(said.codePointBefore(said.length()))) {
      text.append('.');
    }
    text.append("\n\n");
  }

  private String running(List<Inline> running) {
    return running.stream().map(this::piece).collect(Collectors.joining());
  }

  private String piece(Inline inline) {
    return switch (inline) {
      case Inline.Text(String said) -> said;
      case Inline.Code(String code) -> code;
      case Inline.Command command -> command.line();
      case Inline.Channel channel -> channel.anywhere();
      case Inline.Formula(String latex) -> latex.length() <= 2 ? latex : words.formula();
      case Inline.Emphasis(List<Inline> inner) -> running(inner);
      case Inline.Strong(List<Inline> inner) -> running(inner);
      case Inline.Strike(List<Inline> inner) -> running(inner);
      case Inline.Link(String url, List<Inline> inner) -> label(running(inner));
      case Inline.Image(String url, String description) -> description;
      case Inline.Break(), Inline.SoftBreak() -> "\n";
      case Inline.FootnoteMark(String label) -> "";
      case Inline.Moment moment -> PlainText.of(List.<Inline>of(moment));
    };
  }

  /** Of an address only its host is worth hearing. */
  private static String label(String shown) {
    return shown.replaceAll("https?://(?:www\\.)?([^/\\s]+)\\S*", "$1");
  }
}
