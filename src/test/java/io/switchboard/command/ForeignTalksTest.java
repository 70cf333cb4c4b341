package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.action.ConversationAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.ConversationSummary;
import io.switchboard.conversation.TurnId;
import io.switchboard.member.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob tries every button and command with all numbers there are; nothing of Alice's is reached. */
class ForeignTalksTest {
  private static final String SECRET = "xylophone";
  private static final long HIGHEST = 12;

  private final Town town = new Town(Town.generous());
  private MessageId shown;

  @AfterEach
  void close() {
    town.close();
  }

  private MemberId alice() {
    return town.members.recognize(town.alice).id();
  }

  @BeforeEach
  void aliceHasSomethingOfEachKind() {
    town.exchange(town.alice, "My " + SECRET, "Your " + SECRET);
    shown = town.last(town.alice).id();
    town.command(town.alice, "retry");
    assertThat(town.answer("Another " + SECRET)).isPresent();
    town.command(town.alice, "share");
    town.press(town.alice, "Share");
    town.command(town.alice, "share");
    town.say(town.alice, "still waiting " + SECRET);
  }

  /** All that a button can say about each number, also the buttons under Alice's messages. */
  private List<String> everyAction() {
    List<String> actions = new ArrayList<>();
    town.chat(town.alice).forEach(m -> m.presses().forEach(p -> actions.add(p.action())));
    LongStream.rangeClosed(0, HIGHEST)
        .forEach(
            id -> {
              List<Action> all =
                  List.of(
                      new AnswerAction.Stop(id),
                      new AnswerAction.Cancel(id),
                      new AnswerAction.Retry(id),
                      new AnswerAction.Variant(id, 0),
                      new ConversationAction.Switch(id),
                      new ConversationAction.Rename(id),
                      new ConversationAction.Delete(id, false),
                      new ConversationAction.Delete(id, true),
                      new MemberAction.Forget(id),
                      new ShareAction.Share(id),
                      new ShareAction.Revoke(id),
                      new ShareAction.Discard(id),
                      new ShareAction.Withdraw(id));
              all.forEach(action -> actions.add(action.encode()));
            });
    return actions;
  }

  private List<ConversationSummary> hers() {
    return town.conversations.list(alice());
  }

  private void nothingHasChanged(List<ConversationSummary> before, long waiting) {
    assertThat(hers()).isEqualTo(before);
    assertThat(town.conversations.path(before.getFirst().id(), alice())).hasSize(1);
    assertThat(town.queue.busy().load().waiting()).isEqualTo((int) waiting);
    assertThat(town.sharing.looking().all(alice())).hasSize(1);
    assertThat(town.chat(town.bob)).noneMatch(m -> m.text().contains(SECRET));
  }

  @Test
  void noButtonReachesWhatIsNotOnesOwn() {
    List<ConversationSummary> before = hers();
    for (String action : everyAction()) {
      if (action.equals("forget-me:" + town.members.recognize(town.bob).id())) {
        continue;
      }
      town.receive(new ButtonPress(town.origin(town.bob, Town.alone(town.bob)), shown, action));
    }
    nothingHasChanged(before, 1);
  }

  @Test
  void noCommandReachesWhatIsNotOnesOwn() {
    List<ConversationSummary> before = hers();
    for (var entry : town.catalogue.menu(town.texts).entries()) {
      String plain = entry.name();
      if (plain.equals("ask") || plain.equals("language")) {
        continue;
      }
      for (long id = 0; id <= HIGHEST; id++) {
        for (String arguments :
            List.of("" + id, "#" + id, "rename #" + id + " mine", "search " + SECRET, "revoke")) {
          town.command(town.bob, Town.alone(town.bob), plain + " " + arguments, shown);
        }
      }
    }
    assertThat(town.platform.everything()).contains("None of your conversations");
    assertThat(hers()).isEqualTo(before);
    assertThat(town.sharing.looking().all(alice())).hasSize(1);
    assertThat(town.queue.busy().load().waiting()).isEqualTo(1);
  }

  @Test
  void noRoomGivesItOut() {
    MemberId bob = town.members.recognize(town.bob).id();
    for (long id = 0; id <= HIGHEST; id++) {
      ConversationId conversation = new ConversationId(id);
      TurnId turn = new TurnId(id);
      assertThat(town.conversations.path(conversation, bob)).isEmpty();
      assertThat(town.conversations.title(conversation, bob)).isEmpty();
      assertThat(town.conversations.whole(conversation, bob, m -> "")).isEmpty();
      assertThat(town.conversations.rename(conversation, bob, "mine")).isFalse();
      assertThat(town.conversations.delete(conversation, bob)).isFalse();
      assertThat(town.conversations.select(conversation, bob, Town.alone(town.bob))).isFalse();
      assertThat(town.conversations.turn(turn, bob)).isEmpty();
      assertThat(town.conversations.variants(turn, bob)).isEmpty();
      assertThat(town.conversations.conversationOf(turn, bob)).isEmpty();
      assertThat(town.conversations.goOnFrom(turn, bob)).isFalse();
    }
    assertThat(town.conversations.shownBy(shown, bob)).isEmpty();
    assertThat(town.conversations.list(bob)).isEmpty();
  }
}
