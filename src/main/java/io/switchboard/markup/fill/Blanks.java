package io.switchboard.markup.fill;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the marks in a message of ours. A mark is one character from Unicode's private area: it
 * means nothing to Markdown, and our messages contain no other.
 */
record Blanks(List<List<Inline>> fillings, BinaryOperator<String> joint) {
  private static final char FIRST = '\uE000';
  private static final Pattern COMMAND = Pattern.compile("/[a-z]+( .+)?");

  static String mark(int number) {
    return String.valueOf((char) (FIRST + number));
  }

  Document fill(Document message) {
    return new Document(blocks(message.blocks()));
  }

  private List<Block> blocks(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Inline> text) -> new Block.Paragraph(inlines(text));
      case Block.Heading(int level, List<Inline> text) -> new Block.Heading(level, inlines(text));
      case Block.Quote(List<Block> quoted) -> new Block.Quote(blocks(quoted));
      case Block.Listing list ->
          new Block.Listing(
              list.start(),
              list.tight(),
              list.items().stream()
                  .map(item -> new Block.Item(item.checked(), blocks(item.blocks())))
                  .toList());
      default -> block;
    };
  }

  private List<Inline> inlines(List<Inline> text) {
    List<Inline> filled = new ArrayList<>();
    for (Inline inline : text) {
      switch (inline) {
        case Inline.Text(String plain) -> split(plain, filled);
        case Inline.Code(String code) -> filled.add(code(code));
        case Inline.Emphasis(List<Inline> inner) -> filled.add(new Inline.Emphasis(inlines(inner)));
        case Inline.Strong(List<Inline> inner) -> filled.add(new Inline.Strong(inlines(inner)));
        default -> filled.add(inline);
      }
    }
    return joined(filled);
  }

  private List<Inline> joined(List<Inline> pieces) {
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Inline.Text(String text)) {
        String before = PlainText.of(pieces.subList(i - 1, i));
        pieces.set(i, new Inline.Text(joint.apply(before, text)));
      }
    }
    return List.copyOf(pieces);
  }

  /** What stands there as code and begins with a slash is a command. */
  private Inline code(String code) {
    boolean whole = code.length() == 1 && isMark(code.charAt(0));
    if (whole && only(code.charAt(0)) instanceof Inline.Command command) {
      return command;
    }
    String filled = plain(code);
    return COMMAND.matcher(filled).matches() ? new Inline.Command(filled) : new Inline.Code(filled);
  }

  private void split(String text, List<Inline> into) {
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isMark(c)) {
        flush(run, into);
        into.addAll(fillings.get(c - FIRST));
      } else {
        run.append(c);
      }
    }
    flush(run, into);
  }

  private static void flush(StringBuilder run, List<Inline> into) {
    if (!run.isEmpty()) {
      into.add(new Inline.Text(run.toString()));
      run.setLength(0);
    }
  }

  private String plain(String text) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isMark(c) && only(c) instanceof Inline.Text(String plain)) {
        filled.append(plain);
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private @Nullable Inline only(char mark) {
    List<Inline> filling = fillings.get(mark - FIRST);
    return filling.size() == 1 ? filling.getFirst() : null;
  }

  private boolean isMark(char c) {
    return c >= FIRST && c < FIRST + fillings.size();
  }
}
