package io.switchboard.queue.limit.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says for one scope. Null: nothing is said here; an empty list: no limit.
 *
 * @param requests such as {@code 30/hour}
 * @param tokens such as {@code 20000/hour}, in and out together
 * @param money needs a price table, which this version does not have: empty
 * @param running so many of a member's requests are answered at once, at least 1
 * @param waiting so many of a member's requests may wait, at least 0
 * @param conversations so many a member may have
 * @param promptLength so long a question may be, in characters
 * @param pays whose quota is used in a place; for places only
 */
public record LimitRules(
    @Nullable List<Limit> requests,
    @Nullable List<Limit> tokens,
    @Nullable List<String> money,
    @Nullable Integer running,
    @Nullable Integer waiting,
    @Nullable Integer conversations,
    @Nullable Integer promptLength,
    @Nullable Pays pays) {
  /** Whose quota a question uses in a place that has a pool. */
  public enum Pays {
    /** That of whoever asks; the pool is not touched. */
    MEMBER,
    /** The place's pool; the quota of whoever asks is not touched. */
    PLACE,
    /** Both are. */
    BOTH
  }

  /** Says nothing: what a role or place begins with. */
  public static final LimitRules DEFAULTS =
      new LimitRules(null, null, null, null, null, null, null);

  /** Rules that do not say who pays. */
  public LimitRules(
      @Nullable List<Limit> requests,
      @Nullable List<Limit> tokens,
      @Nullable List<String> money,
      @Nullable Integer running,
      @Nullable Integer waiting,
      @Nullable Integer conversations,
      @Nullable Integer promptLength) {
    this(requests, tokens, money, running, waiting, conversations, promptLength, null);
  }

  public LimitRules {
    requests = requests == null ? null : of(What.REQUESTS, "requests", requests);
    tokens = tokens == null ? null : of(What.TOKENS, "tokens", tokens);
    if (money != null && !money.isEmpty()) {
      throw new IllegalArgumentException(
          "money: limits in money need prices, which this version does not know; use tokens");
    }
    money = money == null ? null : List.of();
    atLeast(1, "running", running);
    atLeast(0, "waiting", waiting);
    atLeast(1, "conversations", conversations);
    atLeast(1, "promptLength", promptLength);
  }

  /** All that count use. */
  public List<Limit> limits() {
    return Stream.of(requests, tokens).filter(Objects::nonNull).flatMap(List::stream).toList();
  }

  /** In the list of tokens, {@code 20000/hour} means tokens. */
  private static List<Limit> of(What what, String key, List<Limit> written) {
    Set<Window> windows = new HashSet<>();
    return written.stream()
        .map(
            limit -> {
              if (what == What.REQUESTS && limit.what() != what) {
                throw new IllegalArgumentException(key + ": " + limit + " belongs in tokens");
              }
              if (!windows.add(limit.window())) {
                throw new IllegalArgumentException(
                    key + ": two limits for the same window, the second is " + limit);
              }
              return new Limit(what, limit.amount(), limit.window());
            })
        .toList();
  }

  private static void atLeast(int least, String key, @Nullable Integer value) {
    if (value != null && value < least) {
      throw new IllegalArgumentException(key + ": expected " + least + " or more, not " + value);
    }
  }
}
