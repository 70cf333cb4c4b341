package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.discord.id.Ids;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Event;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Slash commands and presses, over the real JDA. */
class InteractionsTest extends InARoom {
  private final Person bob = discord.person("bob");

  InteractionsTest() {
    super("zh-TW");
  }

  private IncomingCommand use(String name, Map<String, String> options) {
    discord.slash(alice, channel, name, options);
    return (IncomingCommand) bot.heard(1);
  }

  @Test
  void menuIsRegisteredWithItsLanguages() {
    var ask = discord.commands().get(0);
    assertThat(ask.path("name").asText()).isEqualTo("ask");
    assertThat(ask.path("description_localizations").path("ko").asText()).isEqualTo("묻기");
    assertThat(ask.path("options")).hasSize(3);
    assertThat(ask.path("options").get(1).path("choices")).hasSize(2);
  }

  @Test
  void commandIsReadAndDeferredAtOnce() {
    Event used = discord.slash(alice, channel, "ask", Map.of("model", "large", "question", "why?"));
    IncomingCommand command = (IncomingCommand) bot.heard(1);
    assertThat(command.name()).isEqualTo("ask");
    assertThat(command.arguments()).isEqualTo("why? large");
    assertThat(command.origin().key()).isEqualTo("discord:interaction/" + used.id());
    assertThat(command.origin().sender().locale()).isEqualTo(Locale.TRADITIONAL_CHINESE);
    assertThat(discord.messages(channel).getFirst().thinking()).isTrue();
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void firstReplyReplacesThinkingAndTheNextFollows() {
    Destination to = use("ask", Map.of("question", "why?")).origin().replyTo();
    MessageId first = delivered(bot.platform.send(to, text("one"), "a1"));
    MessageId again = delivered(bot.platform.send(to, text("one, once more"), "a1"));
    MessageId second = delivered(bot.platform.send(to, text("two"), "a2"));
    assertThat(again).isEqualTo(first);
    assertThat(second).isNotEqualTo(first);
    assertThat(discord.fromBot(channel, null))
        .extracting(Shown::content)
        .containsExactly("one, once more", "two");
    delivered(bot.platform.edit(first, text("one, edited")));
    delivered(bot.platform.delete(second));
    assertThat(discord.fromBot(channel, null))
        .extracting(Shown::content)
        .containsExactly("one, edited");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void anotherProcessGoesOn() {
    Destination to = use("ask", Map.of("question", "why?")).origin().replyTo();
    Reply stoppable = text("growing").with(List.of(List.of(new Button.Press("Stop", "stop:1"))));
    try (Bot other = new Bot(discord).start()) {
      Awaitility.await().until(() -> discord.identified() > 1);
      Awaitility.await()
          .ignoreExceptions()
          .until(() -> other.platform.send(to, stoppable, "first") instanceof Delivery.Delivered);
      assertThat(discord.fromBot(channel, null)).hasSize(1);
    }
    try (Bot third = new Bot(discord).start()) {
      Awaitility.await()
          .until(() -> third.platform.send(to, stoppable, "first") instanceof Delivery.Delivered);
      assertThat(discord.fromBot(channel, null)).hasSize(1);
      delivered(third.platform.send(to, text("more"), "second"));
      assertThat(discord.fromBot(channel, null)).hasSize(2);
    }
  }

  @Test
  void personalCommandIsSeenByTheAskerOnly() {
    Destination to = use("usage", Map.of()).origin().replyTo();
    MessageId id = delivered(bot.platform.send(to, text("secret").onlyForAsker(), "b1"));
    assertThat(discord.messages(channel)).isEmpty();
    assertThat(discord.messages(channel, bob)).isEmpty();
    assertThat(discord.messages(channel, alice)).hasSize(1);
    delivered(bot.platform.edit(id, text("changed").onlyForAsker()));
    assertThat(discord.messages(channel, alice).getFirst().content()).isEqualTo("changed");
    delivered(bot.platform.delete(id));
    assertThat(discord.messages(channel, alice)).isEmpty();
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void pressUnderAPersonalMessageCanEditIt() {
    Destination to = use("usage", Map.of()).origin().replyTo();
    Reply reply = text("sure?").with(List.of(List.of(new Button.Press("Yes", "yes"))));
    delivered(bot.platform.send(to, reply.onlyForAsker(), "c1"));
    discord.press(alice, discord.messages(channel, alice).getFirst(), "Yes");
    ButtonPress press = (ButtonPress) bot.heard(2);
    assertThat(press.action()).isEqualTo("yes");
    delivered(bot.platform.edit(press.message(), text("done").onlyForAsker()));
    assertThat(discord.messages(channel, alice)).extracting(Shown::content).containsExactly("done");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void repliesToAPressFollowIt() {
    Destination here = Destination.in(Ids.place("" + channel.id()));
    delivered(
        bot.platform.send(
            here, text("answer").with(List.of(List.of(new Button.Press("Share", "share")))), "d1"));
    discord.press(bob, discord.fromBot(channel, null).getFirst(), "Share");
    Destination to = ((ButtonPress) bot.heard(1)).origin().replyTo();
    delivered(bot.platform.send(to, text("for you").onlyForAsker(), "d2"));
    delivered(bot.platform.send(to, text("for all"), "d3"));
    assertThat(discord.fromBot(channel, null))
        .extracting(Shown::content)
        .containsExactly("answer", "for all");
    assertThat(discord.fromBot(channel, bob))
        .extracting(Shown::content)
        .containsExactly("answer", "for you", "for all");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void answersWhereTheBotItselfMayNotLook() {
    Destination to = use("ask", Map.of("question", "why?")).origin().replyTo();
    MessageId first = delivered(bot.platform.send(to, text("one"), "h1"));
    channel.refuse(50001);
    delivered(bot.platform.edit(first, text("two")));
    assertThat(discord.fromBot(channel, null)).extracting(Shown::content).containsExactly("two");
  }

  @Test
  void deferThatFailsStillDeliversTheCommand() {
    discord.refuseNext("POST /interactions/.*", 404, 10062);
    IncomingCommand command = use("ask", Map.of("question", "why?"));
    delivered(bot.platform.send(command.origin().replyTo(), text("answer"), "i1"));
    assertThat(discord.fromBot(channel, null)).extracting(Shown::content).containsExactly("answer");
  }

  @Test
  void commandInAPrivateChat() {
    Channel dm = discord.dm(alice);
    discord.slash(alice, dm, "ask", Map.of("question", "hi"));
    Destination to = bot.heard(1).origin().replyTo();
    delivered(bot.platform.send(to, text("hello"), "j1"));
    assertThat(discord.fromBot(dm, alice)).extracting(Shown::content).contains("hello");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void sameCommandTwiceHasTheSameKeyAndIsDeferredOnce() {
    Event used = discord.slash(alice, channel, "ask", Map.of("question", "why?"));
    bot.heard(1);
    discord.deliverAgain(used);
    assertThat(bot.heard(2).origin().key()).isEqualTo(bot.heard(1).origin().key());
    assertThat(discord.fromBot(channel, null)).hasSize(1);
  }

  @Test
  void rolesComeWithACommand() {
    try (FakeDiscord second = FakeDiscord.start()) {
      long known = second.role("staff");
      Channel room = second.channel("room");
      Person member = second.person("member", "en-GB", known);
      try (Bot other = new Bot(second).start()) {
        second.awaitBot();
        second.slash(member, room, "ask", Map.of("question", "?"));
        assertThat(other.heard(1).origin().sender().roles())
            .containsExactly("discord-role:" + known);
        assertThat(other.heard(1).origin().sender().locale()).isEqualTo(Locale.UK);
      }
    }
  }

  @Test
  void filesComeWithACommand() {
    discord.slash(alice, channel, "ask", Map.of("question", "what is it?", "file", "cat.png"));
    IncomingCommand command = (IncomingCommand) bot.heard(1);
    assertThat(command.arguments()).isEqualTo("what is it?");
    assertThat(command.attachments().getFirst().name()).isEqualTo("cat.png");
  }

  @Test
  void commandFromAMessagesMenu() {
    Event said = discord.say(bob, channel, "something");
    bot.heard(1);
    discord.useOn(alice, discord.messages(channel).getFirst(), "Usage");
    IncomingCommand command = (IncomingCommand) bot.heard(2);
    assertThat(command.name()).isEqualTo("usage");
    assertThat(command.target())
        .isEqualTo(new MessageId("discord:" + channel.id() + "/" + said.id()));
    delivered(bot.platform.send(command.origin().replyTo(), text("yours").onlyForAsker(), "l1"));
    assertThat(discord.fromBot(channel, bob)).isEmpty();
    assertThat(discord.fromBot(channel, alice)).hasSize(1);
    assertThat(discord.violations()).isEmpty();
  }
}
