package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Prompt;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Person;
import io.switchboard.markup.Markdown;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that asks one person for a text opens a reply for them, and for nobody else. */
class TelegramPromptsTest {
  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice <&>");
  private final Reply question =
      Reply.of(Markdown.parse("**Why?**"))
          .with(List.of(List.of(new Button.Press("Write it", "write:1:ask"))))
          .asking(
              new Prompt(
                  new io.switchboard.chat.Person(
                      new PersonId("telegram:" + alice.id()),
                      alice.name(),
                      null,
                      Locale.ENGLISH,
                      Set.of()),
                  "h".repeat(70)));

  @AfterEach
  void close() {
    assertThat(scene.fake.violations()).isEmpty();
    scene.close();
  }

  private void ask(Chat chat) {
    assertThat(
            scene.bot.send(Destination.in(new PlaceId("telegram:" + chat.id())), question, "nonce"))
        .isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void inAPrivateChat() {
    Chat chat = scene.fake.privateChat(alice);
    ask(chat);
    var markup = scene.fake.lastCall("sendMessage").path("reply_markup");
    assertThat(markup.path("force_reply").asBoolean()).isTrue();
    assertThat(markup.path("selective").asBoolean()).isFalse();
    assertThat(markup.path("input_field_placeholder").asText()).hasSize(64);
    assertThat(scene.fake.fromBot(chat).getLast().text()).isEqualTo("Why?");
  }

  @Test
  void inAGroupItNamesWhoeverIsAsked() {
    Chat chat = scene.fake.group("Staff", alice);
    ask(chat);
    var call = scene.fake.lastCall("sendMessage");
    assertThat(call.path("reply_markup").path("selective").asBoolean()).isTrue();
    var shown = scene.fake.fromBot(chat).getLast();
    assertThat(shown.text()).isEqualTo("Alice <&>\nWhy?");
    assertThat(shown.entities())
        .anyMatch(entity -> entity.argument().equals("tg://user?id=" + alice.id()));
  }

  @Test
  void inAChannelThereAreButtonsInstead() {
    Chat chat = scene.fake.channel("News");
    ask(chat);
    var shown = scene.fake.fromBot(chat).getLast();
    assertThat(shown.text()).isEqualTo("Why?");
    assertThat(shown.keys()).hasSize(1);
  }
}
