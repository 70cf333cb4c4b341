package io.switchboard.web.kept;

import io.switchboard.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The pages that everybody may see, ready to be sent again. */
public final class KeptPages<V> {
  private static final int MOST = 300;
  private static final int LARGEST = 400_000;

  private final InstantSource time;
  private final Duration goodFor;
  private final AskTogether<String, Optional<V>> versions;
  private final Map<Key, Page<V>> pages = new ConcurrentHashMap<>();

  private record Key(String token, String form) {}

  private record Page<V>(V version, Response response, Instant madeAt) {}

  /**
   * @param glance the present version of what a link shows to everybody; empty if it shows nothing
   *     to everybody. Two versions that are equal look the same
   * @param goodFor after this time a page is made anew, since it says something of the time
   */
  public KeptPages(InstantSource time, Function<String, Optional<V>> glance, Duration goodFor) {
    this.time = time;
    this.goodFor = goodFor;
    this.versions = new AskTogether<>(glance);
  }

  /**
   * What is kept, and true at this moment.
   *
   * @param form which of the pages of this link, such as its language
   */
  public Optional<Kept<V>> find(String token, String form) {
    Page<V> page = pages.get(new Key(token, form));
    if (page == null) {
      return Optional.empty();
    }
    Optional<V> version = versions.ask(token);
    if (version.isPresent()
        && version.get().equals(page.version())
        && time.instant().isBefore(page.madeAt().plus(goodFor))) {
      return Optional.of(new Kept<>(page.version(), page.response()));
    }
    pages.remove(new Key(token, form), page);
    return Optional.empty();
  }

  /** What was found. */
  public record Kept<V>(V version, Response response) {}

  /** Keeps a page that shows this version; returns it as it is to be sent. */
  public Response keep(String token, String form, V version, Response response) {
    Response ready = response.compressedNow();
    if (ready.size() <= LARGEST) {
      if (pages.size() >= MOST) {
        pages.entrySet().stream()
            .min(Comparator.comparing(entry -> entry.getValue().madeAt()))
            .ifPresent(oldest -> pages.remove(oldest.getKey()));
      }
      pages.put(new Key(token, form), new Page<>(version, ready, time.instant()));
    }
    return ready;
  }
}
