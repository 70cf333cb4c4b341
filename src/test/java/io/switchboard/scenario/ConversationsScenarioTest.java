package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Conversations and whose they are, played on each platform through its real client library. */
abstract class ConversationsScenarioTest extends Play {
  private String asked(String question) {
    return line.account.answersFor(question).getLast().request().toString();
  }

  @Test
  void inASharedPlaceTheModelKnowsWhoSaidWhat() {
    line.start("");
    stage.commandInGroup("Ada", "conversation", "shared");
    see(() -> stage.inGroup("Ada"), "one conversation together");
    stage.sayInGroup("Ben", "I like tea.");
    see(() -> stage.inGroup("Ben"), "I like tea.", AGAIN);
    stage.sayInGroup("Cleo", "Who likes tea?");
    Seen answer = see(() -> stage.inGroup("Cleo"), "Who likes tea?", AGAIN);
    assertThat(asked("Who likes tea?"))
        .contains("Ben: I like tea.")
        .contains("Cleo: Who likes tea?")
        .contains("Several people write in this conversation");
    stage.press("Ben", answer, AGAIN);
    see(() -> stage.inGroup("Ben"), "Who likes tea?", "2/2");
    stage.say("Cleo", "And I?");
    see(() -> stage.inPrivate("Cleo"), "And I?", AGAIN);
    assertThat(asked("And I?")).doesNotContain("tea");
  }

  @Test
  void aReplyToAnOldAnswerGoesOnFromThereAfterWeeks() {
    line.start("");
    stage.say("Ben", "My cat is called Ada.");
    Seen old = see(() -> stage.inPrivate("Ben"), "My cat is called Ada.", AGAIN);
    stage.say("Ben", "My dog is called Bo.");
    see(() -> stage.inPrivate("Ben"), "My dog is called Bo.", AGAIN);
    stage.command("Ben", "new", "");
    see(() -> stage.inPrivate("Ben"), "A new conversation begins here");
    stage.say("Ben", "The weather is fine.");
    see(() -> stage.inPrivate("Ben"), "The weather is fine.", AGAIN);
    line.clock.step(Duration.ofDays(40));
    line.restart();
    stage.reply("Ben", old, "What is she called?");
    see(() -> stage.inPrivate("Ben"), "What is she called?", AGAIN);
    assertThat(asked("What is she called?"))
        .contains("called Ada")
        .doesNotContain("called Bo")
        .doesNotContain("weather");
  }

  @Test
  void anEditedQuestionIsAnsweredAsItReadsNow() {
    line.start("");
    stage.say("Ben", "I begin here.");
    see(() -> stage.inPrivate("Ben"), "I begin here.", AGAIN);
    stage.say("Ben", "What is a gruop?");
    see(() -> stage.inPrivate("Ben"), "What is a gruop?", AGAIN);
    stage.edit("Ben", "What is a group?");
    see(() -> stage.inPrivate("Ben"), "What is a group?", AGAIN);
    stage.deliverAgain();
    assertThat(asked("What is a group?")).contains("I begin here.").doesNotContain("gruop");
    stage.say("Ben", "And a ring?");
    see(() -> stage.inPrivate("Ben"), "And a ring?", AGAIN);
    assertThat(asked("And a ring?")).contains("What is a group?").doesNotContain("gruop");
    assertThat(line.account.generations()).hasSize(4);
  }

  @Test
  void theListIsSearchedRenamedAndDeletedFrom() {
    line.start("limits: {default: {requests: []}}");
    for (int i = 1; i <= 5; i++) {
      stage.say("Ben", "Topic number " + i);
      see(() -> stage.inPrivate("Ben"), "Topic number " + i, AGAIN);
      stage.command("Ben", "new", "");
    }
    stage.command("Ben", "conversations", "");
    Seen list = see(() -> stage.inPrivate("Ben"), "5 conversations", "2/2 ▶");
    stage.press("Ben", list, "2/2 ▶");
    Seen last = see(() -> stage.inPrivate("Ben"), "Topic number 1", "◀ 1/2");
    stage.press("Ben", last, "Rename");
    Seen how = see(() -> stage.inPrivate("Ben"), "/conversations rename #");
    String number = how.text().replaceAll("(?s).*rename (#\\d+).*", "$1");
    stage.command("Ben", "conversations", "rename " + number + " Pears");
    see(() -> stage.inPrivate("Ben"), "now called “Pears”");
    stage.command("Ben", "conversations", "search pears");
    Seen found = see(() -> stage.inPrivate("Ben"), "in one conversation", "Delete");
    stage.press("Ben", found, "Delete");
    Seen sure = see(() -> stage.inPrivate("Ben"), "Delete “Pears”", "Yes, delete it");
    stage.press("Ben", sure, "Yes, delete it");
    see(() -> stage.inPrivate("Ben"), "“Pears” is deleted");
    stage.command("Ben", "conversations", "");
    see(() -> stage.inPrivate("Ben"), "4 conversations");
  }

