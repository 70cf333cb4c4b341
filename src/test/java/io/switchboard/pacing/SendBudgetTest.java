package io.switchboard.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The promises of the budget, on a clock that jumps. */
class SendBudgetTest {
  private static final List<Rate> TELEGRAM_GROUP =
      List.of(rate("chat", 1, 1000), rate("group", 20, 60_000), rate("bot", 30, 1000));
  private static final List<Rate> DISCORD =
      List.of(rate("channel", 5, 5000), rate("bot", 50, 1000));

  @Provide
  Arbitrary<List<Rate>> rates() {
    Arbitrary<Rate> rate =
        Combinators.combine(
                Arbitraries.of("a", "b", "c"),
                Arbitraries.integers().between(1, 30),
                Arbitraries.of(1000, 5000, 20_000, 60_000))
            .as(SendBudgetTest::rate);
    return rate.list().ofMinSize(1).ofMaxSize(3).map(SendBudgetTest::unlike);
  }

  /** A bucket has one rate for a length of time. */
  private static List<Rate> unlike(List<Rate> rates) {
    List<Rate> unlike = new ArrayList<>();
    for (Rate rate : rates) {
      if (unlike.stream()
          .noneMatch(r -> r.bucket().equals(rate.bucket()) && r.per().equals(rate.per()))) {
        unlike.add(rate);
      }
    }
    return unlike;
  }

  @Property(tries = 300)
  void isNeverOverARate(
      @ForAll("rates") List<Rate> rates,
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

  @Property(tries = 200)
  void theFinalTextGoesNext(
      @ForAll("rates") List<Rate> rates,
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 100_000) int when) {
    Simulation simulation = new Simulation(seed, Duration.ofMillis(20));
    for (int i = 0; i < 3; i++) {
      simulation.grow("growing" + i, rates);
    }
    simulation.at(
        Duration.ofMillis(when),
        () -> {
          simulation.call(Priority.REPLY, "reply", rates, () -> {});
          simulation.call(Priority.FINAL, "final", rates, () -> {});
        });
    simulation.run(Duration.ofMinutes(4));
    long last = granted(simulation, "final");
    long reply = granted(simulation, "reply");
    assertThat(last).isLessThanOrEqualTo(reply);
    // Where there is room for all they go at once; else nobody goes before these two.
    assertThat(simulation.sent)
        .filteredOn(sent -> sent.granted() >= Duration.ofMillis(when).toNanos())
        .allSatisfy(sent -> assertThat(sent.granted()).isGreaterThanOrEqualTo(last))
        .filteredOn(sent -> sent.priority() == Priority.GROWING)
        .allSatisfy(sent -> assertThat(sent.granted()).isGreaterThanOrEqualTo(reply));
  }

  private static long granted(Simulation simulation, Object message) {
    return simulation.sent.stream()
        .filter(sent -> sent.message().equals(message))
        .mapToLong(Simulation.Sent::granted)
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 200)
  void theLastSlotIsKept(@ForAll @IntRange(min = 0, max = 200_000) int when) {
    Simulation group = new Simulation(1, Duration.ofMillis(1));
    group.grow("growing", List.of(TELEGRAM_GROUP.get(1)));
    assertThat(finalWaits(group, List.of(TELEGRAM_GROUP.get(1)), when)).isZero();
    Simulation channel = new Simulation(1, Duration.ofMillis(1));
    channel.grow("growing", DISCORD);
    assertThat(finalWaits(channel, DISCORD, when)).isLessThan(Duration.ofMillis(700));
  }

