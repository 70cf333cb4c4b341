package io.switchboard.bench;

import static io.switchboard.bench.Figures.say;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What memory answers under way take: the whole process, as the operating system counts it. */
class InFlightBench {
  private static final List<Integer> STEPS = List.of(100, 1_000, 10_000);

  @TempDir Path folder;

  @Test
  void tenThousandAnswersGrowAtOnce() throws IOException, InterruptedException {
    int most = STEPS.getLast();
    List<String> jvm = List.of("-Xmx2g");
    try (Rig rig = new Rig(folder, most, "{requests: [], running: 1, waiting: 5}", jvm)) {
      rig.account.otherwise(
          Script.answer("some words ".repeat(400)).pace(11, Duration.ofMillis(1500)));
      List<Person> people = rig.people("Tess", most);
      long idle = rig.process.residentBytes();
      say("idle: %d MB resident", idle >> 20);
      int asked = 0;
      for (int step : STEPS) {
        for (Person person : new ArrayList<>(people.subList(asked, step))) {
          rig.ask(person, "Tell me something long");
        }
        asked = step;
        await()
            .atMost(Duration.ofMinutes(5))
            .pollInterval(Duration.ofMillis(250))
            .until(() -> rig.account.runningNow() >= step);
        rig.process.mustLive(Duration.ofSeconds(3));
        long used = rig.process.heapAfterCollection();
        long now = rig.process.residentBytes();
        say(
            "%,d answers grow at once: %d MB resident, %d MB of live heap, %.0f KB more resident an"
                + " answer",
            step, now >> 20, used >> 20, (now - idle) / 1024.0 / step);
      }
    }
  }
}
