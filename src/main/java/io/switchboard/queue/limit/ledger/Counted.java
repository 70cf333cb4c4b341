package io.switchboard.queue.limit.ledger;

import io.switchboard.queue.limit.ledger.Covered.Entry;
import io.switchboard.queue.limit.rule.Boost;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What counts of a window's use; what is left of a boost that runs is room beside the limit.
 *
 * @param entries with what counts of them, oldest first
 * @param boosts that run
 */
public record Counted(Quota quota, List<Entry> entries, List<Boost.Running> boosts, Instant now) {
  /** So much is used. */
  public long used() {
    return entries.stream().mapToLong(Entry::used).sum();
  }

  /** Whether there is room for so much more. */
  public boolean admits(long more) {
    return more <= quota.limit().amount() + extra(now) - used();
  }

  /** When there will be room, if nothing more is used; {@link Instant#MAX} for never. */
  public Instant backAt(long more) {
    Instant from = now;
    for (Instant until : ends()) {
      Instant back = backAt(more, quota.limit().amount() + extra(from), from);
      if (back.isBefore(until)) {
        return back;
      }
      from = until;
    }
    return backAt(more, quota.limit().amount(), from);
  }

  private List<Instant> ends() {
    return boosts.stream()
        .map(running -> running.boost().until())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Left of the boosts that run at that time. */
  private long extra(Instant at) {
    return boosts.stream()
        .filter(running -> running.boost().covers(at))
        .mapToLong(Boost.Running::left)
        .sum();
  }

  private Instant backAt(long more, long amount, Instant from) {
    if (more > amount) {
      return Instant.MAX;
    }
    long used = used();
    Instant back = from;
    for (Entry entry : entries) {
      if (more <= amount - used) {
        break;
      }
      used -= entry.used();
      Instant leaves = quota.limit().window().leaves(entry.at(), quota.zone());
      back = leaves.isAfter(back) ? leaves : back;
    }
    return back;
  }
}
