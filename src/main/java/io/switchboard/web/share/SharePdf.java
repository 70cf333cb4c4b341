package io.switchboard.web.share;

import io.switchboard.http.Response;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.pdf.Pdf;
import io.switchboard.picture.emoji.ColourEmoji;
import io.switchboard.share.SharedCopy;
import io.switchboard.web.PageFrame;
import io.switchboard.web.Pages;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A share as a PDF, or a page that says why there is none. */
final class SharePdf {
  private SharePdf() {}

  static Response of(SharedCopy copy, PageFrame frame) {
    return switch (Pdf.of(document(copy, frame), copy.title(), frame.locale(), SharePdf::emoji)) {
      case Pdf.Made.File file ->
          Response.bytes("application/pdf", file.bytes())
              .header("Content-Disposition", ShareFiles.attachment(copy.title(), "pdf"));
      case Pdf.Made.NoLetters ignored -> none(frame, "web.pdf.letters").status(501);
      case Pdf.Made.TooLong ignored -> none(frame, "web.pdf.long").status(501);
      case Pdf.Made.Busy ignored ->
          none(frame, "web.pdf.busy").status(503).header("Retry-After", "10");
    };
  }

  private static Optional<BufferedImage> emoji(String cluster) {
    return ColourEmoji.ofSystem().flatMap(all -> all.of(cluster));
  }

  private static Response none(PageFrame frame, String why) {
    return Pages.of(
        "missing", Map.of("frame", frame, "title", frame.say("web.pdf"), "text", frame.say(why)));
  }

  private static Document document(SharedCopy copy, PageFrame frame) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(heading(1, copy.title()));
    for (SharedCopy.SharedTurn turn : copy.turns()) {
      blocks.add(heading(2, frame.say("web.question")));
      blocks.addAll(asked(turn.question()));
      blocks.add(heading(2, frame.say("web.answer")));
      blocks.addAll(answered(turn.answer()));
      for (String variant : turn.variants()) {
        blocks.add(heading(2, frame.say("web.variant")));
        blocks.addAll(answered(variant));
      }
    }
    return new Document(blocks);
  }

  private static Block heading(int level, String text) {
    return new Block.Heading(level, List.of(new Inline.Text(text)));
  }

  private static List<Block> answered(String markdown) {
    return Markdown.parse(markdown).withoutReasoning().withHeadingsBelow(2).blocks();
  }

  /** As it was typed, with its lines. */
  private static List<Block> asked(String question) {
    List<Inline> lines = new ArrayList<>();
    for (String line : question.strip().lines().toList()) {
      if (!lines.isEmpty()) {
        lines.add(new Inline.Break());
      }
      lines.add(new Inline.Text(line));
    }
    return List.of(new Block.Quote(List.of(new Block.Paragraph(lines))));
  }
}
