package io.switchboard.bench;

import static org.awaitility.Awaitility.await;

import io.switchboard.crash.SwitchboardProcess;
import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The program as a process of its own, between people on Telegram and an account. */
final class Rig implements AutoCloseable {
  private static final int MOST_OF_ONE = 1000;

  final FakeTelegram telegram = FakeTelegram.start().withoutBudgets();
  final FakeOpenAi account = FakeOpenAi.start();
  final SwitchboardProcess process;

  /**
   * @param cap how many answers at once
   * @param limits the default limits, in YAML's short form
   * @param jvm options of the process
   */
  Rig(Path folder, int cap, String limits, List<String> jvm) {
    String yaml =
        """
        telegram: {token: "%s", apiUrl: "%s"}
        accounts: %s
        access: {allow: [everyone]}
        limits: {default: %s}
        web: {port: 0}
        database: {url: "%s"}
        """
            .formatted(
                telegram.token(),
                telegram.url(),
                accounts(cap),
                limits,
                TestDatabases.h2(folder.resolve("data/switchboard")));
    try {
      Files.writeString(folder.resolve("switchboard.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = SwitchboardProcess.start(folder, Map.of(), jvm);
    process.awaitReady();
    await().atMost(Duration.ofSeconds(60)).until(() -> telegram.calls().contains("setmycommands"));
  }

  /** One account, or several where one may not answer so many at once. */
  private String accounts(int cap) {
    int number = Math.ceilDiv(cap, MOST_OF_ONE);
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                "{name: account%d, baseUrl: \"%s\", apiKey: \"%s\", concurrency: %d}"
                    .formatted(i, account.baseUrl(), FakeOpenAi.KEY, cap / number))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  List<Person> people(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> telegram.person(name + i)).toList();
  }

  void ask(Person person, String question) {
    telegram.say(person, telegram.privateChat(person), question);
  }

  /** Those of the account's answers that were given to the end, and whose question says this. */
  List<Generation> given(String question) {
    return account.answersFor(question).stream()
        .filter(g -> g.state() == Generation.State.COMPLETE)
        .toList();
  }

  /** How many of a person's messages from the bot say this. */
  long shown(Person person, String text) {
    return telegram.fromBot(telegram.privateChat(person)).stream()
        .filter(m -> m.text().contains(text))
        .count();
  }

  @Override
  public void close() {
    process.close();
    telegram.close();
    account.close();
  }
}
