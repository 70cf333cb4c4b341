package io.switchboard.conversation.export;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** The present path as one Markdown text. */
public final class WriteMarkdown {
  private WriteMarkdown() {}

  /** With a heading over each question and answer. */
  public static String of(Whole whole, Labels labels) {
    StringBuilder text = new StringBuilder();
    text.append(heading(1, whole.title())).append("\n\n");
    for (Whole.Part part : whole.path()) {
      text.append(heading(2, labels.asked(part))).append("\n\n");
      text.append("*").append(part.said().at().toString(), 0, 16).append("Z*\n\n");
      text.append(part.said().question().strip()).append("\n\n");
      if (!part.files().isEmpty()) {
        text.append(plain(labels.files() + " " + String.join(", ", part.files()))).append("\n\n");
      }
      text.append(heading(2, labels.answer())).append("\n\n");
      text.append(answer(part)).append("\n\n");
    }
    return text.toString().strip() + "\n";
  }

  /** Without what the model thought, and with every fence closed. */
  private static String answer(Whole.Part part) {
    return MarkdownText.of(Markdown.parse(part.said().answer()).withoutReasoning()).strip();
  }

  private static String heading(int level, String text) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(level, List.of(new Inline.Text(text))));
    return MarkdownText.of(new Document(blocks)).strip();
  }

  private static String plain(String text) {
    return MarkdownText.of(
            new Document(List.of(new Block.Paragraph(List.of(new Inline.Text(text))))))
        .strip();
  }
}