  private static Duration finalWaits(Simulation simulation, List<Rate> rates, int when) {
    simulation.at(
        Duration.ofMillis(when), () -> simulation.call(Priority.FINAL, "f", rates, () -> {}));
    simulation.run(Duration.ofMillis(when + 61_000));
    return simulation.sent.stream()
        .filter(sent -> sent.priority() == Priority.FINAL)
        .map(sent -> Duration.ofNanos(sent.granted() - sent.asked()))
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 100)
  void growingAnswersShareFairly(
      @ForAll("rates") List<Rate> rates, @ForAll @IntRange(min = 2, max = 6) int growing) {
    Simulation simulation = new Simulation(1, Duration.ofMillis(30));
    for (int i = 0; i < growing; i++) {
      simulation.grow("growing" + i, rates);
    }
    simulation.run(Duration.ofMinutes(5));
    long[] shares = new long[growing];
    for (int i = 0; i < growing; i++) {
      Object message = "growing" + i;
      shares[i] = simulation.sent.stream().filter(sent -> sent.message().equals(message)).count();
    }
    double most = java.util.Arrays.stream(shares).max().orElseThrow();
    double least = java.util.Arrays.stream(shares).min().orElseThrow();
    // Not quite equal: whose call is just on its way has no turn.
    assertThat(most).isLessThanOrEqualTo(least * 1.03 + 2);
  }

  @Example
  void aFreeBudgetDelaysNothing() {
    SendBudget budget = new SendBudget();
    for (Priority priority : Priority.values()) {
      List<Rate> rates = List.of(rate(priority.name(), 5, 5000), rate("bot " + priority, 30, 1000));
      SendBudget.Call call = budget.ask(priority, priority, rates, 0, 0);
      budget.pass(0);
      assertThat(call.state()).isEqualTo(SendBudget.State.GRANTED);
    }
  }

  @Example
  void anAnswersFirstTextDoesNotWaitForThePlaceholder() {
    Simulation simulation = new Simulation(1, Duration.ZERO);
    simulation.call(
        Priority.REPLY, "placeholder", DISCORD, () -> simulation.grow("answer", DISCORD));
    simulation.run(Duration.ofMillis(10));
    assertThat(simulation.sent).hasSize(2);
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

  /** A sent message has shown its first text: the next one has no claim to go before others. */
  @Example
  void anAnswerIsFirstOnce() {
    SendBudget budget = new SendBudget();
    MessageId message = new MessageId("m");
    SendBudget.Call sent = budget.ask(Priority.GROWING, "nonce", DISCORD, 0, 0);
    budget.pass(0);
    budget.shows(sent, message);
    budget.done(sent, true, 0);
    SendBudget.Call edit = budget.ask(Priority.GROWING, message, DISCORD, 0, 0);
    SendBudget.Call other = budget.ask(Priority.GROWING, "another", DISCORD, 0, 0);
    budget.pass(0);
    assertThat(edit.state()).isEqualTo(SendBudget.State.WAITING);
    assertThat(other.state()).isEqualTo(SendBudget.State.GRANTED);
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
  void spareCallsLeavePlenty() {
    Simulation simulation = new Simulation(1, Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      simulation.call(Priority.SPARE, "spare" + i, DISCORD, () -> {});
    }
    simulation.run(Duration.ofSeconds(1));
    assertThat(simulation.sent).hasSize(3);
  }

  @Example
  void aMoreImportantCallDropsTheOthersOfItsMessage() {
    SendBudget budget = new SendBudget();
    SendBudget.Call first = budget.ask(Priority.GROWING, "m", DISCORD, 0, 0);
    budget.pass(0);
    SendBudget.Call second = budget.ask(Priority.GROWING, "m", DISCORD, 0, 0);
    SendBudget.Call last = budget.ask(Priority.FINAL, "m", DISCORD, 0, 0);
    budget.pass(0);
    assertThat(second.state()).isEqualTo(SendBudget.State.SUPERSEDED);
    // One call of a message at a time, or the older one might arrive last.
    assertThat(last.state()).isEqualTo(SendBudget.State.WAITING);
    budget.done(first, true, 1);
    budget.pass(1);
    assertThat(last.state()).isEqualTo(SendBudget.State.GRANTED);
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

  private static Rate rate(String bucket, int calls, int millis) {
    return new Rate(bucket, calls, Duration.ofMillis(millis));
  }
}
