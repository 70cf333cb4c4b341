package io.switchboard.pacing;

import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/** A platform that counts calls at some moment of their way, on a clock that jumps. */
final class Simulation {
  /** A call that went out. */
  record Sent(
      Priority priority,
      Object message,
      List<Rate> rates,
      long asked,
      long granted,
      long counted) {}

  private record Event(long at, long order, Runnable what) {}

  private record Asked(
      SendBudget.Call call,
      Priority priority,
      Object message,
      List<Rate> rates,
      long at,
      Runnable after) {}

  final SendBudget budget = new SendBudget();
  final List<Sent> sent = new ArrayList<>();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
  private final List<Asked> asked = new ArrayList<>();
  private final Random random;
  private final long slowest;
  private long orders;
  long now;

  /**
   * @param slowest a call takes up to so long
   */
  Simulation(long seed, Duration slowest) {
    this.random = new Random(seed);
    this.slowest = slowest.toNanos();
  }

  void at(Duration time, Runnable what) {
    events.add(new Event(time.toNanos(), orders++, what));
  }

  void call(Priority priority, Object message, List<Rate> rates, Runnable after) {
    asked.add(
        new Asked(
            budget.ask(priority, message, rates, now, now), priority, message, rates, now, after));
  }

  /** A writer that always has more to show. */
  void grow(Object message, List<Rate> rates) {
    call(Priority.GROWING, message, rates, () -> grow(message, rates));
  }

  void run(Duration until) {
    long end = until.toNanos();
    while (now <= end) {
      while (!events.isEmpty() && events.peek().at() <= now) {
        events.remove().what().run();
      }
      budget.pass(now);
      for (Asked one : List.copyOf(asked)) {
        if (one.call().state() != SendBudget.State.WAITING) {
          asked.remove(one);
          if (one.call().state() == SendBudget.State.GRANTED) {
            goes(one);
          }
        }
      }
      long next = events.isEmpty() ? end + 1 : events.peek().at();
      for (SendBudget.Call call : budget.waiting()) {
        next = Math.min(next, call.at());
      }
      now = Math.max(next, now + 1);
    }
  }

  private void goes(Asked one) {
    long takes = slowest == 0 ? 0 : random.nextLong(slowest);
    long counted = now + (takes == 0 ? 0 : random.nextLong(takes));
    sent.add(new Sent(one.priority(), one.message(), one.rates(), one.at(), now, counted));
    events.add(
        new Event(
            now + takes,
            orders++,
            () -> {
              budget.done(one.call(), true, now);
              one.after().run();
            }));
  }

  /** The most calls of a rate that the platform counted in any span, as a share of the rate. */
  double fullest() {
    Map<Rate, List<Long>> counted = new HashMap<>();
    for (Sent one : sent) {
      one.rates()
          .forEach(
              rate -> counted.computeIfAbsent(rate, r -> new ArrayList<>()).add(one.counted()));
    }
    double fullest = 0;
    for (var entry : counted.entrySet()) {
      List<Long> times = entry.getValue().stream().sorted().toList();
      long per = entry.getKey().per().toNanos();
      int from = 0;
      for (int to = 0; to < times.size(); to++) {
        while (times.get(to) - times.get(from) >= per) {
          from++;
        }
        fullest = Math.max(fullest, (to - from + 1) / (double) entry.getKey().calls());
      }
    }
    return fullest;
  }
}
