package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Recall.Look;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Person;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looking for a message that a process before this one sent perhaps. */
class TelegramLooksTest {
  private static final String WORDS =
      " is the number of the answer, said in enough words to be known";

  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice");
  private final Chat chat = scene.fake.privateChat(alice);
  private final PlaceId place = new PlaceId("telegram:" + chat.id());
  private final int question = scene.fake.say(alice, chat, "why?").id();

  @AfterEach
  void close() {
    scene.close();
  }

  private static Reply reply(String text, Button... buttons) {
    return Reply.of(Document.plain(text)).with(List.of(List.of(buttons)));
  }

  private MessageId send(Reply reply) {
    return ((Delivery.Delivered) scene.bot.send(Destination.in(place), reply, "n")).message();
  }

  /** What a process sees that has just started, and looks for such a message with that button. */
  private Look lookFor(Reply reply) {
    try (Telegram fresh = scene.bot(scene.fake.token())) {
      String bookmark = fresh.bookmark(new Destination(place, "" + question), reply);
      return fresh.look(place, bookmark, new Recall.Wanted(Set.of("mine"), message -> false));
    }
  }

  @Test
  void itIsKnownByItsButtonWhateverItShows() {
    MessageId sent = send(reply("1" + WORDS, new Button.Press("Stop", "mine")));
    assertThat(lookFor(reply("Something else")))
        .isInstanceOfSatisfying(
            Look.Ours.class, ours -> assertThat(ours.message()).isEqualTo(sent));
  }

  @Test
  void withoutButtonsItIsKnownByItsWords() {
    MessageId sent = send(reply("1" + WORDS));
    assertThat(lookFor(reply("1" + WORDS)))
        .isInstanceOfSatisfying(
            Look.Ours.class, ours -> assertThat(ours.message()).isEqualTo(sent));
  }

  @Test
  void theAnswerToAnotherQuestionIsAnotherThoughItBeginsWithTheSameWords() {
    send(reply("1" + WORDS, new Button.Press("Again", "another")));
    assertThat(lookFor(reply("1" + WORDS, new Button.Press("Again", "mine"))))
        .isInstanceOf(Look.Another.class);
  }

  @Test
  void anotherNumberIsAnotherAnswer() {
    send(reply("1" + WORDS));
    assertThat(lookFor(reply("2" + WORDS))).isInstanceOf(Look.Another.class);
  }
}
