package io.switchboard.pacing;

import static io.switchboard.pacing.Rates.DISCORD;
import static io.switchboard.pacing.Rates.TELEGRAM_GROUP;
import static io.switchboard.pacing.Rates.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** How much may be sent and when, on a clock that jumps. */
class SendBudgetTest {
  @Property(tries = 300)
  void isNeverOverARate(
      @ForAll(supplier = Rates.class) List<Rate> rates,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 3000) int slowest,
      @ForAll @IntRange(min = 0, max = 4) int growing) {
    Simulation simulation = new Simulation(seed, Duration.ofMillis(slowest));
    Random random = new Random(seed);
    for (int i = 0; i < growing; i++) {
      simulation.grow("growing" + i, rates);
    }
    for (int i = 0; i < 60; i++) {
      Priority priority = Priority.values()[random.nextInt(4)];
      Object message = random.nextInt(3) == 0 ? "growing0" : "message" + i;
      simulation.at(
          Duration.ofMillis(random.nextInt(120_000)),
          () -> simulation.call(priority, message, rates, () -> {}));
    }
    simulation.run(Duration.ofMinutes(3));
    assertThat(simulation.fullest()).isLessThanOrEqualTo(1.0);
  }

  @Property(tries = 200)
  void usesNineTenths(
      @ForAll @IntRange(min = 1, max = 40) int calls,
      @ForAll @IntRange(min = 1, max = 60) int seconds,
      @ForAll @IntRange(min = 1, max = 3) int growing) {
    List<Rate> rates = List.of(rate("x", calls, seconds * 1000));
    Simulation simulation = new Simulation(1, Duration.ofMillis(1));
    for (int i = 0; i < growing; i++) {
      simulation.grow("growing" + i, rates);
    }
    int spans = 20;
    simulation.run(Duration.ofSeconds(spans * seconds));
    assertThat(simulation.sent.size()).isGreaterThanOrEqualTo((int) (0.9 * calls * spans));
  }

  @Example
  void usesNineTenthsOfTheRealOnes() {
    for (List<Rate> rates : List.of(TELEGRAM_GROUP, DISCORD)) {
      Simulation simulation = new Simulation(1, Duration.ofMillis(100));
      simulation.grow("growing", rates);
      simulation.run(Duration.ofMinutes(5));
      double allowed = rates == DISCORD ? 300 : 100;
      assertThat(simulation.sent.size()).isGreaterThanOrEqualTo((int) (0.9 * allowed));
      assertThat(simulation.fullest()).isLessThanOrEqualTo(1.0);
    }
  }

  @Example
  void growingAnswersDoNotSpendAllAtOnce() {
    Simulation simulation = new Simulation(1, Duration.ofMillis(50));
    simulation.grow("answer", TELEGRAM_GROUP);
    simulation.run(Duration.ofMinutes(3));
    List<Long> times = simulation.sent.stream().map(Simulation.Sent::granted).toList();
    for (int i = 1; i < times.size(); i++) {
      assertThat(Duration.ofNanos(times.get(i) - times.get(i - 1)))
          .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }
    assertThat(times.stream().filter(at -> at < Duration.ofSeconds(15).toNanos()).count())
        .isGreaterThanOrEqualTo(5);
  }

  /** Whoever spends at once all that was saved up stands still afterwards. */
  @Example
  void whatWasSavedUpIsNotSquandered() {
    Simulation group = new Simulation(1, Duration.ofMillis(50));
    for (int i = 0; i < 50; i += 8) {
      Object one = "early" + i;
      Runnable call = () -> group.call(Priority.GROWING, one, TELEGRAM_GROUP, () -> {});
      group.at(Duration.ofSeconds(i), call);
    }
    group.at(Duration.ofSeconds(58), () -> group.grow("late", TELEGRAM_GROUP));
    group.run(Duration.ofMinutes(3));
    List<Long> times = group.sent.stream().map(Simulation.Sent::granted).toList();
    long stands =
        IntStream.range(8, times.size())
            .filter(i -> times.get(i) - times.get(i - 1) > Duration.ofSeconds(7).toNanos())
            .count();
    assertThat(stands).isLessThanOrEqualTo(2);
  }

  @Example
  void aRefusalBlocksAndTeaches() {
    SendBudget budget = new SendBudget();
    SendBudget.Call call = budget.ask(Priority.FINAL, "m", TELEGRAM_GROUP, 0, 0);
    budget.pass(0);
    budget.throttled(call, Duration.ofMinutes(3), 0);
    SendBudget.Call again = budget.ask(Priority.FINAL, "m", TELEGRAM_GROUP, 0, 0);
    budget.pass(0);
    assertThat(again.state()).isEqualTo(SendBudget.State.WAITING);
    assertThat(Duration.ofNanos(again.at()))
        .isBetween(Duration.ofMinutes(3), Duration.ofSeconds(181));
    budget.pass(again.at());
    assertThat(again.state()).isEqualTo(SendBudget.State.GRANTED);
    // Another chat is not concerned.
    List<Rate> other = List.of(rate("other", 1, 1000), TELEGRAM_GROUP.get(2));
    SendBudget.Call elsewhere = budget.ask(Priority.REPLY, "o", other, 0, 0);
    budget.pass(0);
    assertThat(elsewhere.state()).isEqualTo(SendBudget.State.GRANTED);
  }

  /** Also over a restart; the newest text waits it out, and what grows does not stand before it. */
  @Example
  void aPauseFromBeforeTheProcessIsHeld() {
    SendBudget budget = new SendBudget();
    long over = Duration.ofMinutes(7).toNanos();
    budget.rest(TELEGRAM_GROUP.getFirst(), over, 0);
    SendBudget.Call growing = budget.ask(Priority.GROWING, "m", TELEGRAM_GROUP, 0, 0);
    SendBudget.Call last = budget.ask(Priority.FINAL, "m", TELEGRAM_GROUP, 0, 0);
    budget.pass(over - 1);
    assertThat(growing.state()).isEqualTo(SendBudget.State.SUPERSEDED);
    assertThat(last.state()).isEqualTo(SendBudget.State.WAITING);
    budget.pass(over);
    assertThat(last.state()).isEqualTo(SendBudget.State.GRANTED);
  }

  @Example
  void aLessonWearsOff() {
    Window window = new Window(Duration.ofSeconds(10));
    long usual = window.span();
    window.refused(0, 0);
    assertThat(window.span()).isGreaterThan(usual);
    window.advance(Duration.ofMinutes(11).toNanos());
    assertThat(window.span()).isEqualTo(usual);
  }

  @Example
  void placesLongIdleAreForgotten() {
    SendBudget budget = new SendBudget();
    long now = 0;
    for (int i = 0; i < 20_000; i++) {
      now += Duration.ofMillis(100).toNanos();
      SendBudget.Call call =
          budget.ask(Priority.GROWING, "m" + i, List.of(rate("p" + i, 20, 60_000)), now, now);
      budget.pass(now);
      budget.done(call, true, now);
    }
    assertThat(budget.remembered()).isLessThan(1200);
  }
}
