package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.switchboard.chat.Destination;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.markup.Document;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Coming up, going on and giving up, over the real JDA. */
class ConnectingTest {
  private final List<Logger> logs =
      Stream.of(Connection.class, Farewell.class)
          .map(LoggerFactory::getLogger)
          .map(Logger.class::cast)
          .toList();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logs.forEach(log -> log.addAppender(lines));
  }

  @AfterEach
  void stopListening() {
    logs.forEach(log -> log.detachAppender(lines));
  }

  private String logged() {
    return String.join("\n", lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
  }

  @Test
  void waitsForADiscordThatIsNotThereYet() {
    try (FakeDiscord discord = FakeDiscord.unreachable();
        Bot bot = new Bot(discord).start()) {
      await().until(() -> logged().contains("cannot be reached"));
      assertThat(
              bot.platform.send(
                  Destination.in(new PlaceId("discord:1")), Reply.of(Document.plain("x")), "n"))
          .isInstanceOf(Delivery.Failed.class);
      discord.up();
      discord.awaitBot();
    }
  }

  @Test
  void wrongTokenEndsWithAPlainLine() {
    try (FakeDiscord discord = FakeDiscord.start();
        Bot bot = new Bot(discord, "wrong").start()) {
      await().until(() -> logged().contains("does not know this token"));
      assertThat(logged()).contains("DISCORD_TOKEN").doesNotContain("wrong");
      assertThat(bot.heard).isEmpty();
    }
  }

  @Test
  void tokenThatDiesLaterEndsToo() {
    try (FakeDiscord discord = FakeDiscord.start();
        Bot bot = new Bot(discord).start()) {
      discord.awaitBot();
      discord.changeToken("another");
      discord.closeConnection(4004);
      await().until(() -> logged().contains("does not know this token"));
      assertThat(bot.heard).isEmpty();
    }
  }

  @Test
  void withoutTheContentIntentItStillAnswersMentions() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      discord.allowContentIntent(false);
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      try (Bot bot = new Bot(discord).start()) {
        discord.awaitBot();
        assertThat(logged()).contains("Message Content Intent").contains("must be mentioned");
        discord.say(alice, general, "unseen");
        discord.say(alice, general, discord.mention() + " seen");
        assertThat(((IncomingMessage) bot.heard(1)).text()).isEmpty();
        assertThat(((IncomingMessage) bot.heard(2)).text()).isEqualTo("seen");
      }
    }
  }

  @Test
  void resumesAfterADropWithoutLosingWhatWasSaid() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      try (Bot bot = new Bot(discord).start()) {
        discord.awaitBot();
        discord.dropConnection();
        discord.say(alice, general, "meanwhile");
        await().atMost(Duration.ofMinutes(4)).until(() -> !bot.heard.isEmpty());
        assertThat(discord.identified()).isEqualTo(1);
      }
    }
  }

  @Test
  void beginsAnewWhenItsSessionIsForgotten() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      try (Bot bot = new Bot(discord).start()) {
        discord.awaitBot();
        discord.forgetSessions();
        discord.dropConnection();
        await().atMost(Duration.ofMinutes(4)).until(() -> discord.identified() >= 2);
        discord.say(alice, general, "back");
        bot.heard(1);
      }
    }
  }

  @Test
  void goesOnWhenDiscordWasAway() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      try (Bot bot = new Bot(discord).start()) {
        discord.awaitBot();
        discord.down();
        assertThat(
                bot.platform.send(
                    Destination.in(new PlaceId("discord:" + general.id())),
                    Reply.of(Document.plain("x")),
                    "n"))
            .isInstanceOf(Delivery.Failed.class);
        discord.up();
        await().atMost(Duration.ofMinutes(4)).until(discord::botConnected);
        discord.say(alice, general, "back");
        bot.heard(1);
      }
    }
  }

  @Test
  void whatCannotBeStoredIsTriedAgain() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      AtomicInteger tries = new AtomicInteger();
      try (Bot bot = new Bot(discord)) {
        bot.start(
            incoming -> {
              switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("database is away");
                case 2 -> throw new StackOverflowError("as the test wants");
                default -> bot.heard.add(incoming);
              }
            });
        discord.awaitBot();
        discord.say(alice, general, "one");
        discord.say(alice, general, "two");
        bot.heard(2);
        assertThat(((IncomingMessage) bot.heard.getFirst()).text()).isEqualTo("one");
      }
    }
  }

  @Test
  void speaksWithoutListeningAndTakesOver() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      try (Bot bot = new Bot(discord)) {
        bot.platform.speak();
        Destination to = Destination.in(new PlaceId("discord:" + general.id()));
        Reply reply = Reply.of(Document.plain("beside"));
        await().until(() -> bot.platform.send(to, reply, "n") instanceof Delivery.Delivered);
        assertThat(discord.identified()).isZero();
        assertThat(bot.platform.connected()).isFalse();
        bot.start();
        discord.awaitBot();
        await().until(bot.platform::connected);
        discord.say(alice, general, "now");
        bot.heard(1);
      }
    }
  }

  @Test
  void stopsHearingGoesOnSpeakingAndHearsAgain() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Channel general = discord.channel("general");
      Person alice = discord.person("alice");
      try (Bot bot = new Bot(discord).start()) {
        discord.awaitBot();
        Destination to = Destination.in(new PlaceId("discord:" + general.id()));
        bot.platform.stopHearing();
        assertThat(bot.platform.send(to, Reply.of(Document.plain("still here")), "n1"))
            .isInstanceOf(Delivery.Delivered.class);
        await().until(() -> !discord.botConnected());
        discord.say(alice, general, "unheard");
        assertThat(bot.platform.send(to, Reply.of(Document.plain("and here")), "n2"))
            .isInstanceOf(Delivery.Delivered.class);
        assertThat(bot.heard).isEmpty();
        bot.start();
        await().until(discord::botConnected);
        await().until(bot.platform::connected);
        discord.say(alice, general, "back");
        assertThat(((IncomingMessage) bot.heard(1)).text()).isEqualTo("back");
        assertThat(discord.violations()).isEmpty();
      }
    }
  }
}
