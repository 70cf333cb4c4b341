package io.switchboard.command.admin.limit;

import io.switchboard.command.visit.Cut;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.NotALimit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.text.Spans;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What admins write behind {@code /limit boost @member}. */
sealed interface WrittenBoost {
  Pattern WITH_WORD = Pattern.compile("(?is)(?<amount>.+?)\\s+for\\b\\s*(?<length>.*)");
  Pattern WITHOUT = Pattern.compile("(?is)(?<amount>.*?\\d\\s*\\p{L}*)\\s+(?<length>\\d.*)");

  /** As in {@code 100 for 2h}. */
  record Of(What what, long amount, Duration length) implements WrittenBoost {}

  /** Something else, and what is wrong in it. */
  record Wrong(WrittenLimit.Reason reason) implements WrittenBoost {}

  /**
   * Reads it.
   *
   * @param currency of the price table
   */
  static WrittenBoost read(String text, String currency) {
    String written = WrittenLimit.plain(text);
    Matcher parts = WITH_WORD.matcher(written);
    if (!parts.matches()) {
      parts = WITHOUT.matcher(written);
    }
    boolean whole = parts.matches();
    String amount = whole ? parts.group("amount").strip() : written;
    Limit limit;
    try {
      // An amount is written as in a limit; the time takes the place of the window.
      limit = Limit.parse(amount + "/day");
    } catch (NotALimit e) {
      return wrong("limit.wrong.boost", amount);
    }
    if (limit.amount() == 0) {
      return wrong("limit.wrong.boost", amount);
    }
    if (WrittenLimit.foreign(limit, currency)) {
      return new Wrong((words, example) -> words.say("limit.currency", currency));
    }
    String length = whole ? parts.group("length").strip() : "";
    return Spans.parse(length)
        .filter(span -> span.compareTo(Boost.LONGEST) <= 0)
        .<WrittenBoost>map(span -> new Of(limit.what(), limit.amount(), span))
        .orElseGet(
            () ->
                new Wrong(
                    (words, example) ->
                        words.say(
                            length.isEmpty() ? "limit.wrong.no-length" : "limit.wrong.length",
                            Cut.of(length.isEmpty() ? amount : length),
                            Boost.LONGEST,
                            example.apply(Cut.of(amount) + " for 2h"))));
  }

  private static Wrong wrong(String key, String part) {
    return new Wrong((words, example) -> words.say(key, Cut.of(part), example.apply("100 for 2h")));
  }
}
