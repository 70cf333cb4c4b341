package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.FakeTelegram;
import io.switchboard.fake.telegram.Person;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.pacing.SendOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A message of which nobody knows whether it was sent, in a chat in which much more was said since
 * the last thing that the process knows of.
 */
@Timeout(240)
@Execution(ExecutionMode.CONCURRENT)
class TelegramLooksFarTest {
  private static final Button MINE = new Button.Press("Again", "mine");

  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice");
  private final Chat chat = scene.fake.privateChat(alice);
  private final PlaceId place = new PlaceId("telegram:" + chat.id());
  private final int question = scene.fake.say(alice, chat, "why?").id();
  private String kept = "";

  TelegramLooksFarTest() {
    scene.fake.withoutBudgets();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static Reply answer() {
    return Reply.of(Document.plain("The answer")).with(List.of(List.of(MINE)));
  }

  /** What the next process is told of the time before it, in other chats. */
  private final List<MessageId> elsewhere = new ArrayList<>();

  /** What a process sends that has just started and knows nothing of what was said before. */
  private SendOnce.Sent send(Priority priority) {
    try (Telegram fresh = scene.bot(scene.fake.token())) {
      fresh.remember(Destination.in(place), elsewhere);
      Destination to = new Destination(place, "" + question);
      return careful(fresh)
          .send(
              priority, new SendOnce.Wanted(to, TelegramLooksFarTest::answer, "n", Set.of("mine")));
    }
  }

  private SendOnce careful(Telegram bot) {
    return new SendOnce(
        new SendOnce.Keeping("test", this::keep, message -> false),
        kept,
        new Outbox(new Messengers(List.of(bot))),
        bot);
  }

  private boolean keep(String bookmark) {
    kept = bookmark;
    return true;
  }

  private void loseTheNext() {
    scene.fake.afterNext(
        "sendmessage",
        "The answer",
        () -> {
          throw new IllegalStateException("the answer to this call is lost");
        });
  }

  private List<String> shown() {
    return scene.fake.fromBot(chat).stream().map(m -> m.text()).toList();
  }

  private void isThereOnce(SendOnce.Sent sent) {
    assertThat(sent.delivery()).isInstanceOf(Delivery.Delivered.class);
    assertThat(shown()).containsOnlyOnce("The answer").doesNotContain("…");
  }

  @Test
  void behindManyMessagesOfTheBotsOwn() {
    for (int i = 0; i < 9; i++) {
      scene.bot.send(Destination.in(place), Reply.of(Document.plain("Link " + i)), "");
    }
    loseTheNext();
    send(Priority.GROWING);
    SendOnce.Sent sent = send(Priority.FINAL);
    assertThat(sent.found()).isTrue();
    isThereOnce(sent);
  }

  @Test
  void inTheProcessThatSentItButCouldNotKeepThat() {
    Reply said = Reply.of(Document.plain("The answer, that is long enough")); // no buttons
    Destination to = new Destination(place, "" + question);
    SendOnce.Wanted wanted = new SendOnce.Wanted(to, () -> said, "n", Set.of("mine"));
    SendOnce.Sent first = careful(scene.bot).send(Priority.FINAL, wanted);
    MessageId there = ((Delivery.Delivered) first.delivery()).message();
    scene.bot.forget(there);
    SendOnce.Sent sent = careful(scene.bot).send(Priority.FINAL, wanted);
    assertThat(sent.delivery()).isEqualTo(first.delivery());
    assertThat(sent.found()).isTrue();
  }

  @Test
  void beforeManyMessagesOfOthersWhereItNeverArrived() {
    scene.fake.refuse(
        "sendmessage", "The answer", new FakeTelegram.Refusing(0, 1, 500, "Internal", 0));
    send(Priority.GROWING);
    for (int i = 0; i < 9; i++) {
      scene.bot.send(Destination.in(place), Reply.of(Document.plain("Link " + i)), "");
    }
    SendOnce.Sent sent = send(Priority.FINAL);
    assertThat(sent.found()).isFalse();
    isThereOnce(sent);
  }

  @Test
  void whereNothingElseWasSaidTwoCallsAreEnough() {
    scene.fake.refuse(
        "sendmessage", "The answer", new FakeTelegram.Refusing(0, 1, 500, "Internal", 0));
    send(Priority.GROWING);
    int before = scene.fake.calls().size();
    isThereOnce(send(Priority.FINAL));
    assertThat(scene.fake.calls().subList(before, scene.fake.calls().size()))
        .containsExactly("sendmessage", "sendmessage", "deletemessage", "sendmessage");
  }

  /** The sign by which it is looked arrives, and the answer to that is lost as well. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSignOfWhichNobodyKnowsIsTakenAwayTheNextTime(boolean arrived) {
    if (arrived) {
      loseTheNext();
    } else {
      scene.fake.refuse(
          "sendmessage", "The answer", new FakeTelegram.Refusing(0, 1, 500, "Internal", 0));
    }
    send(Priority.GROWING);
    scene.fake.afterNext(
        "sendmessage",
        "…",
        () -> {
          throw new IllegalStateException("the answer to this call is lost");
        });
    assertThat(send(Priority.GROWING).delivery()).isInstanceOf(Delivery.Failed.class);
    assertThat(shown()).contains("…");
    SendOnce.Sent sent = send(Priority.FINAL);
    assertThat(sent.found()).isEqualTo(arrived);
    isThereOnce(sent);
  }

  @Test
  void aServerThatIsLateWithTheFirst() {
    scene.fake.beforeNext("sendmessage", "The answer", () -> {});
    send(Priority.GROWING);
    // The first is carried out when the look is over and before the second is.
    scene.fake.afterNext("deletemessage", "", () -> scene.bot.send(late(), answer(), ""));
    SendOnce.Sent sent = send(Priority.FINAL);
    assertThat(sent.found()).isTrue();
    isThereOnce(sent);
  }

  private Destination late() {
    return new Destination(place, "" + question);
  }

  @Test
  void whatIsKnownToBeInOtherChatsCostsNothing() {
    scene.fake.countingTogether();
    List<PlaceId> others =
        Stream.of("Bob", "Carol")
            .map(scene.fake::person)
            .map(scene.fake::privateChat)
            .map(other -> new PlaceId("telegram:" + other.id()))
            .toList();
    saySomething(others);
    scene.fake.refuse(
        "sendmessage", "The answer", new FakeTelegram.Refusing(0, 1, 500, "Internal", 0));
    send(Priority.GROWING);
    saySomething(others);
    int before = scene.fake.calls().size();
    isThereOnce(send(Priority.FINAL));
    // Between what was asked and the end there is nothing of which it is not known where it is.
    assertThat(scene.fake.calls().subList(before, scene.fake.calls().size()))
        .containsExactly("sendmessage", "sendmessage", "deletemessage", "sendmessage");
  }

  private void saySomething(List<PlaceId> places) {
    for (int i = 0; i < 20; i++) {
      Destination to = Destination.in(places.get(i % places.size()));
      Delivery said = scene.bot.send(to, Reply.of(Document.plain("Other " + i)), "");
      elsewhere.add(((Delivery.Delivered) said).message());
    }
  }
}
