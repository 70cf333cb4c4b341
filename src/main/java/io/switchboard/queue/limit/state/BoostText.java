package io.switchboard.queue.limit.state;

import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A boost as text: {@code 100tokens from 2026-03-01T12:00:00Z until 2026-03-01T14:00:00Z}. */
final class BoostText {
  private static final String A_DAY = "/day";
  private static final Pattern TEXT = Pattern.compile("(.+) from (\\S+) until (\\S+)");

  private BoostText() {}

  static String of(Boost boost) {
    // An amount is written as in a limit.
    String amount = new Limit(boost.what(), boost.amount(), Window.DAY).toString();
    return amount.substring(0, amount.length() - A_DAY.length())
        + " from "
        + boost.from()
        + " until "
        + boost.until();
  }

  /** Those of this that have not ended. */
  static String of(List<Boost> boosts, What what, Instant now) {
    String all =
        boosts.stream()
            .filter(boost -> boost.what() == what && boost.until().isAfter(now))
            .map(BoostText::of)
            .collect(Collectors.joining(" | "));
    return all.isEmpty() ? SetStates.RULES : all;
  }

  static List<Boost> all(String state) {
    return state.equals(SetStates.RULES)
        ? List.of()
        : Arrays.stream(state.split(" \\| ", -1)).map(BoostText::parse).toList();
  }

  static Boost parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no boost: " + text);
    }
    Limit amount = Limit.parse(parts.group(1) + A_DAY);
    return new Boost(
        amount.what(),
        amount.amount(),
        Instant.parse(parts.group(2)),
        Instant.parse(parts.group(3)));
  }
}
