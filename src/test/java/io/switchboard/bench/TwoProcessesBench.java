package io.switchboard.bench;

import static io.switchboard.bench.Figures.say;
import static org.awaitility.Awaitility.await;

import io.switchboard.crash.SwitchboardProcess;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same questions for one process and for two, on one PostgreSQL, under the same cap: quick
 * answers, so that the processes are the bound and not the account. Each process counts on one
 * core, as if it had a machine of its own; the other cores are for the database, the platform and
 * the account. Processes that share all cores are measured, too: together they have no more of them
 * than one.
 */
class TwoProcessesBench {
  private static final int PEOPLE = 200;
  private static final int EACH = 3;
  private static final int CAP = 64;

  @TempDir Path folder;

  @Test
  void withACoreEach() {
    oneAndTwo("with a core each", List.of("-Xmx512m", "-XX:ActiveProcessorCount=1"));
  }

  @Test
  void onTheSameCores() {
    oneAndTwo("on the same cores", List.of("-Xmx512m"));
  }

  private void oneAndTwo(String where, List<String> jvm) {
    double one = seconds(1, jvm);
    double two = seconds(2, jvm);
    say(
        "%s: %d questions under a cap of %d on PostgreSQL, until all are answered: one process"
            + " %.1f s, two processes %.1f s (%.2f times as fast)",
        where, PEOPLE * EACH, CAP, one, two, one / two);
  }

  private double seconds(int processes, List<String> jvm) {
    String database = TestDatabases.postgresUrl();
    List<SwitchboardProcess> running = new ArrayList<>();
    try (FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
        FakeOpenAi account = FakeOpenAi.start()) {
      account.otherwise(
          Script.answer("Some words of an answer. ".repeat(16) + "END{question}")
              .pace(80, Duration.ofMillis(10)));
      try {
        for (int i = 0; i < processes; i++) {
          running.add(start("of" + processes + "number" + i, telegram, account, database, jvm));
        }
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> telegram.calls().contains("setmycommands"));
        List<Person> people =
            IntStream.range(0, PEOPLE).mapToObj(i -> telegram.person("Tess" + i)).toList();
        round(telegram, account, people, "warm");
        return round(telegram, account, people, "asked");
      } finally {
        running.forEach(SwitchboardProcess::close);
      }
    }
  }

  private static double round(
      FakeTelegram telegram, FakeOpenAi account, List<Person> people, String name) {
    long begin = System.nanoTime();
    for (int i = 0; i < EACH; i++) {
      for (Person person : people) {
        telegram.say(person, telegram.privateChat(person), name + "q" + i + person.id() + "x");
      }
    }
    await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> account.answersFor(name).size() >= people.size() * EACH);
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> account.runningNow() == 0);
    return (System.nanoTime() - begin) / 1e9;
  }

  private SwitchboardProcess start(
      String name, FakeTelegram telegram, FakeOpenAi account, String database, List<String> jvm) {
    String yaml =
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: [{name: main, baseUrl: "%s", apiKey: "%s", concurrency: %d}]
        access: {allow: [everyone]}
        limits: {default: {requests: [], running: 1, waiting: 5}}
        conversations: {titles: false}
        web: {port: 0}
        database: {url: "%s"}
        """
            .formatted(
                telegram.token(), telegram.url(), account.baseUrl(), FakeOpenAi.KEY, CAP, database);
    try {
      Path home = Files.createDirectories(folder.resolve(jvm.size() + name));
      Files.writeString(home.resolve("switchboard.yaml"), yaml);
      SwitchboardProcess process = SwitchboardProcess.start(home, Map.of(), jvm);
      process.awaitReady();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