  @Test
  void theAccountGivesTitlesWhileNobodyNeedsIt() {
    line.start("conversations: {titles: true}\nlimits: {default: {requests: [1/hour]}}");
    line.account.when("\n\nAssistant: ", Script.answer("**Zebra stripes**"));
    stage.say("Ben", "Why do zebras have stripes?");
    see(() -> stage.inPrivate("Ben"), "Why do zebras have stripes?", AGAIN);
    line.clock.step(Duration.ofSeconds(10));
    await().until(() -> line.account.answersFor("\n\nAssistant: ").size() == 1);
    await()
        .untilAsserted(
            () -> {
              stage.command("Ben", "conversations", "");
              see(() -> stage.inPrivate("Ben"), "Zebra stripes", "Rename");
            });
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "1 of 1");
    line.clock.step(Duration.ofHours(2));
    stage.say("Ben", "And donkeys?");
    see(() -> stage.inPrivate("Ben"), "And donkeys?", AGAIN);
    line.clock.step(Duration.ofMinutes(10));
    stage.command("Ben", "status", "");
    assertThat(line.account.answersFor("\n\nAssistant: ")).hasSize(1);
  }

  @Test
  void adminsReadOnlyWhatTheyAreLetAndThatIsSeen() {
    line.start("conversations: {titles: false, adminsMayRead: true}");
    stage.say("Ben", "About my pears");
    see(() -> stage.inPrivate("Ben"), "About my pears", AGAIN);
    stage.command("Ada", "conversation", "find pears");
    see(() -> stage.inPrivate("Ada"), "No conversation of that kind");
    stage.command("Ada", "conversation", "find");
    Seen found = see(() -> stage.inPrivate("Ada"), "one question");
    assertThat(found.buttons()).singleElement().asString().startsWith("Delete: #");
    assertThat(found.text()).contains("Ben").doesNotContain("About my pears");
    stage.command("Ben", "conversations", "admins");
    Seen shut = see(() -> stage.inPrivate("Ben"), "Admins cannot read", "Let admins read");
    stage.press("Ben", shut, "Let admins read");
    see(() -> stage.inPrivate("Ben"), "Admins may read");
    stage.command("Ada", "conversation", "find pears");
    Seen open = see(() -> stage.inPrivate("Ada"), "About my pears", "Read: About my pears");
    stage.press("Ada", open, "Read: About my pears");
    Seen file = see(() -> stage.inPrivate("Ada"), "It is written down that you looked");
    assertThat(stage.files(file)).hasSize(1);
    stage.command("Ben", "conversations", "admins");
    see(() -> stage.inPrivate("Ben"), "Who looked at what");
    stage.press("Ada", open, "Delete: About my pears");
    Seen sure = see(() -> stage.inPrivate("Ada"), "is told", "Yes, delete it");
    stage.press("Ada", sure, "Yes, delete it");
    see(() -> stage.inPrivate("Ben"), "An admin has deleted your conversation");
  }

  @Test
  void oneIsTakenAwayAsAPdf() {
    line.start("");
    stage.say("Ben", "为什么天空是蓝色的？");
    see(() -> stage.inPrivate("Ben"), "为什么天空是蓝色的？", AGAIN);
    stage.command("Ben", "export", "pdf");
    Seen file = see(() -> stage.inPrivate("Ben"), "one question and its answer");
    assertThat(stage.files(file)).singleElement().asString().endsWith(".pdf");
  }

  @Test
  void whoWantsToBeForgottenIs() {
    line.start("");
    stage.say("Ben", "My secret is a pear.");
    see(() -> stage.inPrivate("Ben"), "My secret is a pear.", AGAIN);
    stage.command("Ben", "forgetme", "");
    Seen sure = see(() -> stage.inPrivate("Ben"), "Everything of yours would go", "Yes, forget me");
    stage.press("Ben", sure, "Yes, forget me");
    see(() -> stage.inPrivate("Ben"), "you are forgotten");
    Awaitility.await()
        .until(() -> stage.inPrivate("Ben").stream().noneMatch(m -> m.text().contains("a pear")));
    stage.say("Ben", "What is my secret?");
    see(() -> stage.inPrivate("Ben"), "What is my secret?", AGAIN);
    assertThat(asked("What is my secret?")).doesNotContain("pear");
  }
}
