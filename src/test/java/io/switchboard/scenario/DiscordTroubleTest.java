package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Discord says to a call in the middle of an answer, in the end it is there once. */
class DiscordTroubleTest extends InTrouble {
  private static final String SEND = "POST /channels/\\d+/messages";
  private static final String EDIT = "PATCH /channels/\\d+/messages/\\d+";

  private final DiscordStage discord = new DiscordStage();

  @Override
  Stage stage() {
    return discord;
  }

  @Override
  boolean passing(Seen message) {
    return super.passing(message) || ((Shown) message.message()).thinking();
  }

  @ParameterizedTest
  @CsvSource({"send, 500, 0", "send, 0, 0", "edit, 404, 10008", "edit, 0, 0"})
  void inAChannel(String what, int status, int code) {
    begin("");
    String call = what.equals("send") ? SEND : EDIT;
    for (int i = 0; i < 3; i++) {
      trouble(call, status, code);
    }
    stage.sayInGroup("Ben", "slow, please");
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aPauseIsWaitedOut(int seconds) {
    begin("");
    stage.sayInGroup("Ben", "slow, please");
    see(() -> stage.inGroup("Ben"), "word", "Stop");
    discord.fake().pauseEdits(discord.group(), Duration.ofSeconds(seconds));
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  @ParameterizedTest
  @CsvSource({"404, 10008", "500, 0", "0, 0"})
  void ofAnInteraction(int status, int code) {
    begin("");
    if (status == 0 || status >= 500) {
      trouble("PATCH /webhooks/.*", status, code);
    }
    stage.commandInGroup("Ben", "ask", "slow, please");
    see(() -> stage.inGroup("Ben"), "word", "Stop");
    trouble("PATCH /(webhooks|channels)/.*", status, code);
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  @Test
  void anAnswerThatSomebodyDeletesWhileItGrowsComesWhole() {
    begin("");
    stage.sayInGroup("Ben", "slow, please");
    Seen growing = see(() -> stage.inGroup("Ben"), "word", "Stop");
    discord.fake().delete(discord.group(), ((Shown) growing.message()).id());
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  @ParameterizedTest
  @CsvSource({"403, 50013", "413, 40005"})
  void whereNoFilesAreTakenAPictureIsToldOfAndNotCharged(int status, int code) {
    drawing();
    discord
        .fake()
        .refuse("(POST|PATCH) /(webhooks/.*|channels/\\d+/messages)", "filename", status, code);
    stage.commandInGroup("Ben", "image", "a cat");
    see(() -> stage.inGroup("Ben"), "cannot be shown here");
    assertThat(stage.inGroup("Ben")).noneMatch(m -> ((Shown) m.message()).thinking());
  }

  @Test
  void anInteractionWhoseTimeIsUpWhileItsAnswerGrows() {
    begin("");
    stage.commandInGroup("Ben", "ask", "slow, please");
    see(() -> stage.inGroup("Ben"), "word", "Stop");
    discord.fake().advance(Duration.ofMinutes(16));
    line.clock.step(Duration.ofMinutes(16));
    wholeOnce(() -> stage.inGroup("Ben"));
  }

  @ParameterizedTest
  @ValueSource(ints = {50001, 50013})
  void aPlaceThatIsLostEndsQuietly(int code) {
    begin("");
    stage.sayInGroup("Ben", "slow, please");
    see(() -> stage.inGroup("Ben"), "word", "Stop");
    discord.group().refuse(code);
    await().atMost(Duration.ofMinutes(4)).until(() -> line.account.runningNow() == 0);
    stage.say("Cleo", "And here?");
    see(() -> stage.inPrivate("Cleo"), "And here?", AGAIN);
    stage.say("Ben", "And here?");
    see(() -> stage.inPrivate("Ben"), "And here?", AGAIN);
  }

  private void trouble(String call, int status, int code) {
    if (status == 0) {
      discord.fake().resetNext(call);
    } else {
      discord.fake().refuseNext(call, status, code);
    }
  }
}
