package io.switchboard.queue.limit.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * So much of something in a window, as in {@code 30/hour} (requests) or {@code 20000tokens/hour}.
 *
 * @param amount at least 0
 */
public record Limit(What what, long amount, Window window) {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,15})\\s*(requests?|tokens?)?\\s*/\\s*([a-z]+)");

  public Limit {
    if (amount < 0) {
      throw new IllegalArgumentException("a limit is 0 or more");
    }
  }

  /**
   * Reads {@code 30/hour}, {@code 50/day}, {@code 20000tokens/hour}; case and spaces do not matter.
   *
   * @throws IllegalArgumentException saying how it is meant
   */
  public static Limit parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "a limit is written as 30/hour or 20000tokens/day, not \"" + text.strip() + "\"");
    }
    Window window =
        Arrays.stream(Window.values())
            .filter(w -> w.word().equals(written.group(3)))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a limit is per "
                            + Arrays.stream(Window.values())
                                .map(Window::word)
                                .collect(Collectors.joining(", "))
                            + ", not per \""
                            + written.group(3)
                            + "\""));
    String unit = written.group(2);
    What what = unit != null && unit.startsWith("token") ? What.TOKENS : What.REQUESTS;
    return new Limit(what, Long.parseLong(written.group(1)), window);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    String unit = what == What.REQUESTS ? "" : "tokens";
    return amount + unit + "/" + window.word();
  }
}
