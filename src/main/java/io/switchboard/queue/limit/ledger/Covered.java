package io.switchboard.queue.limit.ledger;

import io.switchboard.queue.limit.rule.Boost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Use, and the boosts that are used up first: what one covered counts nowhere, also when it has
 * ended since.
 *
 * @param entries with what counts of them, oldest first
 * @param boosts with what is left of them
 */
record Covered(List<Entry> entries, List<Boost.Running> boosts) {
  /** So much was used at a time. */
  record Entry(Instant at, long used) {}

  /**
   * Covers.
   *
   * @param entries oldest first
   * @param boosts by their beginning; of two at a time the first is used up first
   */
  static Covered of(List<Entry> entries, List<Boost> boosts) {
    List<Entry> counting = new ArrayList<>(entries);
    List<Boost.Running> lefts = new ArrayList<>();
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
      lefts.add(new Boost.Running(boost, left));
    }
    return new Covered(List.copyOf(counting), List.copyOf(lefts));
  }

  /** Those that run. */
  List<Boost.Running> running(Instant now) {
    return boosts.stream().filter(running -> running.boost().covers(now)).toList();
  }
}
