package io.switchboard.markup.write;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes blocks as Markdown. */
public final class Source {
  private Source() {}

  /** The whole document. */
  public static String of(Document document) {
    return String.join("\n", lines(document.blocks(), false));
  }

  private static List<String> lines(List<Block> blocks, boolean tight) {
    List<String> lines = new ArrayList<>();
    Block before = null;
    boolean otherMark = false;
    for (Block block : blocks) {
      if (before != null) {
        boolean close = tight && !needsGap(before, block);
        if (!close) {
          lines.add("");
        }
      }
      // Two lists after each other are told apart by their marks.
      boolean sameKind =
          before instanceof Block.Listing a
              && block instanceof Block.Listing b
              && (a.start() == null) == (b.start() == null);
      otherMark = sameKind && !otherMark;
      // Code by indentation would go on with what is above; a fence does not.
      lines.addAll(lines(block, otherMark));
      before = block;
    }
    return lines;
  }

  /** In a tight list only such blocks may follow without a blank line. */
  private static boolean needsGap(Block before, Block block) {
    if (before instanceof Block.Paragraph) {
      boolean interrupts =
          !(block instanceof Block.Paragraph)
              && !(block instanceof Block.Listing list
                  && list.start() != null
                  && list.start() != 1);
      return !interrupts || block instanceof Block.Table || block instanceof Block.Fold;
    }
    return before instanceof Block.Table
        || before instanceof Block.Quote
        || before instanceof Block.Fold
        || block instanceof Block.Table
        || block instanceof Block.Fold;
  }

  private static List<String> lines(Block block, boolean otherMark) {
    return switch (block) {
      case Block.Paragraph(List<Inline> text) -> Line.of(text).lines().toList();
      case Block.Heading(int level, List<Inline> text) ->
          List.of(("#".repeat(level) + " " + Line.ofOne(text)).strip());
      case Block.Code code -> code(code);
      case Block.Formula(String latex) -> formula(latex);
      case Block.Quote(List<Block> blocks) -> indented("> ", "> ", lines(blocks, false));
      case Block.Listing listing -> listing(listing, otherMark);
      case Block.Table table -> Line.table(table);
      case Block.Rule rule -> List.of("---");
      case Block.Fold fold -> fold(fold);
      case Block.Footnote(String label, List<Block> blocks) ->
          indented("[^" + label + "]: ", "    ", lines(blocks, false));
    };
  }

  private static List<String> code(Block.Code code) {
    String fence = Line.fence(code.code(), 3);
    // Information behind a fence of backticks may have none itself.
    if (code.language().indexOf('`') >= 0) {
      fence = "~".repeat(Math.max(3, longestRun(code.code(), '~') + 1));
    }
    List<String> lines = new ArrayList<>();
    lines.add(fence + code.language().replace("\\", "\\\\").replace("&", "&amp;"));
    if (!code.code().isEmpty()) {
      lines.addAll(List.of(code.code().split("\n", -1)));
    }
    lines.add(fence);
    return lines;
  }

  static int longestRun(String text, char sign) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == sign ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static List<String> formula(String latex) {
    boolean plain = !latex.contains("$$") && latex.lines().noneMatch(String::isBlank);
    String fence = plain ? "$$" : Line.fence(latex, 3);
    List<String> lines = new ArrayList<>();
    lines.add(plain ? "$$" : fence + "math");
    lines.addAll(latex.lines().toList());
    lines.add(fence);
    return lines;
  }

  private static List<String> fold(Block.Fold fold) {
    List<String> lines = new ArrayList<>();
    if (fold.reasoning()) {
      lines.add("<think>");
      lines.addAll(lines(fold.blocks(), false));
      lines.add("</think>");
    } else {
      lines.add("<details>");
      lines.add("<summary>" + Line.ofOne(fold.summary()) + "</summary>");
      lines.add("");
      lines.addAll(lines(fold.blocks(), false));
      lines.add("");
      lines.add("</details>");
    }
    return lines;
  }

  private static List<String> listing(Block.Listing listing, boolean otherMark) {
    List<String> lines = new ArrayList<>();
    Integer start = listing.start();
    int number = start == null ? 0 : start;
    for (int i = 0; i < listing.items().size(); i++) {
      if (i > 0 && !listing.tight()) {
        lines.add("");
      }
      Block.Item item = listing.items().get(i);
      String mark = mark(start, number + i, otherMark);
      List<String> inner = lines(item.blocks(), listing.tight());
      Boolean checked = item.checked();
      String task = checked == null ? "" : checked ? "[x] " : "[ ] ";
      if (!task.isEmpty() && !inner.isEmpty()) {
        inner.set(0, task + inner.getFirst());
      } else if (inner.isEmpty()) {
        inner = List.of(task.strip());
      }
      // Code that begins an item needs no special care, as it is always fenced.
      lines.addAll(indented(mark, " ".repeat(mark.length()), inner));
    }
    return lines;
  }

  private static String mark(@Nullable Integer start, int number, boolean other) {
    if (start == null) {
      return other ? "* " : "- ";
    }
    return number + (other ? ") " : ". ");
  }

  private static List<String> indented(String first, String next, List<String> lines) {
    List<String> indented = new ArrayList<>();
    boolean begun = false;
    for (String line : lines) {
      String indent = begun ? next : first;
      indented.add(line.isEmpty() ? indent.stripTrailing() : indent + line);
      begun = true;
    }
    return begun ? indented : List.of(first.stripTrailing());
  }
}
