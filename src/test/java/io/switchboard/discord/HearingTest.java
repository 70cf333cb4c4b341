package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.discord.id.Ids;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Event;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.markup.Document;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people say, over the real JDA. */
class HearingTest {
  private static final FakeDiscord discord = FakeDiscord.start();
  private static long staff;
  private static Channel general;
  private static Bot bot;
  private static Person alice;

  @BeforeAll
  static void start() {
    staff = discord.role("staff");
    general = discord.channel("general");
    alice = discord.person("alice", "ko", staff);
    bot = new Bot(discord).start();
    discord.awaitBot();
  }

  @AfterAll
  static void stop() {
    bot.close();
    discord.close();
  }

  @AfterEach
  void forget() {
    bot.heard.clear();
    assertThat(discord.violations()).isEmpty();
  }

  private static IncomingMessage message() {
    return (IncomingMessage) bot.heard(1);
  }

  @Test
  void privateChat() {
    Channel dm = discord.dm(alice);
    Event said = discord.say(alice, dm, "hello");
    IncomingMessage message = message();
    assertThat(message.text()).isEqualTo("hello");
    assertThat(message.addressed()).isTrue();
    assertThat(message.origin().key()).isEqualTo("discord:message/" + said.id());
    assertThat(message.origin().place().kind()).isEqualTo(Place.Kind.PRIVATE);
    assertThat(message.origin().place().id().value()).isEqualTo("discord:" + dm.id());
    assertThat(message.origin().sender().id().value()).isEqualTo("discord:" + alice.id());
    assertThat(message.id()).isEqualTo(new MessageId("discord:" + dm.id() + "/" + said.id()));
  }

  @Test
  void mentionIsTakenOutAndOtherPeopleAreNamedByTheirId() {
    Person bob = discord.person("bob");
    discord.say(alice, general, discord.mention() + " ask " + bob.mention() + " please");
    IncomingMessage message = message();
    assertThat(message.addressed()).isTrue();
    assertThat(message.text()).isEqualTo("ask discord:" + bob.id() + " please");
    assertThat(message.origin().place().kind()).isEqualTo(Place.Kind.GROUP);
    assertThat(message.origin().place().name()).isEqualTo("general");
    assertThat(message.origin().place().scopes())
        .containsExactly("discord-channel:" + general.id(), "discord-server:" + discord.serverId());
    assertThat(message.origin().sender().roles()).containsExactly("discord-role:" + staff);
    assertThat(message.origin().sender().locale()).isEqualTo(Locale.US);
  }

  @Test
  void mentionWithinASentence() {
    discord.say(alice, general, "what does " + discord.mention() + " think?");
    assertThat(message().text()).isEqualTo("what does think?");
  }

  @Test
  void unaddressedMessagesAreHeardToo() {
    discord.say(alice, general, "just talking");
    assertThat(message().addressed()).isFalse();
  }

  @Test
  void replyToTheBot() {
    long first =
        Long.parseLong(
            ((Delivery.Delivered)
                    bot.platform.send(
                        Destination.in(Ids.place("" + general.id())),
                        Reply.of(Document.plain("an answer")),
                        "reply-to-me"))
                .message()
                .value()
                .replaceFirst(".*/", ""));
    discord.reply(alice, general, first, "and why?");
    IncomingMessage message = message();
    assertThat(message.addressed()).isTrue();
    assertThat(message.repliesTo())
        .isEqualTo(new MessageId("discord:" + general.id() + "/" + first));
  }

  @Test
  void replyToSomebodyElseIsNotForTheBot() {
    Event said = discord.say(discord.person("carl"), general, "hm");
    discord.reply(alice, general, said.id(), "what?");
    assertThat(((IncomingMessage) bot.heard(2)).addressed()).isFalse();
  }

  @Test
  void typedCommands() {
    discord.say(alice, discord.dm(alice), "/usage");
    discord.say(alice, general, discord.mention() + " /limit set <@" + alice.id() + "> 50/day");
    discord.say(alice, general, "/limit is what I would type");
    discord.say(alice, discord.dm(alice), "/etc/passwd is a file");
    IncomingCommand usage = null;
    IncomingCommand limit = null;
    bot.heard(4);
    for (Incoming incoming : bot.heard) {
      if (incoming instanceof IncomingCommand command) {
        if (command.name().equals("usage")) {
          usage = command;
        } else {
          limit = command;
        }
      }
    }
    assertThat(usage).isNotNull();
    assertThat(usage.arguments()).isEmpty();
    assertThat(limit).isNotNull();
    assertThat(limit.arguments()).isEqualTo("set discord:" + alice.id() + " 50/day");
    assertThat(bot.heard.stream().filter(i -> i instanceof IncomingMessage)).hasSize(2);
  }

  @Test
  void thread() {
    Channel thread = discord.thread(alice, general, "a thread");
    discord.say(alice, thread, "in here");
    IncomingMessage message = message();
    assertThat(message.addressed()).isFalse();
    assertThat(message.origin().place().kind()).isEqualTo(Place.Kind.THREAD);
    assertThat(message.origin().place().scopes())
        .containsExactly(
            "discord-channel:" + thread.id(),
            "discord-channel:" + general.id(),
            "discord-server:" + discord.serverId());
  }

  @Test
  void files() {
    discord.say(alice, discord.dm(alice), "look", "cat.png", "image/png", 1234);
    Attachment file = message().attachments().getFirst();
    assertThat(file.name()).isEqualTo("cat.png");
    assertThat(file.type()).isEqualTo("image/png");
    assertThat(file.bytes()).isEqualTo(1234);
    assertThat(file.reference()).startsWith("discord:http").contains("cat.png");
  }

  @Test
  void botsAreNotHeard() {
    discord.say(discord.otherBot("spammer"), general, discord.mention() + " hello bot");
    discord.say(alice, general, "done");
    assertThat(message().text()).isEqualTo("done");
  }

  @Test
  void sameEventTwiceHasTheSameKey() {
    Event said = discord.say(alice, general, "once");
    discord.deliverAgain(said);
    assertThat(bot.heard(2).origin().key()).isEqualTo(bot.heard(1).origin().key());
  }

  @Test
  void onePlaceInItsOrder() {
    IntStream.range(0, 100).forEach(i -> discord.say(alice, general, "n" + i));
    bot.heard(100);
    assertThat(bot.heard)
        .extracting(i -> ((IncomingMessage) i).text())
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "n" + i).toList());
  }
}
