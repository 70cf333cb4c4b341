package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.FakeTelegram.Refusing;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who goes next, what whoever waits is shown, and an account that wants a pause. */
abstract class InLineScenarioTest extends Play {
  static final Duration PATIENCE = Duration.ofMinutes(4);

  final void start(String more) {
    line.accounts(
        "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", concurrency: 1}]"
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY));
    line.account.when("slow", Script.answer("word ".repeat(120)).pace(5, Duration.ofMillis(200)));
    line.start(more);
  }

  private List<String> questions() {
    return line.account.generations().stream().map(Generation::question).toList();
  }

  @Test
  void aHeavyUserKeepsNobodyWaitingWhoAskedLater() {
    start("limits: {default: {requests: [], running: 1, waiting: 5}}");
    for (int i = 1; i <= 3; i++) {
      stage.say("Ada", "Ada " + i);
      see(() -> stage.inPrivate("Ada"), "Answer to: Ada " + i, AGAIN);
    }
    stage.say("Ada", "slow one");
    await().atMost(PATIENCE).until(() -> line.account.runningNow() == 1);
    for (String more : List.of("Ben one", "Ben two", "Ben three")) {
      stage.say("Ben", more);
    }
    see(() -> stage.inPrivate("Ben"), "2 questions are ahead of yours.", "Cancel");
    stage.say("Cleo", "Cleo one");
    Seen note = see(() -> stage.inPrivate("Cleo"), "One question is ahead of yours.", "Cancel");
    assertThat(note.text()).contains("Yours should start in about");
    stage.say("Dan", "Dan one");
    see(() -> stage.inPrivate("Dan"), "2 questions are ahead of yours.", "Cancel");
    // What comes before them is seen by those who waited already.
    see(() -> stage.inPrivate("Ben"), "4 questions are ahead of yours.", "Cancel");

    see(() -> stage.inPrivate("Ben"), "Answer to: Ben three", AGAIN);
    assertThat(questions().subList(3, 9))
        .containsExactly("slow one", "Ben one", "Cleo one", "Dan one", "Ben two", "Ben three");
    assertThat(line.account.mostAtOnce()).isEqualTo(1);
    for (String person : List.of("Ben", "Cleo", "Dan")) {
      await(person + " sees no note any more")
          .until(() -> stage.inPrivate(person).stream().noneMatch(m -> m.text().contains("ahead")));
    }
  }

  @Test
  void theNoteFollowsTheQueueAndGoesWithTheAnswer() {
    start("limits: {default: {requests: [], running: 1, waiting: 2}}");
    stage.say("Ben", "slow one");
    await().atMost(PATIENCE).until(() -> line.account.runningNow() == 1);
    stage.say("Cleo", "slow two");
    see(() -> stage.inPrivate("Cleo"), "You are next in line.", "Cancel");
    stage.say("Dan", "three");
    see(() -> stage.inPrivate("Dan"), "One question is ahead of yours.", "Cancel");
    stage.command("Ben", "stop", "");
    Seen next = see(() -> stage.inPrivate("Dan"), "You are next in line.", "Cancel");
    assertThat(next.text()).doesNotContain("ahead");
    stage.command("Cleo", "stop", "");
    see(() -> stage.inPrivate("Dan"), "Answer to: three", AGAIN);
    await()
        .untilAsserted(
            () -> assertThat(stage.inPrivate("Dan")).noneMatch(m -> m.text().contains("in line")));
  }

  @Test
  void onlySoManyOfAMemberWait() {
    start("limits: {default: {requests: [], running: 1, waiting: 1}}");
    stage.say("Ben", "slow one");
    await().atMost(PATIENCE).until(() -> line.account.runningNow() == 1);
    stage.say("Ben", "two");
    Seen note = see(() -> stage.inPrivate("Ben"), "You are next in line.", "Cancel");
    stage.say("Ben", "three");
    see(() -> stage.inPrivate("Ben"), "One question of yours is waiting already.");
    stage.command("Ben", "status", "");
    Seen status = see(() -> stage.inPrivate("Ben"), "Being answered now: 1. Waiting: 1.");
    assertThat(status.text())
        .contains("Your questions here:", "next in line", "Last 5 minutes:", "Last hour:")
        .contains("Last day:");
    stage.press("Ben", note, "Cancel");
    see(() -> stage.inPrivate("Ben"), "You have taken this question back.");
    stage.say("Ben", "four");
    see(() -> stage.inPrivate("Ben"), "Answer to: four", AGAIN);
    assertThat(questions()).containsExactly("slow one", "four");
  }

  @Test
  void aPauseThatTheAccountAsksForIsHeldAndNobodyOvertakes() {
    line.account.next(Script.busy(4), Script.refuse(502, "oops"));
    start("limits: {default: {requests: []}}");
    stage.say("Ben", "one");
    await().atMost(PATIENCE).until(() -> line.account.generations().size() == 1);
    stage.say("Cleo", "two");
    see(() -> stage.inPrivate("Ben"), "Answer to: one", AGAIN);
    see(() -> stage.inPrivate("Cleo"), "Answer to: two", AGAIN);
    assertThat(questions()).containsExactly("one", "one", "one", "two");
    List<Generation> asked = line.account.generations();
    assertThat(Duration.ofNanos(asked.get(1).askedAt() - asked.get(0).askedAt()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(4));
    assertThat(asked.get(2).askedAt() - asked.get(1).askedAt()).isGreaterThan(500_000_000L);
  }
}

class InLineOnDiscordTest extends InLineScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class InLineOnTelegramTest extends InLineScenarioTest {
  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  @Test
  void aNoteThatCouldNotBeChangedIsChangedLater() {
    start("limits: {default: {requests: [], running: 1, waiting: 2}}");
    stage.say("Ben", "slow one");
    await().atMost(PATIENCE).until(() -> line.account.runningNow() == 1);
    stage.say("Cleo", "slow two");
    see(() -> stage.inPrivate("Cleo"), "You are next in line.", "Cancel");
    stage.say("Dan", "three");
    see(() -> stage.inPrivate("Dan"), "One question is ahead of yours.", "Cancel");
    telegram.fake().refuse("editmessagetext", "next in line", new Refusing(0, 1, 500, "Oops", 0));
    stage.command("Ben", "stop", "");
    see(() -> stage.inPrivate("Dan"), "You are next in line.", "Cancel");
  }
}
