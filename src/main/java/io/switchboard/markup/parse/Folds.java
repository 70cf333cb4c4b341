package io.switchboard.markup.parse;

import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers the blocks of one parent. {@code <details>} and {@code <summary>} become folds (one that
 * is not closed yet takes all that follows); all other HTML becomes text that can be seen.
 */
final class Folds {
  private static final Pattern TAG =
      Pattern.compile("<(/?)(details|summary)(?:\\s[^<>]*)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE_BREAK =
      Pattern.compile("\\s*<br\\s*/?>\\s*", Pattern.CASE_INSENSITIVE);
  private static final int DEEPEST = 8;

  private static final class Open {
    List<Inline> summary = List.of();
    final List<Block> blocks = new ArrayList<>();
  }

  private final Tree tree;
  private final List<Block> blocks = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  Folds(Tree tree) {
    this.tree = tree;
  }

  void add(Block block) {
    Open innermost = open.peek();
    (innermost == null ? blocks : innermost.blocks).add(block);
  }

  List<Block> closed() {
    while (!open.isEmpty()) {
      close();
    }
    return List.copyOf(blocks);
  }

  private void close() {
    Open done = open.pop();
    List<Inline> summary = done.summary.isEmpty() ? List.of(new Inline.Text("…")) : done.summary;
    add(new Block.Fold(summary, List.copyOf(done.blocks)));
  }

  void html(String literal) {
    Matcher tag = TAG.matcher(literal);
    int seen = 0;
    while (tag.find()) {
      boolean closing = !tag.group(1).isEmpty();
      boolean details = tag.group(2).equalsIgnoreCase("details");
      boolean acts =
          details ? closing ? !open.isEmpty() : open.size() < DEEPEST : !closing && !open.isEmpty();
      if (!acts || !tree.readsHtml()) {
        continue;
      }
      text(literal.substring(seen, tag.start()));
      seen = tag.end();
      if (!details) {
        seen = summary(literal, tag);
      } else if (closing) {
        close();
      } else {
        open.push(new Open());
      }
    }
    text(literal.substring(seen));
  }

  /** Reads up to the summary's end; returns where that is. */
  private int summary(String literal, Matcher tag) {
    int from = tag.end();
    int to = literal.length();
    int after = to;
    while (tag.find()) {
      if (!tag.group(1).isEmpty() && tag.group(2).equalsIgnoreCase("summary")) {
        to = tag.start();
        after = tag.end();
        break;
      }
    }
    List<Block> read = tree.readWithin(literal.substring(from, to).strip());
    Open innermost = open.peek();
    if (innermost != null && !read.isEmpty()) {
      boolean plain =
          read.getFirst() instanceof Block.Paragraph || read.getFirst() instanceof Block.Heading;
      innermost.summary =
          switch (read.getFirst()) {
            case Block.Paragraph(List<Inline> text) -> text;
            case Block.Heading(int level, List<Inline> text) -> text;
            default -> List.of();
          };
      innermost.blocks.addAll(plain ? read.subList(1, read.size()) : read);
    }
    return after;
  }

  private void text(String html) {
    if (html.isBlank()) {
      return;
    }
    Matcher lineBreak = LINE_BREAK.matcher(html);
    int from = 0;
    while (lineBreak.region(from, html.length()).lookingAt()) {
      from = lineBreak.end();
    }
    if (tree.readsHtml() && (!open.isEmpty() || from > 0)) {
      tree.readWithin(html.substring(from)).forEach(this::add);
      return;
    }
    List<Inline> lines = new ArrayList<>();
    for (String line : html.strip().lines().toList()) {
      if (!lines.isEmpty()) {
        lines.add(new Inline.SoftBreak());
      }
      lines.add(new Inline.Text(line.strip()));
    }
    add(new Block.Paragraph(List.copyOf(lines)));
  }
}
