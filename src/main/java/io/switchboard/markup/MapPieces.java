package io.switchboard.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Puts something in the place of formulas or commands; all else stays the same. */
final class MapPieces {
  private final BiFunction<String, Boolean, Optional<List<Inline>>> with;
  private final UnaryOperator<Inline.Command> commands;

  private MapPieces(
      BiFunction<String, Boolean, Optional<List<Inline>>> with,
      UnaryOperator<Inline.Command> commands) {
    this.with = with;
    this.commands = commands;
  }

  static Document in(Document document, BiFunction<String, Boolean, Optional<List<Inline>>> with) {
    return new Document(new MapPieces(with, UnaryOperator.identity()).blocks(document.blocks()));
  }

  static Document commands(Document document, UnaryOperator<Inline.Command> with) {
    return new Document(
        new MapPieces((latex, block) -> Optional.empty(), with).blocks(document.blocks()));
  }

  /** Whether there is any, but in what a model thought; asked often, of texts that grow. */
  static boolean anyIn(List<Block> blocks) {
    for (Block block : blocks) {
      boolean found =
          switch (block) {
            case Block.Formula _ -> true;
            case Block.Paragraph(List<Inline> text) -> anyOf(text);
            case Block.Heading(int level, List<Inline> text) -> anyOf(text);
            case Block.Quote(List<Block> inner) -> anyIn(inner);
            case Block.Listing list -> list.items().stream().anyMatch(i -> anyIn(i.blocks()));
            case Block.Table(var columns, var head, var rows) ->
                head.stream().anyMatch(MapPieces::anyOf)
                    || rows.stream().flatMap(List::stream).anyMatch(MapPieces::anyOf);
            case Block.Fold(var summary, var inner, boolean reasoning) ->
                !reasoning && (anyOf(summary) || anyIn(inner));
            case Block.Footnote(String label, List<Block> inner) -> anyIn(inner);
            case Block.Code _, Block.Rule _ -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyOf(List<Inline> text) {
    for (Inline inline : text) {
      boolean found =
          switch (inline) {
            case Inline.Formula _ -> true;
            case Inline.Emphasis(List<Inline> inner) -> anyOf(inner);
            case Inline.Strong(List<Inline> inner) -> anyOf(inner);
            case Inline.Strike(List<Inline> inner) -> anyOf(inner);
            case Inline.Link(String url, List<Inline> inner) -> anyOf(inner);
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private List<Block> blocks(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Formula(String latex) ->
          with.apply(latex, true).<Block>map(Block.Paragraph::new).orElse(block);
      case Block.Paragraph(List<Inline> text) -> new Block.Paragraph(inlines(text));
      case Block.Heading(int level, List<Inline> text) -> new Block.Heading(level, inlines(text));
      case Block.Quote(List<Block> inner) -> new Block.Quote(blocks(inner));
      case Block.Listing(Integer start, boolean tight, List<Block.Item> items) ->
          new Block.Listing(
              start,
              tight,
              items.stream().map(i -> new Block.Item(i.checked(), blocks(i.blocks()))).toList());
      case Block.Table(var columns, var head, var rows) ->
          new Block.Table(columns, cells(head), rows.stream().map(this::cells).toList());
      case Block.Fold(var summary, var inner, boolean reasoning) ->
          reasoning ? block : new Block.Fold(inlines(summary), blocks(inner), false);
      case Block.Footnote(String label, List<Block> inner) ->
          new Block.Footnote(label, blocks(inner));
      case Block.Code _, Block.Rule _ -> block;
    };
  }

  private List<List<Inline>> cells(List<List<Inline>> row) {
    return row.stream().map(this::inlines).toList();
  }

  private List<Inline> inlines(List<Inline> text) {
    List<Inline> all = new ArrayList<>();
    for (Inline inline : text) {
      switch (inline) {
        case Inline.Formula(String latex) ->
            all.addAll(with.apply(latex, false).orElseGet(() -> List.of(inline)));
        case Inline.Command command -> all.add(commands.apply(command));
        case Inline.Emphasis(List<Inline> inner) -> all.add(new Inline.Emphasis(inlines(inner)));
        case Inline.Strong(List<Inline> inner) -> all.add(new Inline.Strong(inlines(inner)));
        case Inline.Strike(List<Inline> inner) -> all.add(new Inline.Strike(inlines(inner)));
        case Inline.Link(String url, List<Inline> inner) ->
            all.add(new Inline.Link(url, inlines(inner)));
        default -> all.add(inline);
      }
    }
    return all;
  }
}
