package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.telegram.Shown;
import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Test;

/**
 * Clients that are not Telegram's own can press with any data on any message of the bot: what
 * others read there stays as it is. Discord looks itself whether a message has the button.
 */
class ForgedPressesTest extends Play {
  private static final String POST = "Share, and post in the community";
  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  @Test
  void nobodyPutsAnythingInThePlaceOfAPostOrAnAnswer() {
    line.start(
        "community: {enabled: true, channels: [\"%s\"]}".formatted(stage.communityChannel()));
    stage.say("Ben", "Why is the sea salty?");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "salty", "Share"), "Share");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", POST), POST);
    Seen post = see(() -> stage.inCommunity(), "Why is the sea salty?");

    forge(post, "c-report:1:cancel");
    see(() -> stage.inCommunity(), "Nothing was reported");
    forge(post, "shares:0");
    await().until(() -> stage.inCommunity().size() >= 3);
    assertThat(stage.inCommunity().getFirst().text()).contains("Why is the sea salty?");
    assertThat(stage.inCommunity().getFirst().buttons()).contains("Report");
  }

  private void forge(Seen message, String data) {
    telegram.fake().forge(telegram.who("Cleo"), (Shown) message.message(), data);
  }
}
