package io.switchboard.markup.fill;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of ours as a table keeps it until it is said: plain text, in which commands and places
 * stand between signs of Unicode's private area. Texts without such signs read as they are.
 */
public final class KeptLine {
  private static final char COMMAND = '\uE100';
  private static final char CHANNEL = '\uE101';
  private static final char NEXT = '\uE102';
  private static final char END = '\uE103';
  private static final Pattern OURS = Pattern.compile("[\uE100-\uE103]");
  private static final Pattern PIECE = Pattern.compile("([\uE100\uE101])([^\uE103]*)\uE103");

  private KeptLine() {}

  /** As it is kept. Formats other than commands and places are lost. */
  public static String of(Document said) {
    List<String> parts = new ArrayList<>();
    for (Block block : said.blocks()) {
      parts.add(
          block instanceof Block.Paragraph(List<Inline> pieces)
              ? of(pieces)
              : plain(PlainText.of(new Document(List.of(block)))));
    }
    return String.join("\n\n", parts);
  }

  private static String of(List<Inline> pieces) {
    StringBuilder kept = new StringBuilder();
    for (Inline piece : pieces) {
      switch (piece) {
        case Inline.Command(String line, var named, var mention) ->
            kept.append(COMMAND).append(plain(line)).append(END);
        case Inline.Channel(String scope, String title, String platform) ->
            kept.append(CHANNEL)
                .append(String.join(String.valueOf(NEXT), plain(scope), plain(title), platform))
                .append(END);
        default -> kept.append(plain(PlainText.of(List.of(piece))));
      }
    }
    return kept.toString();
  }

  /** Nobody else's signs are taken for ours. */
  private static String plain(String text) {
    return OURS.matcher(text).replaceAll("");
  }

  /** What was kept. */
  public static Document read(String kept) {
    return new Document(List.of(new Block.Paragraph(pieces(kept))));
  }

  private static List<Inline> pieces(String text) {
    List<Inline> pieces = new ArrayList<>();
    Matcher ours = PIECE.matcher(text);
    int from = 0;
    while (ours.find()) {
      text(text.substring(from, ours.start()), pieces);
      String[] parts = ours.group(2).split(String.valueOf(NEXT), -1);
      if (ours.group(1).charAt(0) == COMMAND) {
        pieces.add(new Inline.Command(parts[0]));
      } else if (parts.length == 3) {
        pieces.add(new Inline.Channel(parts[0], parts[1], parts[2]));
      }
      from = ours.end();
    }
    text(text.substring(from), pieces);
    return pieces;
  }

  private static void text(String text, List<Inline> into) {
    String plain = plain(text);
    if (!plain.isEmpty()) {
      into.add(new Inline.Text(plain));
    }
  }
}
