package io.switchboard.fake.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code parse_mode=HTML} as Telegram does: only the documented tags, no bare {@code <},
 * every tag closed in its order.
 */
final class HtmlText {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("b", "bold"),
          Map.entry("strong", "bold"),
          Map.entry("i", "italic"),
          Map.entry("em", "italic"),
          Map.entry("u", "underline"),
          Map.entry("ins", "underline"),
          Map.entry("s", "strikethrough"),
          Map.entry("strike", "strikethrough"),
          Map.entry("del", "strikethrough"),
          Map.entry("code", "code"),
          Map.entry("pre", "pre"),
          Map.entry("a", "text_link"),
          Map.entry("blockquote", "blockquote"),
          Map.entry("tg-spoiler", "spoiler"),
          Map.entry("span", "spoiler"),
          Map.entry("tg-emoji", "custom_emoji"),
          Map.entry("tg-time", "date_time"));

  private record Open(String tag, Map<String, String> attributes, int start, int at) {}

  /** Entities behind so many are ignored: their text is there without a format. */
  private static final int MOST = 100;

  private final TagReader in;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Entity> entities = new ArrayList<>();

  private HtmlText(String html) {
    in = new TagReader(html, "");
  }

  static Formatted read(String html) {
    return new HtmlText(html).run();
  }

  private Formatted run() {
    while (!in.atEnd()) {
      if (!in.atTag()) {
        in.text(out);
        continue;
      }
      int at = in.at();
      TagReader.Tag tag = in.tag();
      if (tag.closing()) {
        close(tag, at);
      } else {
        open(tag, at);
      }
    }
    if (!open.isEmpty()) {
      throw TagReader.cannotParse(
          "Can't find end tag corresponding to start tag \"" + open.peek().tag + "\"");
    }
    return trimmed();
  }

  private void open(TagReader.Tag tag, int at) {
    String name = tag.name().toLowerCase(Locale.ROOT);
    if (!TYPES.containsKey(name)) {
      throw TagReader.cannotParse("Unsupported start tag \"" + name + "\"" + in.byteOffset(at));
    }
    if (name.equals("span") && !"tg-spoiler".equals(tag.attributes().get("class"))) {
      throw TagReader.cannotParse(
          "Tag \"span\" must have class \"tg-spoiler\"" + in.byteOffset(at));
    }
    if (name.equals("tg-time") && !tag.attributes().getOrDefault("unix", "").matches("\\d+")) {
      throw TagReader.cannotParse("Invalid Unix time specified in the tag \"tg-time\"");
    }
    if (name.equals("blockquote") && open.stream().anyMatch(o -> o.tag.equals("blockquote"))) {
      throw TagReader.cannotParse("Blockquotes can't be nested" + in.byteOffset(at));
    }
    open.push(new Open(name, tag.attributes(), out.length(), at));
  }

  private void close(TagReader.Tag tag, int at) {
    if (open.isEmpty()) {
      throw TagReader.cannotParse("Unexpected end tag" + in.byteOffset(at));
    }
    Open opened = open.pop();
    if (!tag.name().isEmpty() && !tag.name().equalsIgnoreCase(opened.tag)) {
      throw TagReader.cannotParse(
          "Unmatched end tag%s, expected \"</%s>\", found \"</%s>\""
              .formatted(in.byteOffset(at), opened.tag, tag.name()));
    }
    int length = out.length() - opened.start;
    if (length > 0) {
      entity(opened, length);
    }
  }

  private void entity(Open tag, int length) {
    String type = TYPES.get(tag.tag);
    String argument = "";
    switch (tag.tag) {
      case "a" -> {
        argument =
            tag.attributes.getOrDefault("href", out.substring(tag.start, tag.start + length));
        if (!argument.matches("(?i)(https?|tg|ton)://\\S+|mailto:\\S+|[\\w.-]+\\.\\w{2,}\\S*")) {
          return; // such a link is silently lost
        }
      }
      case "blockquote" -> {
        if (tag.attributes.containsKey("expandable")) {
          type = "expandable_blockquote";
        }
      }
      case "code" -> {
        String language = tag.attributes.getOrDefault("class", "");
        if (!open.isEmpty() && open.peek().tag.equals("pre") && language.startsWith("language-")) {
          argument = language.substring("language-".length());
        }
      }
      case "tg-time" -> argument = tag.attributes.get("unix");
      default -> {}
    }
    Entity made = new Entity(type, tag.start, length, argument);
    Entity inner = entities.isEmpty() ? null : entities.getLast();
    boolean wraps = inner != null && inner.offset() == tag.start && inner.length() == length;
    if (type.equals("pre") && wraps && inner.type().equals("code")) {
      entities.removeLast();
      made = new Entity("pre", tag.start, length, inner.argument());
    }
    if (type.equals("pre") || type.equals("code")) {
      int from = tag.start;
      entities.removeIf(e -> e.offset() >= from); // nothing can be inside
    }
    entities.add(made);
  }

  private Formatted trimmed() {
    String text = out.toString();
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    List<Entity> kept = new ArrayList<>();
    for (Entity e : entities) {
      int from = Math.max(e.offset(), start);
      int to = Math.min(e.offset() + e.length(), end);
      if (to > from) {
        kept.add(new Entity(e.type(), from - start, to - from, e.argument()));
      }
    }
    kept.sort(
        Comparator.comparingInt(Entity::offset)
            .thenComparing(Comparator.comparingInt(Entity::length).reversed()));
    return new Formatted(text.substring(start, end), kept.stream().limit(MOST).toList());
  }

  static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
