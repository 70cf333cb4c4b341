package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.FakeTelegram.Refusing;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Telegram says to a call in the middle of an answer, in the end it is there once. */
class TelegramTroubleTest extends InTrouble {
  private static final String TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n\n";

  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  private void begin(boolean rich) {
    if (rich) {
      telegram.fake().withRichMessages();
    }
    begin(TABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "sendrichmessagedraft, 1, 3, 429, Too Many Requests: retry after 1, 1",
    "sendrichmessagedraft, 0, 9, 400, Bad Request: message is not modified, 0",
    "sendrichmessagedraft, 1, 9, 0, reset, 0",
    "sendrichmessage, 0, 1, 429, Too Many Requests: retry after 1, 1",
    "sendrichmessage, 0, 1, 0, reset, 0",
    "sendrichmessage, 0, 9, 400, Bad Request: RICH_MESSAGE_BLOCKS_TOO_MANY, 0",
    "editmessagetext, 0, 1, 429, Too Many Requests: retry after 1, 1",
    "editmessagetext, 1, 2, 400, Bad Request: message to edit not found, 0",
    "editmessagetext, 0, 2, 0, reset, 0",
  })
  void inPrivateWithRichMessages(
      String method, int before, int times, int code, String description, int retryAfter) {
    begin(true);
    telegram.fake().refuse(method, "", new Refusing(before, times, code, description, retryAfter));
    stage.say("Ben", "slow, please");
    wholeOnce(() -> stage.inPrivate("Ben"));
  }

  @ParameterizedTest
  @CsvSource({
    "sendmessage, 0, 1, 429, Too Many Requests: retry after 1, 1",
    "sendmessage, 0, 1, 500, Internal Server Error, 0",
    "sendmessage, 0, 1, 400, Bad Request: can't parse entities: unsupported start tag, 0",
    "editmessagetext, 1, 1, 400, Bad Request: can't parse entities: unexpected end tag, 0",
    "editmessagetext, 0, 3, 503, Service Unavailable, 0",
  })
  void inAGroupWithoutRichMessages(
      String method, int before, int times, int code, String description, int retryAfter) {
    begin(false);
    telegram.fake().refuse(method, "", new Refusing(before, times, code, description, retryAfter));
    stage.sayInGroup("Ben", "slow, please");
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 403, Forbidden: bot was blocked by the user",
    "true, 403, Forbidden: bot was kicked from the supergroup chat",
    "true, 400, Bad Request: not enough rights to send text messages to the chat",
  })
  void aPlaceThatIsLostEndsQuietly(boolean inGroup, int code, String description) {
    begin(true);
    FakeTelegram fake = telegram.fake();
    Supplier<List<Seen>> where = () -> inGroup ? stage.inGroup("Ben") : stage.inPrivate("Ben");
    if (inGroup) {
      stage.sayInGroup("Ben", "slow, please");
      Seen seen = see(where, "word", "Stop");
      lose(fake, ((Shown) seen.message()).chat().id(), code, description);
    } else {
      stage.say("Ben", "slow, please");
      await().until(() -> !fake.drafts().isEmpty());
      lose(fake, telegram.chat("Ben").id(), code, description);
    }
    await().atMost(Duration.ofMinutes(4)).until(() -> line.account.runningNow() == 0);
    stage.say("Cleo", "And here?");
    see(() -> stage.inPrivate("Cleo"), "And here?", AGAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bad Request: RICH_MESSAGE_BLOCKS_TOO_MANY", "Bad Request: can't parse"})
  void aLongRichAnswerThatIsRefusedComesInMoreMessages(String description) {
    line.account.when("first", Script.answer("| a |\n|---|\n| 1 |\n\nyes"));
    String text = "| a |\n|---|\n| 1 |\n\n" + words(900);
    line.account.when("slow", Script.answer(text).pace(400, Duration.ofMillis(20)));
    telegram.fake().withRichMessages();
    line.start("");
    stage.say("Ben", "first");
    see(() -> stage.inPrivate("Ben"), "yes", AGAIN);
    Refusing refusing = new Refusing(0, 1_000, 400, description, 0);
    telegram.fake().refuse("sendrichmessage", "word50.", refusing);
    telegram.fake().refuse("editmessagetext", "rich_message\":{\"html", refusing);
    stage.say("Ben", "slow, please");
    see(() -> stage.inPrivate("Ben"), "THE END", AGAIN);
    await().untilAsserted(() -> eachOnce(() -> stage.inPrivate("Ben"), 900));
    assertThat(stage.inPrivate("Ben")).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aGroupThatBecomesASupergroupMeanwhileIsFollowed() {
    begin(true);
    stage.sayInGroup("Ben", "slow, please");
    see(() -> stage.inGroup("Ben"), "word", "Stop");
    Chat after = telegram.fake().migrate(telegram.group());
    wholeOnce(() -> telegram.in(after));
  }

  @Test
  void anAnswerThatSomebodyDeletesWhileItGrowsComesWhole() {
    begin(true);
    stage.sayInGroup("Ben", "slow, please");
    telegram.fake().delete((Shown) see(() -> stage.inGroup("Ben"), "word", "Stop").message());
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  /** As many calls as Telegram wants: a group in slow mode lets the bot speak now and then. */
  @Test
  void aPauseInTheMiddleIsWaitedOut() {
    begin(true);
    stage.sayInGroup("Ben", "slow, please");
    see(() -> stage.inGroup("Ben"), "word", "Stop");
    telegram.fake().throttleNext(telegram.group(), 6);
    wholeOnce(() -> stage.inGroup("Ben"));
    assertThat(telegram.fake().refusals()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "429, Too Many Requests: retry after 2, 2, 1",
    "400, Bad Request: PHOTO_INVALID_DIMENSIONS, 0, 1",
  })
  void aPictureArrives(int code, String description, int retryAfter, int times) {
    drawing();
    Refusing how = new Refusing(0, times, code, description, retryAfter);
    telegram.fake().refuse("sendphoto", "", how);
    stage.say("Ben", "/image a cat");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> stage.inPrivate("Ben").stream().anyMatch(m -> !stage.files(m).isEmpty()));
    assertThat(stage.inPrivate("Ben")).filteredOn(m -> !stage.files(m).isEmpty()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: not enough rights to send photos to the chat",
    "413, Request Entity Too Large",
  })
  void whereNoFilesAreTakenAPictureIsToldOfAndNotCharged(int code, String why) {
    drawing();
    for (String kind : List.of("photo", "document")) {
      telegram.fake().refuse("send" + kind, "", new Refusing(0, 1_000, code, why, 0));
    }
    stage.commandInGroup("Ben", "image", "a cat");
    see(() -> stage.inGroup("Ben"), "cannot be shown here");
  }

  private static void lose(FakeTelegram fake, long chat, int code, String description) {
    String id = "\"" + chat + "\"";
    for (String method :
        List.of(
            "sendmessage",
            "sendrichmessage",
            "editmessagetext",
            "sendmessagedraft",
            "sendrichmessagedraft",
            "deletemessage",
            "sendchataction")) {
      fake.refuse(method, id, new Refusing(0, 1_000_000, code, description, 0));
    }
  }
}
