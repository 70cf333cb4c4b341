package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several accounts, played on each platform through its real client library. */
abstract class AccountsScenarioTest extends Play {
  private final FakeOpenAi spare = FakeOpenAi.start();

  @BeforeEach
  void giveTwoAccounts() {
    line.accounts(
        """

          - {name: main, baseUrl: "%s", apiKey: "%s", concurrency: 2, weight: 1000}
          - {name: spare, baseUrl: "%s", apiKey: "%s", concurrency: 2}
        """
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY, spare.baseUrl(), FakeOpenAi.KEY));
  }

  @AfterEach
  void closeTheSpareOne() {
    spare.close();
  }

  @Test
  void whenOneRefusesItsKeyTheOtherAnswersAndNobodyNotices() {
    line.account.key("another");
    line.start("");
    stage.say("Ben", "Is anybody there?");
    Seen answer = see(() -> stage.inPrivate("Ben"), "Is anybody there?", AGAIN);
    assertThat(stage.inPrivate("Ben")).hasSize(1);
    assertThat(answer.text()).contains("made-up");
    stage.say("Cleo", "For me too?");
    see(() -> stage.inPrivate("Cleo"), "For me too?", AGAIN);
    assertThat(line.account.unauthorised()).isEqualTo(1);
    assertThat(spare.generations()).hasSize(2);

    line.restart();
    stage.say("Ben", "And after the restart?");
    see(() -> stage.inPrivate("Ben"), "And after the restart?", AGAIN);
    assertThat(line.account.unauthorised()).isEqualTo(1);

    line.account.key(FakeOpenAi.KEY);
    line.clock.step(Duration.ofMinutes(6));
    stage.say("Ben", "Later?");
    see(() -> stage.inPrivate("Ben"), "Later?", AGAIN);
    assertThat(line.account.answersFor("Later?")).hasSize(1);
  }

  private static byte[] sound(String words) {
    return ("OggS\0\u0002 SAY" + words + "DONE").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsSaidAloudIsHeardOnceAndAnswered() {
    line.start("answers: {showCost: false}");
    stage.speak("Ben", sound("Wie spät ist es auf dem Mond?"));
    Seen answer = see(() -> stage.inPrivate("Ben"), "I understood", AGAIN);
    assertThat(answer.text())
        .contains("Answer to: Wie spät ist es auf dem Mond?")
        .contains("I understood: “Wie spät ist es auf dem Mond?”");
    assertThat(line.account.heard())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("voice.ogg audio/ogg");

    stage.press("Ben", answer, AGAIN);
    see(() -> stage.inPrivate("Ben"), "Answer to: Wie spät", "◀");
    stage.say("Ben", "And on Mars?");
    see(() -> stage.inPrivate("Ben"), "Answer to: And on Mars?", AGAIN);
    assertThat(line.account.heard()).hasSize(1);
    assertThat(line.account.answersFor("And on Mars?").getFirst().request().toString())
        .contains("Wie spät ist es auf dem Mond?");
    stage.command("Ben", "conversations", "");
    see(() -> stage.inPrivate("Ben"), "Wie spät ist es auf dem Mond? (you are here)");
  }

  @Test
  void aVoiceMessageThatCannotBeHeardIsToldAndOneThatFailsIsTriedAgain() {
    line.start("limits: {default: {voice: [1/hour]}}");
    line.account.next(Script.refuse(500, "{}"));
    stage.speak("Ben", sound("Once more?"));
    see(() -> stage.inPrivate("Ben"), "Answer to: Once more?", AGAIN);
    stage.speak("Ben", sound("And again?"));
    see(() -> stage.inPrivate("Ben"), "used up");
    line.account.next(Script.refuse(404, "invalid_request_error", "model_not_found", "none"));
    stage.speak("Cleo", sound("Hello?"));
    see(() -> stage.inPrivate("Cleo"), "does not know the chosen model", AGAIN);
  }

  @Test
  void whereNobodyHearsAVoiceMessageIsRefusedAtOnce() {
    line.accounts(
        "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", transcriptionModel: \"\"}]"
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY));
    line.start("");
    stage.speak("Ben", sound("Hello?"));
    see(() -> stage.inPrivate("Ben"), "No account here understands voice messages");
  }

  @Test
  void aPictureIsDrawnUnderTheLimits() {
    line.accounts(
        "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", imageModel: gpt-image-1}]"
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY));
    line.start("limits: {default: {images: [1/hour], tokens: [5000/hour]}}");
    line.account.next(Script.refuse(503, "{}"));
    stage.command("Ben", "image", "a red cat on a roof");
    see(() -> stage.inPrivate("Ben"), "a red cat on a roof");
    assertThat(line.account.heard()).containsExactly("drawn a red cat on a roof");
    assertThat(stage.inPrivate("Ben").stream().flatMap(seen -> stage.contents(seen).stream()))
        .hasSize(1)
        .allSatisfy(png -> assertThat(png).startsWith(0x89, 'P', 'N', 'G').hasSize(70));
    stage.command("Ben", "image", "another");
    see(() -> stage.inPrivate("Ben"), "used up");
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "1,100 of 5,000 tokens");
    line.account.next(Script.refuse(400, "invalid_request_error", "content_policy", "no"));
    stage.command("Cleo", "image", "something bad");
    see(() -> stage.inPrivate("Cleo"), "refused this question");
  }

  @Test
  void aModelAndAPersonaAreChosenForAConversation() throws IOException {
    Path personas = Files.createDirectories(folder.resolve("personas"));
    Files.writeString(
        personas.resolve("pirate.md"), "---\ntitle: Pirate\n---\nTalk like a pirate.");
    line.accounts(
        """

          - {name: main, baseUrl: "%s", apiKey: "%s", concurrency: 2}
          - {name: spare, baseUrl: "%s", apiKey: "%s", concurrency: 2, models: [gpt-4o-mini]}
        """
            .formatted(line.account.baseUrl(), FakeOpenAi.KEY, spare.baseUrl(), FakeOpenAi.KEY));
    line.start("answers: {showCost: true}");
    stage.command("Ben", "model", "");
    stage.press(
        "Ben", see(() -> stage.inPrivate("Ben"), "The usual model", "gpt-4o-mini"), "gpt-4o-mini");
    see(() -> stage.inPrivate("Ben"), "gpt-4o-mini answers in this conversation");
    stage.command("Ben", "persona", "pirate");
    see(() -> stage.inPrivate("Ben"), "I am: Pirate");
    for (int i = 0; i < 3; i++) {
      stage.say("Ben", "Ahoy " + i);
      Seen seen = see(() -> stage.inPrivate("Ben"), "Ahoy " + i, AGAIN);
      assertThat(seen.text()).contains("tokens in").contains("gpt-4o-mini");
    }
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "Your last answer took");
    assertThat(line.account.generations()).isEmpty();
    assertThat(spare.generations())
        .hasSize(3)
        .allSatisfy(
            g -> {
              assertThat(g.request().path("model").asText()).isEqualTo("gpt-4o-mini");
              assertThat(g.request().toString()).contains("Talk like a pirate.");
            });
    stage.say("Cleo", "And mine?");
    Seen seen = see(() -> stage.inPrivate("Cleo"), "And mine?", AGAIN);
    assertThat(seen.text()).contains("gpt-5-mini");
    stage.command("Ada", "account", "");
    see(() -> stage.inPrivate("Ada"), "spare (gpt-5-mini, weight 1): is asked");
  }

  @Test
  void whenOneIsBusyOrBreaksTheOtherAnswers() {
    line.account.next(Script.busy(40));
    line.start("");
    stage.say("Ben", "Busy?");
    see(() -> stage.inPrivate("Ben"), "Busy?", AGAIN);
    assertThat(spare.answersFor("Busy?")).hasSize(1);
    line.clock.step(Duration.ofSeconds(41));
    // For good: on a slow machine its short rest is over before it is chosen again.
    line.account.otherwise(Script.refuse(500, "oops"));
    stage.say("Ben", "Broken?");
    see(() -> stage.inPrivate("Ben"), "Broken?", AGAIN);
    assertThat(spare.answersFor("Broken?")).hasSize(1);
    assertThat(stage.inPrivate("Ben")).hasSize(2);
  }

  @Test
  void whenNoneHasMoneyPeopleAreToldAtOnceAndAMendedOneAnswersAtOnce() {
    line.account.otherwise(Script.outOfMoney());
    spare.otherwise(Script.outOfMoney());
    line.start("staff: {channels: [\"" + stage.communityChannel() + "\"]}\n");
    stage.say("Ben", "Anybody?");
    see(() -> stage.inPrivate("Ben"), "account", AGAIN);
    stage.say("Cleo", "Nobody?");
    see(() -> stage.inPrivate("Cleo"), "account", AGAIN);
    spare.otherwise(Script.usual());
    line.account.otherwise(Script.usual());
    stage.say("Cleo", "Now?");
    see(() -> stage.inPrivate("Cleo"), "Answer to: Now?", AGAIN);
    see(stage::inCommunity, "main has no money left");
    see(stage::inCommunity, "answers again");
    assertThat(stage.inCommunity())
        .filteredOn(notice -> notice.text().contains("main has no money left"))
        .hasSize(1);
  }
}

class AccountsOnDiscordTest extends AccountsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class AccountsOnTelegramTest extends AccountsScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
