package io.switchboard.fake.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the HTML of rich messages: only the documented tags in the documented places, and the
 * documented limits. What is visible is told as lines; what a stretch is, as entities named by
 * their tag.
 */
final class RichText {
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "u",
          "ins",
          "s",
          "strike",
          "del",
          "code",
          "mark",
          "sub",
          "sup",
          "tg-spoiler",
          "tg-reference",
          "tg-emoji",
          "tg-time",
          "tg-math");
  private static final Set<String> TEXT_BLOCKS =
      Set.of(
          "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "footer", "aside", "summary", "caption",
          "td", "th", "cite");
  private static final Set<String> CONTAINERS =
      Set.of("ul", "ol", "li", "blockquote", "details", "table", "tr");
  private static final Set<String> VOID = Set.of("hr", "br", "input");
  private static final Set<String> COUNTED =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "pre",
          "footer",
          "aside",
          "hr",
          "ul",
          "ol",
          "li",
          "blockquote",
          "details",
          "table",
          "tr",
          "tg-math-block");
  private static final Map<String, Set<String>> PARENTS =
      Map.of(
          "li", Set.of("ul", "ol"),
          "tr", Set.of("table"),
          "td", Set.of("tr"),
          "th", Set.of("tr"),
          "summary", Set.of("details"),
          "caption", Set.of("table"),
          "input", Set.of("li"),
          "cite", Set.of("blockquote", "aside"));

  private record Open(String tag, int start, String argument) {}

  private final TagReader in;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Entity> entities = new ArrayList<>();
  private final Deque<Integer> cells = new ArrayDeque<>();
  private final Deque<Integer> numbers = new ArrayDeque<>();
  private int blocks;

  private RichText(String html) {
    in = new TagReader(html, "rich");
  }

  static Formatted read(String html) {
    return new RichText(html).run();
  }

  private Formatted run() {
    while (!in.atEnd()) {
      if (in.atTag()) {
        tag();
      } else {
        text();
      }
    }
    if (!open.isEmpty()) {
      throw TagReader.cannotParse("Can't find end tag for \"" + open.peek().tag + "\"");
    }
    String text = out.toString().stripTrailing();
    if (text.isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    if (text.codePointCount(0, text.length()) > 32_768) {
      throw Refusal.badRequest("RICH_MESSAGE_TEXT_TOO_LONG");
    }
    if (blocks > 500) {
      throw Refusal.badRequest("RICH_MESSAGE_BLOCKS_TOO_MANY");
    }
    List<Entity> kept =
        entities.stream()
            .filter(e -> e.offset() < text.length())
            .map(
                e ->
                    new Entity(
                        e.type(),
                        e.offset(),
                        Math.min(e.length(), text.length() - e.offset()),
                        e.argument()))
            .toList();
    return new Formatted(text, kept);
  }

  private void text() {
    StringBuilder text = new StringBuilder();
    in.text(text);
    String parent = open.isEmpty() ? "" : open.peek().tag;
    boolean blank = text.toString().isBlank();
    if (Set.of("ul", "ol", "table", "tr").contains(parent)) {
      if (!blank) {
        throw TagReader.cannotParse("Text is not allowed in \"" + parent + "\"");
      }
      return;
    }
    if (blank && !inText()) {
      return;
    }
    boolean kept = open.stream().anyMatch(o -> o.tag.equals("pre"));
    out.append(kept ? text : text.toString().replaceAll("[ \\t\\r\\n]+", " "));
  }

  private boolean inText() {
    return open.stream().anyMatch(o -> TEXT_BLOCKS.contains(o.tag) || INLINE.contains(o.tag))
        || (!out.isEmpty() && out.charAt(out.length() - 1) != '\n');
  }

  private void tag() {
    TagReader.Tag tag = in.tag();
    String name = tag.name().toLowerCase(Locale.ROOT);
    if (tag.closing()) {
      close(name);
      return;
    }
    boolean formula = name.equals("tg-math") || name.equals("tg-math-block");
    if (!INLINE.contains(name)
        && !TEXT_BLOCKS.contains(name)
        && !CONTAINERS.contains(name)
        && !VOID.contains(name)
        && !formula) {
      throw TagReader.cannotParse("Unsupported start tag \"" + name + "\"");
    }
    check(name);
    if (COUNTED.contains(name)) {
      blocks++;
    }
    begin(name, tag);
    if (VOID.contains(name)) {
      return;
    }
    open.push(new Open(name, out.length(), tag.attributes().getOrDefault("href", "")));
    if (open.size() > 16) {
      throw Refusal.badRequest("RICH_MESSAGE_DEPTH_TOO_BIG");
    }
    if (formula) {
      out.append(in.until("</" + name));
    }
  }

  private void check(String name) {
    String parent = open.isEmpty() ? "" : open.peek().tag;
    Set<String> parents = PARENTS.get(name);
    if (parents != null && !parents.contains(parent)) {
      throw TagReader.cannotParse("Tag \"" + name + "\" can't be in \"" + parent + "\"");
    }
    boolean block = !INLINE.contains(name) && !name.equals("br") && parents == null;
    if (block) {
      for (Open o : open) {
        boolean pre = name.equals("code") && o.tag.equals("pre");
        if ((TEXT_BLOCKS.contains(o.tag) || INLINE.contains(o.tag)) && !pre) {
          throw TagReader.cannotParse("Block \"" + name + "\" can't be in \"" + o.tag + "\"");
        }
      }
      if (Set.of("ul", "ol", "table", "tr").contains(parent)) {
        throw TagReader.cannotParse("Tag \"" + name + "\" can't be in \"" + parent + "\"");
      }
    }
    if (open.stream().anyMatch(o -> o.tag.equals("pre")) && !name.equals("code")) {
      throw TagReader.cannotParse("Tag \"" + name + "\" can't be in \"pre\"");
    }
  }

  private void begin(String name, TagReader.Tag tag) {
    switch (name) {
      case "br" -> out.append('\n');
      case "hr" -> {
        newLine();
        out.append("―――\n");
      }
      case "input" -> out.append(tag.attributes().containsKey("checked") ? "☑ " : "☐ ");
      case "ul" -> numbers.push(Integer.MIN_VALUE);
      case "ol" -> numbers.push(Integer.parseInt(tag.attributes().getOrDefault("start", "1")));
      case "li" -> {
        newLine();
        out.append("  ".repeat(numbers.size() - 1));
        int number = numbers.pop();
        out.append(number == Integer.MIN_VALUE ? "• " : number + ". ");
        numbers.push(number == Integer.MIN_VALUE ? number : number + 1);
      }
      case "tr" -> {
        newLine();
        cells.push(0);
      }
      case "td", "th" -> {
        int cell = cells.pop() + 1;
        if (cell > 20) {
          throw Refusal.badRequest("RICH_MESSAGE_TABLE_COLUMNS_TOO_MANY");
        }
        cells.push(cell);
        out.append(cell > 1 ? " | " : "");
      }
      case "tg-time" -> {
        if (!tag.attributes().getOrDefault("unix", "").matches("\\d+")) {
          throw TagReader.cannotParse("Invalid Unix time specified in the tag \"tg-time\"");
        }
      }
      default -> {
        boolean first = !open.isEmpty() && open.peek().tag.equals("li");
        if (!INLINE.contains(name) && !(first && out.toString().matches("(?s).*(• |\\. |[☐☑] )"))) {
          newLine();
        }
      }
    }
  }

  private void newLine() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }

  private void close(String name) {
    if (open.isEmpty() || !open.peek().tag.equals(name)) {
      throw TagReader.cannotParse("Unexpected end tag \"" + name + "\"");
    }
    Open opened = open.pop();
    if (name.equals("ul") || name.equals("ol")) {
      numbers.pop();
    }
    if (name.equals("tr")) {
      cells.pop();
    }
    int length = out.length() - opened.start;
    if (length > 0) {
      entities.add(new Entity(name, opened.start, length, opened.argument));
    }
    if (!INLINE.contains(name) && !name.equals("td") && !name.equals("th")) {
      newLine();
    }
  }
}
