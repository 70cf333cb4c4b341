package io.switchboard.pacing;

import static io.switchboard.pacing.Rates.DISCORD;
import static io.switchboard.pacing.Rates.TELEGRAM_GROUP;
import static io.switchboard.pacing.Rates.rate;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which of the calls that wait is sent next, on a clock that jumps. */
class WhoGoesFirstTest {
  @Property(tries = 200)
  void theFinalTextGoesNext(
      @ForAll(supplier = Rates.class) List<Rate> rates,
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
      @ForAll(supplier = Rates.class) List<Rate> rates,
      @ForAll @IntRange(min = 2, max = 6) int growing) {
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
    double most = Arrays.stream(shares).max().orElseThrow();
    double least = Arrays.stream(shares).min().orElseThrow();
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
}
