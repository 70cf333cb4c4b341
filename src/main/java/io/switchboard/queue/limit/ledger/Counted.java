package io.switchboard.queue.limit.ledger;

import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What counts of a window's use. A boost is used up first: what it covered counts nowhere, also
 * when it has ended since; what is left of a running one is room beside the limit.
 *
 * @param entries with what counts of them, oldest first
 * @param extra left of the boosts that run
 * @param until when that ends; now if none runs
 */
public record Counted(Limit limit, List<Entry> entries, long extra, Instant until, Instant now) {
  /** So much was used at a time. */
  public record Entry(Instant at, long used) {}

  /**
   * Counts.
   *
   * @param entries all since the earlier of the window's and the first boost's beginning
   * @param boosts by their beginning; they do not overlap
   */
  static Counted of(
      Limit limit, List<Entry> entries, List<Boost> boosts, Instant opens, Instant now) {
    List<Entry> counting = new ArrayList<>(entries);
    long extra = 0;
    Instant until = now;
    for (Boost boost : boosts) {
      long left = boost.amount();
      for (int i = 0; i < counting.size(); i++) {
        Entry entry = counting.get(i);
        if (boost.covers(entry.at())) {
          long covered = Math.min(left, entry.used());
          left -= covered;
          counting.set(i, new Entry(entry.at(), entry.used() - covered));
        }
      }
      if (boost.covers(now)) {
        extra += left;
        until = boost.until();
      }
    }
    counting.removeIf(entry -> !entry.at().isAfter(opens));
    return new Counted(limit, List.copyOf(counting), extra, until, now);
  }

  /** So much is used. */
  public long used() {
    return entries.stream().mapToLong(Entry::used).sum();
  }

  /** Whether there is room for so much more. */
  public boolean admits(long more) {
    return used() + more <= limit.amount() + extra;
  }

  /** When enough has fallen out of the window; {@link Instant#MAX} if that never suffices. */
  public Instant backAt(long more) {
    Instant boosted = backAt(more, limit.amount() + extra);
    return boosted.isBefore(until) ? boosted : backAt(more, limit.amount());
  }

  private Instant backAt(long more, long amount) {
    if (more > amount) {
      return Instant.MAX;
    }
    long used = used();
    Instant back = now;
    for (Entry entry : entries) {
      if (used + more <= amount) {
        break;
      }
      used -= entry.used();
      back = entry.at().plus(limit.window().length());
    }
    return back;
  }
}
