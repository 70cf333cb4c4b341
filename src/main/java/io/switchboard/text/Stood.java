package io.switchboard.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How something stood, as the record keeps it for programs, in a reader's language: {@code by the
 * rules}, {@code not banned; paused until 2026-11-23 13:00 UTC}. What admins write in commands,
 * such as {@code 50/day}, is the same in every language.
 */
public final class Stood {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("by the rules", "stood.rules"),
          Map.entry("as configured", "stood.configured"),
          Map.entry("let in", "stood.in"),
          Map.entry("banned", "stood.banned"),
          Map.entry("not banned", "stood.banned.not"),
          Map.entry("paused", "stood.paused"),
          Map.entry("not paused", "stood.paused.not"),
          Map.entry("no end", "stood.end.not"),
          Map.entry("always", "stood.always"),
          Map.entry("none", "stood.none"),
          Map.entry("on", "stood.on"),
          Map.entry("off", "stood.off"),
          Map.entry("open", "stood.open"),
          Map.entry("closed", "stood.closed"),
          Map.entry("removed", "stood.removed"),
          Map.entry("shared", "stood.shared"),
          Map.entry("own", "stood.own"));

  private static final Pattern PART = Pattern.compile("[^;|]+");
  private static final Pattern UNTIL = Pattern.compile("(paused until|until) (.+)");

  private Stood() {}

  /** Finds the text of a key. */
  public interface Say {
    String say(String key, Object... arguments);
  }

  /** What is known of it in the reader's words; all else as it is. */
  public static String said(String state, Say say) {
    return PART.matcher(state)
        .replaceAll(
            found -> {
              String part = found.group();
              String bare = part.strip();
              return Matcher.quoteReplacement(part.replace(bare, one(bare, say)));
            });
  }

  private static String one(String bare, Say say) {
    String key = KEYS.get(bare);
    if (key != null) {
      return say.say(key);
    }
    Matcher until = UNTIL.matcher(bare);
    return until.matches()
        ? say.say(
            until.group(1).equals("until") ? "stood.until" : "stood.paused.until", until.group(2))
        : bare;
  }
}
