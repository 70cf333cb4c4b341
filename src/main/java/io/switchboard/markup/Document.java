package io.switchboard.markup;

import java.util.List;

/** A text as a tree. Made by {@link Markdown#parse}, rendered by whoever shows it. */
public record Document(List<Block> blocks) {
  public Document {
    blocks = List.copyOf(blocks);
  }

  /** A single paragraph of plain text, in which nothing acts. */
  public static Document plain(String text) {
    return new Document(List.of(new Block.Paragraph(List.of(new Inline.Text(text)))));
  }

  /** This and then that. */
  public Document and(Document more) {
    return new Document(
        java.util.stream.Stream.concat(blocks.stream(), more.blocks.stream()).toList());
  }
}
