package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do on Telegram reaches the inbox as what it is. */
class TelegramHearsTest {
  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice");
  private final Person bob = scene.fake.person("Bob", "", "zh-hant");
  private final Chat group = scene.fake.group("Friends", alice, bob);

  @AfterEach
  void close() {
    assertThat(scene.fake.violations()).isEmpty();
    scene.close();
  }

  @Test
  void anyTextInAPrivateChat() {
    scene.listening();
    Chat chat = scene.fake.privateChat(bob);
    Shown said = scene.fake.say(bob, chat, "What is a monad?");
    IncomingMessage message = scene.next(IncomingMessage.class);
    assertThat(message.text()).isEqualTo("What is a monad?");
    assertThat(message.addressed()).isTrue();
    assertThat(message.id().value()).isEqualTo("telegram:" + chat.id() + "/" + said.id());
    assertThat(message.origin().key()).isEqualTo("telegram:update/" + said.update());
    assertThat(message.origin().place().id().value()).isEqualTo("telegram:" + chat.id());
    assertThat(message.origin().place().kind()).isEqualTo(Place.Kind.PRIVATE);
    assertThat(message.origin().replyTo().handle()).isEqualTo("" + said.id());
    assertThat(message.origin().sender().id().value()).isEqualTo("telegram:" + bob.id());
    assertThat(message.origin().sender().name()).isEqualTo("Bob");
    assertThat(message.origin().sender().handle()).isNull();
    assertThat(message.origin().sender().locale()).isEqualTo(Locale.forLanguageTag("zh-Hant"));
    assertThat(message.origin().sender().roles()).isEmpty();
  }

  @Test
  void inAGroupByMentionReplyOrCommand() {
    scene.listening();
    String bot = "@" + scene.fake.botName();
    scene.fake.say(alice, group, "nobody is meant");
    scene.fake.say(alice, group, bot + ", hello there");
    scene.fake.say(alice, group, "what do you think " + bot.toUpperCase(Locale.ROOT) + "?");
    scene.fake.say(alice, group, "/ask" + bot + " why is the sky blue");
    scene.fake.say(alice, group, "/ask@other_bot not you");
    scene.fake.say(alice, group, "/Help");
    scene.bot.send(
        Destination.in(new PlaceId("telegram:" + group.id())),
        Reply.of(Document.plain("An answer")),
        "n");
    Shown answer = scene.fake.fromBot(group).getFirst();
    scene.fake.reply(bob, answer, "and then?");

    IncomingMessage first = scene.next(IncomingMessage.class);
    assertThat(first.text()).isEqualTo("hello there");
    assertThat(first.addressed()).isTrue();
    assertThat(first.origin().place().name()).isEqualTo("Friends");
    assertThat(first.origin().place().kind()).isEqualTo(Place.Kind.GROUP);
    assertThat(first.origin().place().scopes()).containsExactly("telegram-chat:" + group.id());
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("what do you think ?");
    IncomingCommand ask = scene.next(IncomingCommand.class);
    assertThat(ask.name()).isEqualTo("ask");
    assertThat(ask.arguments()).isEqualTo("why is the sky blue");
    assertThat(scene.next(IncomingCommand.class).name()).isEqualTo("help");
    IncomingMessage reply = scene.next(IncomingMessage.class);
    assertThat(reply.addressed()).isTrue();
    assertThat(reply.repliesTo().value()).isEqualTo("telegram:" + group.id() + "/" + answer.id());
    assertThat(reply.origin().place().id().value()).isEqualTo("telegram:" + group.id());
    scene.nothingMore();
  }

  @Test
  void withoutPrivacyModeTheRestIsOverheard() {
    scene.fake.privacyMode(false);
    scene.listening();
    scene.fake.say(alice, group, "just talking");
    scene.fake.say(alice, group, "/ask@other_bot not you");
    IncomingMessage overheard = scene.next(IncomingMessage.class);
    assertThat(overheard.addressed()).isFalse();
    scene.nothingMore();
  }

  @Test
  void topicsArePlacesOfTheirOwn() {
    Chat forum = scene.fake.forum("Club", alice);
    Chat topic = scene.fake.topic(forum, "Cooking");
    scene.fake.privacyMode(false);
    scene.listening();
    scene.fake.say(alice, topic, "not for the bot, though the topic is the bot's");
    scene.fake.say(alice, topic, "/ask how long");
    scene.fake.say(alice, forum, "/ask in general");
    assertThat(scene.next(IncomingMessage.class).addressed()).isFalse();
    Place place = scene.next(IncomingCommand.class).origin().place();
    assertThat(place.id().value()).isEqualTo("telegram:" + forum.id() + "/" + topic.topic());
    assertThat(place.kind()).isEqualTo(Place.Kind.THREAD);
    assertThat(place.name()).isEqualTo("Club / Cooking");
    assertThat(place.scopes())
        .containsExactly(
            "telegram-chat:" + forum.id() + "/" + topic.topic(), "telegram-chat:" + forum.id());
    assertThat(scene.next(IncomingCommand.class).origin().place().id().value())
        .isEqualTo("telegram:" + forum.id());
    scene.bot.send(Destination.in(place.id()), Reply.of(Document.plain("there")), "n");
    assertThat(scene.fake.fromBot(topic)).hasSize(1);
  }

  @Test
  void administratorsHaveTheirRole() {
    scene.fake.administrator(group, alice);
    scene.listening();
    scene.fake.say(alice, group, "/ask a");
    scene.fake.say(bob, group, "/ask b");
    assertThat(scene.next(IncomingCommand.class).origin().sender().roles())
        .containsExactly("telegram-administrator");
    assertThat(scene.next(IncomingCommand.class).origin().sender().roles()).isEmpty();
    assertThat(scene.fake.calls().stream().filter("getchatadministrators"::equals)).hasSize(1);
  }

