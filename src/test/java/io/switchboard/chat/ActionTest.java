package io.switchboard.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.message.Action;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {
  private static final long LARGEST = Long.MAX_VALUE;

  @Test
  void everyActionComesBackAsItWentAndFitsAButton() {
    assertThat(
            List.of(
                new Action.Stop(LARGEST),
                new Action.Cancel(1),
                new Action.Retry(LARGEST),
                new Action.Share(7),
                new Action.ShareInstead(LARGEST, true, LARGEST, "43200m"),
                new Action.ShareInstead(LARGEST, false, LARGEST, ""),
                new Action.Mask(LARGEST, "129600m"),
                new Action.Publish(LARGEST, "129600m"),
                new Action.Post(LARGEST, "never"),
                new Action.Discard(LARGEST),
                new Action.Revoke(LARGEST),
                new Action.Withdraw(LARGEST),
                new Action.Switch(LARGEST),
                new Action.DeleteConversation(LARGEST, false),
                new Action.DeleteConversation(LARGEST, true),
                new Action.Language("zh-Hant")))
        .allSatisfy(
            action -> {
              assertThat(Action.parse(action.encode())).contains(action);
              assertThat(action.encode().getBytes(StandardCharsets.UTF_8).length).isLessThan(65);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "stop", "stop:", "stop:x", "stop:1:2", "whole:1", "fly:1"})
  void whatIsNoActionIsNone(String text) {
    assertThat(Action.parse(text)).isEmpty();
  }
}
