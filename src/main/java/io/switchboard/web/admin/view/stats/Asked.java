package io.switchboard.web.admin.view.stats;

import io.switchboard.http.Request;
import io.switchboard.queue.daily.StatsWish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to see, as the page's address says it.
 *
 * @param by {@code days}, {@code members}, {@code places} or {@code models}
 * @param span one of {@link #SPANS}; empty for certain days
 * @param understood false if it said what means nothing, and the usual is shown
 */
public record Asked(String by, String span, StatsWish wish, boolean understood) {
  /** What is one press. */
  public static final List<String> SPANS = List.of("7d", "30d", "90d", "365d");

  /** What the sums can be told apart by. */
  public static final List<String> KINDS = List.of("days", "members", "places", "models");

  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

  static Asked read(Request request, LocalDate today) {
    String by = request.query("by").filter(KINDS::contains).orElse("days");
    String from = request.query("from").orElse("");
    String to = request.query("to").orElse("");
    String span = request.query("span").orElse("");
    if (!from.isEmpty() || !to.isEmpty()) {
      Optional<StatsWish> wish =
          from.matches(DAY) && to.matches(DAY)
              ? StatsWish.read(by + " " + from + ".." + to, today)
              : Optional.empty();
      return wish.map(w -> new Asked(by, "", w, true)).orElseGet(() -> usual(by, today, false));
    }
    return SPANS.contains(span)
        ? new Asked(by, span, read(by + " " + span, today), true)
        : usual(by, today, span.isEmpty());
  }

  private static Asked usual(String by, LocalDate today, boolean understood) {
    String span = SPANS.getFirst();
    return new Asked(by, span, read(by + " " + span, today), understood);
  }

  private static StatsWish read(String written, LocalDate today) {
    return StatsWish.read(written, today).orElseThrow();
  }

  /** The end of an address that shows the same. */
  public String query() {
    return with(by);
  }

  /** The same days, told apart otherwise. */
  public String with(String other) {
    return "by="
        + other
        + (span.isEmpty() ? "&from=" + wish.from() + "&to=" + wish.to() : "&span=" + span);
  }

  /** The same for other days. */
  public String over(String other) {
    return "by=" + by + "&span=" + other;
  }
}