  @Test
  void peopleWithoutAHandleAreNamedById() {
    scene.listening();
    scene.fake.sayMentioning(alice, group, "/limit show Bob now", bob);
    scene.fake.say(alice, group, "/limit show @carol now");
    assertThat(scene.next(IncomingCommand.class).arguments())
        .isEqualTo("show telegram:" + bob.id() + " now");
    assertThat(scene.next(IncomingCommand.class).arguments()).isEqualTo("show @carol now");
  }

  @Test
  void filesComeWithTheirCaptions() {
    scene.listening();
    Chat chat = scene.fake.privateChat(alice);
    scene.fake.photo(alice, chat, new byte[10], "what is this?");
    scene.fake.document(alice, chat, "a.txt", "text/plain", new byte[20], "/ask about it");
    scene.fake.voice(alice, chat, new byte[30]);
    IncomingMessage photo = scene.next(IncomingMessage.class);
    assertThat(photo.text()).isEqualTo("what is this?");
    assertThat(photo.attachments().getFirst().type()).isEqualTo("image/jpeg");
    IncomingCommand document = scene.next(IncomingCommand.class);
    assertThat(document.arguments()).isEqualTo("about it");
    assertThat(document.attachments().getFirst().name()).isEqualTo("a.txt");
    assertThat(document.attachments().getFirst().bytes()).isEqualTo(20);
    IncomingMessage voice = scene.next(IncomingMessage.class);
    assertThat(voice.text()).isEmpty();
    assertThat(voice.attachments().getFirst().type()).isEqualTo("audio/ogg");
  }

  @Test
  void aPasteInPartsAndAnAlbumAreOneMessageEach() {
    scene.listening();
    Chat chat = scene.fake.privateChat(alice);
    String paste = "word ".repeat(1_900) + "end";
    scene.fake.say(alice, chat, paste);
    scene.fake.say(bob, scene.fake.privateChat(bob), "meanwhile");
    scene.fake.album(alice, chat, List.of(new byte[1], new byte[2], new byte[3]), "compare these");
    List<IncomingMessage> all =
        List.of(
            scene.next(IncomingMessage.class),
            scene.next(IncomingMessage.class),
            scene.next(IncomingMessage.class));
    assertThat(all)
        .extracting(IncomingMessage::text)
        .containsExactlyInAnyOrder(paste, "meanwhile", "compare these");
    assertThat(all).anyMatch(m -> m.attachments().size() == 3);
    scene.nothingMore();
  }

  @Test
  void pressesAreAnsweredAndTold() {
    scene.listening();
    Chat chat = scene.fake.privateChat(alice);
    scene.bot.send(
        Destination.in(new PlaceId("telegram:" + chat.id())),
        Reply.of(Document.plain("Sure?"))
            .with(List.of(List.of(new Button.Press("Stop", "stop:17")))),
        "n");
    Shown message = scene.fake.fromBot(chat).getFirst();
    String query = scene.fake.press(alice, message, "Stop");
    ButtonPress press = scene.next(ButtonPress.class);
    assertThat(press.action()).isEqualTo("stop:17");
    assertThat(press.message().value()).isEqualTo("telegram:" + chat.id() + "/" + message.id());
    assertThat(press.origin().key()).isEqualTo("telegram:callback/" + query);
    await().until(() -> scene.fake.answered(query));
  }

  @Test
  void whatIsNothingForTheBotIsPassedOver() {
    scene.listening();
    String bot = "@" + scene.fake.botName();
    scene.fake.happens(
        alice, scene.fake.privateChat(alice), m -> m.putObject("new_future_thing").put("x", 1));
    scene.fake.happens(
        alice,
        scene.fake.privateChat(alice),
        m -> m.putArray("new_chat_members").addObject().put("id", 5));
    scene.fake.privacyMode(false);
    scene.fake.happens(
        alice,
        group,
        m -> {
          m.put("text", bot + " /limit set");
          m.putObject("forward_origin")
              .put("type", "hidden_user")
              .put("date", 1)
              .put("sender_user_name", "x");
        });
    scene.fake.happens(alice, group, m -> m.put("message_id", "not a number"));
    Chat channel = scene.fake.channel("News");
    scene.fake.say(alice, channel, "a post with " + bot);
    scene.fake.say(alice, scene.fake.privateChat(alice), "last");
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("last");
    scene.nothingMore();
  }

  @Test
  void aTextIsHeardThoughSomethingUnknownIsBesideIt() {
    scene.listening();
    scene.fake.happens(
        alice,
        scene.fake.privateChat(alice),
        m -> {
          m.put("text", "hello");
          m.putObject("forward_origin").put("type", "of another world").put("date", 1);
        });
    assertThat(scene.next(IncomingMessage.class).text()).isEqualTo("hello");
  }

  @Test
  void aForwardedCommandIsNoCommand() {
    scene.listening();
    scene.fake.happens(
        alice,
        scene.fake.privateChat(alice),
        m -> {
          m.put("text", "/limit set everyone 1/day");
          m.putObject("forward_origin")
              .put("type", "hidden_user")
              .put("date", 1)
              .put("sender_user_name", "x");
        });
    assertThat(scene.next(IncomingMessage.class).text()).startsWith("/limit");
  }

  @Test
  void theMenuIsSetInEveryLanguage() {
    scene.listening();
    assertThat(scene.fake.commands())
        .containsEntry("default/", List.of("ask Ask"))
        .containsEntry("default/zh", List.of("ask 提问"))
        .containsEntry("default/ko", List.of("ask 질문"));
  }
}
