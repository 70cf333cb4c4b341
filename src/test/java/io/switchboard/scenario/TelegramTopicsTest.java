package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.FakeTelegram.Refusing;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and forum topics of Telegram, where the bot hears all that is said or what is its own. */
class TelegramTopicsTest extends Play {
  private final TelegramStage telegram = new TelegramStage();
  private final FakeTelegram fake = telegram.fake();
  private final Person ben = telegram.who("Ben");
  private final Person cleo = telegram.who("Cleo");
  private final Chat forum = fake.forum("Club", ben, cleo);
  private final Chat cooking = fake.topic(forum, "Cooking");
  private final Chat sports = fake.topic(forum, "Sports");

  @Override
  Stage stage() {
    return telegram;
  }

  private Seen answered(Chat where, String question) {
    return see(() -> telegram.in(where), "Answer to: " + question, AGAIN);
  }

  private String asked(String question) {
    return line.account.answersFor(question).getLast().request().toString();
  }

  @ParameterizedTest(name = "privacy mode {0}")
  @ValueSource(booleans = {true, false})
  void onlyThoseWhoMeanTheBotAreAnswered(boolean privacy) {
    fake.privacyMode(privacy);
    line.start("");
    for (Chat where : List.of(telegram.group(), cooking)) {
      Shown cake = fake.say(cleo, where, "I like cake.");
      fake.reply(ben, cake, "So do I, and tea.");
      fake.say(ben, where, "@" + fake.botName() + " What is a pear?");
      Seen answer = answered(where, "What is a pear?");
      fake.reply(cleo, (Shown) answer.message(), "And a plum?");
      answered(where, "And a plum?");
      fake.say(ben, where, "/ask What is a fig?");
      answered(where, "What is a fig?");
    }
    assertThat(line.account.generations())
        .hasSize(6)
        .allSatisfy(g -> assertThat(g.request().toString()).doesNotContain("cake", "tea"));
    assertThat(telegram.in(sports)).isEmpty();
    assertThat(telegram.in(telegram.group())).hasSize(3);
    assertThat(telegram.in(cooking)).hasSize(3);
  }

  /** What goes on of it means the bot too, although nothing in it says so. */
  @Test
  void aLongPasteInAGroupIsOneQuestion() {
    fake.privacyMode(false);
    line.start("");
    String paste = "Begin. " + "word ".repeat(1_500) + "The end of it.";
    fake.say(ben, telegram.group(), "@" + fake.botName() + " " + paste);
    see(() -> telegram.in(telegram.group()), "", AGAIN);
    fake.say(ben, cooking, "/ask " + paste);
    see(() -> telegram.in(cooking), "", AGAIN);
    assertThat(line.account.answersFor("The end of it."))
        .hasSize(2)
        .allSatisfy(g -> assertThat(g.request().toString()).contains("Begin. word"));
    assertThat(line.account.generations()).hasSize(2);
  }

  @Test
  void aTopicHasItsOwnConversationThatItsPeopleCanShare() {
    line.start("");
    fake.say(telegram.who("Ada"), cooking, "/conversation shared");
    see(() -> telegram.in(cooking), "one conversation together");
    fake.say(ben, cooking, "/ask I like soup.");
    see(() -> telegram.in(cooking), "I like soup.", AGAIN);
    fake.say(cleo, cooking, "/ask Who likes it?");
    see(() -> telegram.in(cooking), "Who likes it?", AGAIN);
    assertThat(asked("Who likes it?")).contains("Ben: I like soup.");
    fake.say(ben, sports, "/ask What do I like?");
    answered(sports, "What do I like?");
    assertThat(asked("What do I like?")).doesNotContain("soup");
    fake.say(ben, forum, "/ask And in general?");
    answered(forum, "And in general?");
    assertThat(asked("And in general?")).doesNotContain("soup");
  }

  /**
   * Whoever may not write in a closed topic may still change what stands in it, or not even that.
   */
  @ParameterizedTest(name = "edits too: {0}")
  @ValueSource(booleans = {true, false})
  void aTopicThatIsClosedWhileAnAnswerGrowsKeepsNobodyFromAsking(boolean editsToo) {
    line.account.when("slow", Script.answer(InTrouble.words(110)).pace(6, Duration.ofMillis(30)));
    line.start("limits: {default: {running: 1}}");
    Supplier<List<Seen>> there = () -> telegram.in(cooking);
    fake.say(ben, cooking, "/ask slow, please");
    see(there, "word", "Stop");
    for (String method : List.of("sendmessage", editsToo ? "editmessagetext" : "sendphoto")) {
      String chat = "\"" + forum.id() + "\"";
      fake.refuse(method, chat, new Refusing(0, 1_000_000, 400, "Bad Request: TOPIC_CLOSED", 0));
    }
    if (editsToo) {
      await().atMost(Duration.ofMinutes(4)).until(() -> line.account.runningNow() == 0);
    } else {
      see(there, "THE END", AGAIN);
      InTrouble.eachOnce(there, 110);
    }
    stage.say("Ben", "And here?");
    see(() -> stage.inPrivate("Ben"), "And here?", AGAIN);
    stage.command("Ben", "conversations", "");
    see(() -> stage.inPrivate("Ben"), "slow, please");
  }
}
