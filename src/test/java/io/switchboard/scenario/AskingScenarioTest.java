package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people ask, and how answers grow, played on each platform. */
abstract class AskingScenarioTest extends Play {
  @Test
  void aQuestionInPrivateIsAnsweredOnce() {
    line.start("");
    stage.say("Ben", "Why is the sky blue?");
    Seen answer = see(() -> stage.inPrivate("Ben"), "Why is the sky blue?", AGAIN);
    assertThat(answer.buttons()).contains("Share").doesNotContain("Stop");

    stage.deliverAgain();
    stage.say("Ben", "And at night?");
    see(() -> stage.inPrivate("Ben"), "And at night?", AGAIN);
    assertThat(stage.inPrivate("Ben")).hasSize(2);
    assertThat(line.account.generations()).hasSize(2);
  }

  @Test
  void aFollowUpKnowsWhatWasSaidBefore() {
    line.start("");
    stage.say("Ben", "My cat is called Ada.");
    see(() -> stage.inPrivate("Ben"), "My cat is called Ada.", AGAIN);
    stage.say("Ben", "What is she called?");
    see(() -> stage.inPrivate("Ben"), "What is she called?", AGAIN);
    assertThat(line.account.answersFor("What is she called?").getFirst().request().toString())
        .contains("My cat is called Ada.");

    stage.command("Ben", "new", "");
    see(() -> stage.inPrivate("Ben"), "A new conversation begins here");
    stage.say("Ben", "Do you know my cat?");
    see(() -> stage.inPrivate("Ben"), "Do you know my cat?", AGAIN);
    assertThat(line.account.answersFor("Do you know my cat?").getFirst().request().toString())
        .doesNotContain("called Ada");
  }

  @Test
  void inAGroupOnlyThoseWhoMeanTheBotAreAnswered() {
    line.start("");
    stage.chatInGroup("Ben", "Lunch, anybody?");
    stage.sayInGroup("Ben", "What is a group?");
    Seen answer = see(() -> stage.inGroup("Ben"), "What is a group?", AGAIN);
    stage.reply("Ben", answer, "And a ring?");
    see(() -> stage.inGroup("Ben"), "And a ring?", AGAIN);
    stage.commandInGroup("Cleo", "ask", "What is a field?");
    see(() -> stage.inGroup("Cleo"), "What is a field?", AGAIN);
    assertThat(line.account.generations()).hasSize(3);
  }

  @Test
  void conversationsOfMembersDoNotMix() {
    line.start("");
    stage.sayInGroup("Ben", "I am Ben and I like tea.");
    see(() -> stage.inGroup("Ben"), "I like tea", AGAIN);
    stage.sayInGroup("Cleo", "What do I like?");
    see(() -> stage.inGroup("Cleo"), "What do I like?", AGAIN);
    assertThat(line.account.answersFor("What do I like?").getFirst().request().toString())
        .doesNotContain("tea");
  }

  @Test
  void aLongAnswerArrivesWholeWithItsFencesClosed() {
    String code =
        IntStream.range(0, 160).mapToObj(i -> "line " + i + ";").collect(Collectors.joining("\n"));
    String text =
        IntStream.range(0, 60)
                .mapToObj(i -> "Sentence number " + i + " of many.")
                .collect(Collectors.joining(" "))
            + "\n\n```java\n"
            + code
            + "\n```\n\n"
            + IntStream.range(60, 120)
                .mapToObj(i -> "Sentence number " + i + " of many.")
                .collect(Collectors.joining("\n\n"))
            + "\n\nTHE END";
    line.account.when("long", Script.answer(text).pace(200, Duration.ofMillis(10)));
    line.start("");
    stage.say("Ben", "Something long, please");
    see(() -> stage.inPrivate("Ben"), "THE END", AGAIN);
    String all = stage.inPrivate("Ben").stream().map(Seen::text).collect(Collectors.joining("\n"));
    for (int i = 0; i < 120; i++) {
      assertThat(all).containsOnlyOnce("Sentence number " + i + " of");
    }
    for (int i = 0; i < 160; i++) {
      assertThat(all).containsOnlyOnce("line " + i + ";");
    }
    for (Seen message : stage.inPrivate("Ben")) {
      assertThat(message.text().split("```", -1).length % 2).isEqualTo(1);
    }
  }

