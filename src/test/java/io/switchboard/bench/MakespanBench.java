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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 people ask three times each, all at once, under a cap of eight: how long the account is at
 * work, beside the same answers packed without a gap.
 */
class MakespanBench {
  private static final int PEOPLE = 200;
  private static final int EACH = 3;
  private static final int CAP = 8;
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void sixHundredQuestions() {
    try (Rig rig = new Rig(folder, CAP, "{requests: [], running: 1, waiting: 5}", List.of())) {
      rig.account.otherwise(
          Script.answer("Some words of an answer. ".repeat(16) + "END{question}")
              .pace(10, Duration.ofMillis(24)));
      List<Person> people = rig.people("Tess", PEOPLE);
      round(rig, people.subList(0, 40), "warm");
      List<Double> ratios = new ArrayList<>();
      List<Double> shown = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        double[] both = round(rig, people, "r" + round);
        ratios.add(both[0]);
        shown.add(both[1]);
      }
      say(
          "makespan of %d questions under a cap of %d, against the ideal: %.3f; until the last"
              + " answer is shown whole: %.3f (medians of %d rounds)",
          PEOPLE * EACH, CAP, Figures.median(ratios), Figures.median(shown), ROUNDS);
    }
  }

  private static double[] round(Rig rig, List<Person> people, String name) {
    long begin = System.nanoTime();
    for (int i = 0; i < EACH; i++) {
      for (Person person : people) {
        rig.ask(person, name + "q" + i + person.id() + "x");
      }
    }
    int all = people.size() * EACH;
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> rig.given(name).size() == all);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> people.stream().allMatch(p -> rig.shown(p, "END" + name) == EACH));
    long shown = System.nanoTime();
    List<Generation> given = rig.given(name);
    long work = given.stream().mapToLong(g -> g.endAt() - g.askedAt()).sum();
    long first = given.stream().mapToLong(Generation::askedAt).min().orElseThrow();
    long last = given.stream().mapToLong(Generation::endAt).max().orElseThrow();
    double ideal = (double) work / CAP;
    return new double[] {(last - first) / ideal, (shown - begin) / ideal};
  }
}
