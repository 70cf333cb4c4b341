package io.switchboard.scenario;

import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an answer takes beside the account's own time: how long after the question the account is
 * asked, how long after its first text something is visible, and how long after its end the whole
 * answer is, while the place's budget is free. Through the real client libraries against the fakes
 * on this machine:
 *
 * <pre>mvn -q test -Pbenchmarks -Dtest=LatencyBench</pre>
 */
class LatencyBench {
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 24;
  private static final List<String> PEOPLE = List.of("Ben", "Cleo", "Dan");

  @TempDir Path folder;

  @Test
  void onTelegram() throws InterruptedException {
    TelegramStage stage = new TelegramStage();
    measure(
        "Telegram, private chats",
        stage,
        text -> stage.fake().drafts().values().stream().anyMatch(d -> d.contains(text)));
  }

  @Test
  void onDiscord() throws InterruptedException {
    measure("Discord, direct messages", new DiscordStage(), text -> false);
  }

  private void measure(String name, Stage stage, Predicate<String> drafted)
      throws InterruptedException {
    List<Double> asked = new ArrayList<>();
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    try (Line line = new Line(folder, stage)) {
      line.start("");
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        String person = PEOPLE.get(round % PEOPLE.size());
        String begin = "begin" + round + "x ";
        String end = "end" + round + "x";
        line.account.next(
            Script.answer(begin + "some words ".repeat(60) + end).pace(24, Duration.ofMillis(20)));
        long said = System.nanoTime();
        stage.say(person, "Question " + round);
        long firstSeen = seen(() -> drafted.test(begin.strip()) || shows(stage, person, begin, ""));
        long lastSeen = seen(() -> shows(stage, person, end, "Try again"));
        Generation generation = line.account.generations().getLast();
        if (round >= WARM_UP) {
          asked.add((generation.askedAt() - said) / 1e6);
          first.add((firstSeen - generation.firstAt()) / 1e6);
          last.add((lastSeen - generation.endAt()) / 1e6);
        }
        // The budgets are free again when the same person asks next.
        TimeUnit.MILLISECONDS.sleep(300);
      }
    }
    System.out.printf(
        "%s: the account is asked after %s, first text after %s, whole answer after %s%n",
        name, summary(asked), summary(first), summary(last));
  }

  private static boolean shows(Stage stage, String person, String text, String button) {
    return stage.inPrivate(person).stream()
        .anyMatch(
            m -> m.text().contains(text) && (button.isEmpty() || m.buttons().contains(button)));
  }

  private static long seen(BooleanSupplier visible) throws InterruptedException {
    long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!visible.getAsBoolean()) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("nothing was shown");
      }
      TimeUnit.MICROSECONDS.sleep(300);
    }
    return System.nanoTime();
  }

  private static String summary(List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return "%.1f ms (a tenth over %.1f ms)"
        .formatted(sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 9 / 10));
  }
}