  @Test
  void stopEndsTheCallAndKeepsWhatWasWritten() {
    line.account.when(
        "for ever", Script.answer("word ".repeat(2000)).pace(5, Duration.ofMillis(50)));
    line.start("");
    stage.say("Ben", "Talk for ever");
    Seen growing = see(() -> stage.inPrivate("Ben"), "word", "Stop");
    stage.press("Ben", growing, "Stop");
    Seen stopped = see(() -> stage.inPrivate("Ben"), "Stopped.", AGAIN);
    assertThat(stopped.text()).contains("word");
    await().until(() -> line.account.aborted() == 1);

    stage.say("Ben", "Talk for ever again");
    see(() -> stage.inPrivate("Ben"), "word", "Stop");
    stage.command("Ben", "stop", "");
    await().until(() -> line.account.aborted() == 2);
  }

  @Test
  void anotherVariantIsAnotherAnswer() {
    line.account.next(Script.answer("First variant."), Script.answer("Second variant."));
    line.start("");
    stage.say("Ben", "Tell me something");
    Seen first = see(() -> stage.inPrivate("Ben"), "First variant.", AGAIN);
    stage.press("Ben", first, AGAIN);
    see(() -> stage.inPrivate("Ben"), "Second variant.", AGAIN);
    assertThat(line.account.answersFor("Tell me something")).hasSize(2);
    assertThat(line.account.generations().getLast().request().toString())
        .doesNotContain("First variant.");
  }

  @Test
  void variantsArePagedAndTheTalkGoesOnFromTheOneShown() {
    line.account.next(
        Script.answer("First variant."),
        Script.answer("Second variant."),
        Script.answer("Third variant."));
    line.start("");
    stage.say("Ben", "Tell me something");
    Seen first = see(() -> stage.inPrivate("Ben"), "First variant.", AGAIN);
    stage.press("Ben", first, AGAIN);
    Seen second = see(() -> stage.inPrivate("Ben"), "Second variant.", "2/2");
    stage.press("Ben", second, AGAIN);
    Seen third = see(() -> stage.inPrivate("Ben"), "Third variant.", "3/3");
    int messages = stage.inPrivate("Ben").size();

    line.restart();
    stage.press("Ben", third, "▶");
    Seen paged = see(() -> stage.inPrivate("Ben"), "First variant.", "1/3");
    stage.press("Ben", paged, "▶");
    see(() -> stage.inPrivate("Ben"), "Second variant.", "2/3");
    assertThat(stage.inPrivate("Ben")).hasSize(messages);
    assertThat(stage.inPrivate("Ben").getLast().text()).contains("Second variant.");

    stage.say("Ben", "And then?");
    see(() -> stage.inPrivate("Ben"), "And then?", AGAIN);
    assertThat(line.account.generations().getLast().request().toString())
        .contains("Second variant.")
        .doesNotContain("First variant.")
        .doesNotContain("Third variant.");
  }

  @Test
  void onlyTheAskerLooksThroughVariants() {
    line.account.next(Script.answer("First variant."), Script.answer("Second variant."));
    line.start("");
    stage.sayInGroup("Ben", "Tell us something");
    Seen first = see(() -> stage.inGroup("Ben"), "First variant.", AGAIN);
    stage.press("Ben", first, AGAIN);
    Seen second = see(() -> stage.inGroup("Ben"), "Second variant.", "2/2");
    stage.press("Cleo", second, "◀");
    see(() -> stage.inGroup("Cleo"), "belongs to somebody else");
    assertThat(see(() -> stage.inGroup("Ben"), "Second variant.", "2/2")).isNotNull();
  }

  @Test
  void whoWaitsSeesWhereTheyStandAndCanTakeItBack() {
    line.account.when("slow", Script.answer("word ".repeat(400)).pace(5, Duration.ofMillis(40)));
    line.start("");
    stage.say("Ben", "slow one");
    stage.say("Cleo", "slow two");
    await().until(() -> line.account.runningNow() == 2);
    stage.say("Dan", "a third");
    Seen note = see(() -> stage.inPrivate("Dan"), "line", "Cancel");
    stage.press("Dan", note, "Cancel");
    see(() -> stage.inPrivate("Dan"), "taken this question back");
    stage.command("Ben", "stop", "");
    stage.command("Cleo", "stop", "");
    see(() -> stage.inPrivate("Ben"), "Stopped.", AGAIN);
    see(() -> stage.inPrivate("Cleo"), "Stopped.", AGAIN);
    assertThat(line.account.mostAtOnce()).isLessThanOrEqualTo(2);
    assertThat(line.account.answersFor("a third")).isEmpty();
  }

  @Test
  void anAccountInTroubleIsAskedAgain() {
    line.account.next(Script.busy(1), Script.refuse(500, "oops"), Script.answer("At last."));
    line.start("");
    stage.say("Ben", "Are you there?");
    see(() -> stage.inPrivate("Ben"), "At last.", AGAIN);
  }
}
