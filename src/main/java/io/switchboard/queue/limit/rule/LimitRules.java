package io.switchboard.queue.limit.rule;

import io.switchboard.member.access.Hours;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says for one scope. Null: nothing is said here; an empty list: no limit.
 *
 * @param requests such as {@code 30/hour}
 * @param tokens such as {@code 20000/hour}, in and out together
 * @param money such as {@code 5 USD/month}, in the currency of the price table
 * @param shares such as {@code 20/day}: links that are made
 * @param images such as {@code 5/day}: pictures that are drawn
 * @param voice such as {@code 20/day}: messages that are transcribed or read aloud
 * @param running so many of a member's requests are answered at once, at least 1; of a place, so
 *     many of all that are asked there
 * @param waiting so many of a member's requests may wait, at least 0; of a place, so many of all
 *     that are asked there
 * @param conversations so many a member may have; of a place, so many of those that each has there
 * @param promptLength so long a question may be, in characters
 * @param attachments so many files a question may carry, at least 0
 * @param links so many of a member's links may be live, at least 0; of a place, so many of all that
 *     they have, wherever they made them, when one more is made there
 * @param models those that may be used; empty for all
 * @param weight of two who wait all the time, the one with twice the weight gets twice the tokens;
 *     {@link #LEAST_WEIGHT} to {@link #MOST_WEIGHT}
 * @param hours when questions may be asked, as in {@code mon-fri 09:00-17:00, sat 10-14}; {@code
 *     always} for at any time
 * @param pays whose quota is used in a place; for places only
 */
public record LimitRules(
    @Nullable List<Limit> requests,
    @Nullable List<Limit> tokens,
    @Nullable List<Limit> money,
    @Nullable List<Limit> shares,
    @Nullable List<Limit> images,
    @Nullable List<Limit> voice,
    @Nullable Integer running,
    @Nullable Integer waiting,
    @Nullable Integer conversations,
    @Nullable Integer promptLength,
    @Nullable Integer attachments,
    @Nullable Integer links,
    @Nullable List<String> models,
    @Nullable Double weight,
    @Nullable String hours,
    @Nullable Pays pays) {
  /** What is written for hours that have no end. */
  public static final String ALWAYS = "always";

  public static final double LEAST_WEIGHT = 0.01;
  public static final double MOST_WEIGHT = 100;

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

  /** Rules about questions only, that do not say who pays. */
  public LimitRules(
      @Nullable List<Limit> requests,
      @Nullable List<Limit> tokens,
      @Nullable List<Limit> money,
      @Nullable Integer running,
      @Nullable Integer waiting,
      @Nullable Integer conversations,
      @Nullable Integer promptLength) {
    this(requests, tokens, money, running, waiting, conversations, promptLength, null);
  }

  /** Rules about questions only. */
  public LimitRules(
      @Nullable List<Limit> requests,
      @Nullable List<Limit> tokens,
      @Nullable List<Limit> money,
      @Nullable Integer running,
      @Nullable Integer waiting,
      @Nullable Integer conversations,
      @Nullable Integer promptLength,
      @Nullable Pays pays) {
    this(
        requests,
        tokens,
        money,
        null,
        null,
        null,
        running,
        waiting,
        conversations,
        promptLength,
        null,
        null,
        null,
        null,
        null,
        pays);
  }

  public LimitRules {
    requests = of(What.REQUESTS, requests);
    tokens = of(What.TOKENS, tokens);
    money = of(What.MONEY, money);
    shares = of(What.SHARES, shares);
    images = of(What.IMAGES, images);
    voice = of(What.VOICE, voice);
    atLeast(1, "running", running);
    atLeast(0, "waiting", waiting);
    atLeast(1, "conversations", conversations);
    atLeast(1, "promptLength", promptLength);
    atLeast(0, "attachments", attachments);
    atLeast(0, "links", links);
    models = models == null ? null : List.copyOf(models);
    if (models != null && models.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("models: a model has a name, as in [gpt-5-mini]");
    }
    if (weight != null && !(weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
      throw new IllegalArgumentException(
          "weight: expected " + LEAST_WEIGHT + " to " + MOST_WEIGHT + ", not " + weight);
    }
    hours = hours == null ? null : tidy(hours);
  }

  private static String tidy(String hours) {
    if (hours.strip().equalsIgnoreCase(ALWAYS)) {
      return ALWAYS;
    }
    try {
      return Hours.parse(hours).written();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("hours: " + e.getMessage() + ", or always", e);
    }
  }

  /**
   * The same, with what an admin set in the place of what is said of the same thing and window.
   *
   * @param set limits that replace or add
   * @param only the models that may be used; empty for those that are said here
   * @param weighs the weight; null for what is said here
   * @param at the hours; null for those that are said here
   */
  public LimitRules with(
      List<Limit> set, List<String> only, @Nullable Double weighs, @Nullable String at) {
    return new LimitRules(
        with(What.REQUESTS, set),
        with(What.TOKENS, set),
        with(What.MONEY, set),
        with(What.SHARES, set),
        with(What.IMAGES, set),
        with(What.VOICE, set),
        with(What.RUNNING, running, set),
        with(What.WAITING, waiting, set),
        with(What.CONVERSATIONS, conversations, set),
        with(What.LENGTH, promptLength, set),
        with(What.ATTACHMENTS, attachments, set),
        with(What.LINKS, links, set),
        only.isEmpty() ? models : only,
        weighs == null ? weight : weighs,
        at == null ? hours : at,
        pays);
  }

  private @Nullable List<Limit> with(What what, List<Limit> set) {
    List<Limit> ours = set.stream().filter(limit -> limit.what() == what).toList();
    List<Limit> said = said(what);
    if (ours.isEmpty() || said == null) {
      return ours.isEmpty() ? said : ours;
    }
    return Stream.concat(ours.stream(), said.stream().filter(s -> s.replacedBy(ours).isEmpty()))
        .toList();
  }

  private static @Nullable Integer with(What what, @Nullable Integer said, List<Limit> set) {
    return set.stream()
        .filter(limit -> limit.what() == what)
        .findFirst()
        .map(limit -> Integer.valueOf(Math.clamp(limit.amount(), what.least(), Integer.MAX_VALUE)))
        .orElse(said);
  }

  /** What is said of this; null if nothing, empty if there is no limit. */
  public @Nullable List<Limit> said(What what) {
    return switch (what) {
      case REQUESTS -> requests;
      case TOKENS -> tokens;
      case MONEY -> money;
      case SHARES -> shares;
      case IMAGES -> images;
      case VOICE -> voice;
      case RUNNING -> bound(what, running);
      case WAITING -> bound(what, waiting);
      case CONVERSATIONS -> bound(what, conversations);
      case LENGTH -> bound(what, promptLength);
      case ATTACHMENTS -> bound(what, attachments);
      case LINKS -> bound(what, links);
    };
  }

  /** All of which a place has one for everybody who asks there. */
  public List<Limit> pooled() {
    return all(What::pooled);
  }

  /** All that count use. */
  public List<Limit> counted() {
    return all(What::counted);
  }

  private List<Limit> all(Predicate<What> which) {
    return Arrays.stream(What.values())
        .filter(which)
        .map(this::said)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .toList();
  }

  private static @Nullable List<Limit> bound(What what, @Nullable Integer most) {
    return most == null ? null : List.of(new Limit(what, most, Window.ALWAYS));
  }

  /** In the list of tokens, {@code 20000/hour} means tokens. */
  private static @Nullable List<Limit> of(What what, @Nullable List<Limit> written) {
    if (written == null) {
      return null;
    }
    Set<Window> windows = new HashSet<>();
    return written.stream()
        .map(
            limit -> {
              if (limit.what() != what && limit.what() != What.REQUESTS) {
                throw new IllegalArgumentException(
                    what.word() + ": " + limit + " belongs in " + limit.what().word());
              }
              if (!windows.add(limit.window())) {
                throw new IllegalArgumentException(
                    what.word() + ": two limits for the same window, the second is " + limit);
              }
              return limit.what() == what ? limit : limit.of(what);
            })
        .toList();
  }

  private static void atLeast(int least, String key, @Nullable Integer value) {
    if (value != null && value < least) {
      throw new IllegalArgumentException(key + ": expected " + least + " or more, not " + value);
    }
  }
}
