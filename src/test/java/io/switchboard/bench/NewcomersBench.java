package io.switchboard.bench;

import static io.switchboard.bench.Figures.say;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten newcomers ask behind somebody who has just asked a hundred times. */
class NewcomersBench {
  private static final int CAP = 4;
  private static final int HEAVY = 100;
  private static final int NEWCOMERS = 10;

  @TempDir Path folder;

  @Test
  void behindAHundredQuestions() {
    try (Rig rig = new Rig(folder, CAP, "{requests: [], running: 4, waiting: 200}", List.of())) {
      rig.account.otherwise(
          Script.answer("Some words of an answer. ".repeat(16)).pace(10, Duration.ofMillis(12)));
      Person heavy = rig.people("Heavy", 1).getFirst();
      List<Person> newcomers = rig.people("New", NEWCOMERS);
      for (int i = 0; i < HEAVY; i++) {
        rig.ask(heavy, "heavy" + i + "x");
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> rig.given("heavy").size() >= 2 * CAP);
      long asked = System.nanoTime();
      newcomers.forEach(person -> rig.ask(person, "new" + person.id() + "x"));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> rig.account.answersFor("new").size() == NEWCOMERS);
      int before = rig.account.answersFor("heavy").size();
      List<Double> waits = new ArrayList<>();
      LongStream begins = rig.account.answersFor("new").stream().mapToLong(Generation::askedAt);
      begins.forEach(at -> waits.add((at - asked) / 1e9));
      double one =
          Figures.median(
              rig.given("heavy").stream().map(g -> (g.endAt() - g.askedAt()) / 1e9).toList());
      double inOrder = (HEAVY - 2.0 * CAP) * one / CAP;
      say(
          "ten newcomers behind %d questions, answers of %.1f s, cap %d: they wait %.1f s (median)"
              + " and %.1f s (longest); in order of arrival the first would wait about %.0f s; %d"
              + " of the heavy asker's questions had begun by then",
          HEAVY,
          one,
          CAP,
          Figures.median(waits),
          waits.stream().max(Double::compare).orElseThrow(),
          inOrder,
          before);
    }
  }
}
