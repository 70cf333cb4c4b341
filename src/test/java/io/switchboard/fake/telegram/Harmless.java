package io.switchboard.fake.telegram;

import java.util.regex.Pattern;

/** Nobody is called by what the bot says, and no client fetches what a link in it leads to. */
final class Harmless {
  private static final Pattern ADDRESS = Pattern.compile("\\w\\.[a-z]{2}|://");

  private Harmless() {}

  /** Notes what acts in a rich message: the server finds links and names unless told not to. */
  static void rich(World world, Call call) {
    if (!call.object("rich_message").path("skip_entity_detection").asBoolean()) {
      world.violation("finds links and names in a rich message: " + call.method());
    }
  }

  /** Notes what acts in a text that should only be read. */
  static void text(World world, Call call, Formatted shown) {
    names(world, shown);
    boolean links =
        ADDRESS.matcher(shown.text()).find()
            || shown.entities().stream().anyMatch(e -> e.type().equals("text_link"));
    boolean draft = call.method().endsWith("draft"); // has no such option, and is gone soon
    if (links && !draft && !call.object("link_preview_options").path("is_disabled").asBoolean()) {
      world.violation("previews a link: " + shown.text());
    }
  }

  /** Notes who is called: whose handle stands there outside of code. */
  static void names(World world, Formatted shown) {
    Telling.found(shown.text()).stream()
        .filter(found -> found.type().equals("mention") && !inCode(found, shown))
        .forEach(found -> world.violation("calls " + found.of(shown.text()) + ": " + shown.text()));
  }

  private static boolean inCode(Entity found, Formatted shown) {
    return shown.entities().stream()
        .filter(e -> e.type().equals("code") || e.type().equals("pre"))
        .anyMatch(
            e ->
                e.offset() <= found.offset()
                    && e.offset() + e.length() >= found.offset() + found.length());
  }
}
