package io.switchboard.chat.title;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Titles of places, by the configuration's words for them. One that is told counts for some
 * minutes. What a platform does not tell now is asked again a minute later; until then the title of
 * before counts, also after a restart: whoever is told that a place is out of reach should know
 * which one is meant. Safe for use by many threads.
 */
public final class Titles {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration NOT_TOLD = Duration.ofMinutes(1);

  /** More places than a bot has to name. */
  private static final int MOST = 1_000;

  private final InstantSource clock;
  private final Memory memory;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(@Nullable String title, Instant askAgain) {}

  /** What is remembered over restarts. */
  public interface Memory {
    /** The title that was told last. */
    Optional<String> last(String words);

    /** Remembers it. */
    void told(String words, String title);
  }

  /** Knows what is remembered. */
  public Titles(InstantSource clock, Memory memory) {
    this.clock = clock;
    this.memory = memory;
  }

  /** The title that was told last; asks nobody. */
  public Optional<String> known(String words) {
    Known before = known.get(words);
    return before == null ? memory.last(words) : Optional.ofNullable(before.title);
  }

  /**
   * The title of a place.
   *
   * @param platform asks for it, if that was long ago; may block; empty if it is not told
   */
  public Optional<String> of(String words, Function<String, Optional<String>> platform) {
    Instant now = clock.instant();
    Known before = known.get(words);
    if (before != null && now.isBefore(before.askAgain)) {
      return Optional.ofNullable(before.title);
    }
    Optional<String> told = platform.apply(words);
    Optional<String> last = before == null ? memory.last(words) : Optional.ofNullable(before.title);
    told.filter(title -> !last.equals(Optional.of(title)))
        .ifPresent(title -> memory.told(words, title));
    Optional<String> title = told.or(() -> last);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(words, new Known(title.orElse(null), now.plus(told.isPresent() ? FRESH : NOT_TOLD)));
    return title;
  }
}
