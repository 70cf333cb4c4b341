package io.switchboard.conversation.export;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import java.util.ArrayList;
import java.util.List;

/** The present path as it is printed. */
public final class PrintOut {
  private PrintOut() {}

  /** With a heading over each question and answer; questions as they were typed. */
  public static Document of(Whole whole, Labels labels) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(heading(1, whole.title()));
    for (Whole.Part part : whole.path()) {
      String at = part.said().at().toString();
      blocks.add(heading(2, labels.asked(part)));
      blocks.add(aside(at.substring(0, 10) + " " + at.substring(11, 16) + " UTC"));
      blocks.add(new Block.Quote(List.of(new Block.Paragraph(typed(part.said().question())))));
      if (!part.files().isEmpty()) {
        blocks.add(aside(labels.files() + " " + String.join(", ", part.files())));
      }
      blocks.add(heading(2, labels.answer()));
      blocks.addAll(
          Markdown.parse(part.said().answer()).withoutReasoning().withHeadingsBelow(2).blocks());
    }
    return new Document(blocks);
  }

  private static Block heading(int level, String text) {
    return new Block.Heading(level, List.of(new Inline.Text(text)));
  }

  private static Block aside(String text) {
    return new Block.Paragraph(List.of(new Inline.Emphasis(List.of(new Inline.Text(text)))));
  }

  private static List<Inline> typed(String text) {
    List<Inline> lines = new ArrayList<>();
    for (String line : text.strip().lines().toList()) {
      if (!lines.isEmpty()) {
        lines.add(new Inline.Break());
      }
      lines.add(new Inline.Text(line));
    }
    return lines;
  }
}
