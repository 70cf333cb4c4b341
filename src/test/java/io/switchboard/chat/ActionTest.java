package io.switchboard.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.action.ShareAction;
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
                new AnswerAction.Stop(LARGEST),
                new AnswerAction.Cancel(1),
                new AnswerAction.Retry(LARGEST),
                new ShareAction.Share(7),
                new ShareAction.Draft(LARGEST, "find:0123456789abcdef"),
                new ShareAction.Draft(LARGEST, "pick:last:10"),
                new ShareAction.Publish(LARGEST),
                new ShareAction.Post(LARGEST),
                new ShareAction.Live(LARGEST, "more:2592000"),
                new ShareAction.Page(17),
                new ShareAction.Gallery(0, false, ""),
                new ShareAction.Gallery(5_000, true, "기나긴 검색어:입니다 그렇죠"),
                new ShareAction.Discard(LARGEST),
                new ShareAction.Revoke(LARGEST),
                new ShareAction.Withdraw(LARGEST),
                new ConversationAction.Switch(LARGEST),
                new ConversationAction.Delete(LARGEST, false),
                new ConversationAction.Delete(LARGEST, true),
                new ConversationAction.Rename(LARGEST),
                new ConversationAction.Page(0, ""),
                new ConversationAction.Page(999, "기나긴 검색어:입니다 그렇죠"),
                new OversightAction.EndLink(LARGEST, false),
                new OversightAction.EndLink(LARGEST, true),
                new OversightAction.Links(LARGEST, 400),
                new MemberAction.Forget(LARGEST),
                new MemberAction.Language("zh-Hant")))
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
