package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the bot says, over the real JDA. */
class SpeakingTest extends InARoom {

  @Test
  void sendsWithoutPingsAndPreviews() {
    delivered(
        bot.platform.send(
            here(),
            text("@everyone " + alice.mention() + " <@&5> https://example.com/x_y_ *hi*"),
            "a"));
    assertThat(only().pings()).isEmpty();
    assertThat(only().previews()).isFalse();
    assertThat(only().content()).doesNotContain("@everyone").contains("https://example.com/x_y_");
    assertThat(only().displayed()).contains("*hi*");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void editsAndDeletes() {
    MessageId id = delivered(bot.platform.send(here(), text("one"), "b"));
    assertThat(bot.platform.edit(id, text("two"))).isEqualTo(new Delivery.Delivered(id));
    assertThat(only().content()).isEqualTo("two");
    assertThat(only().edits()).containsExactly("one");
    assertThat(bot.platform.delete(id)).isEqualTo(new Delivery.Delivered(id));
    assertThat(discord.fromBot(channel, null)).isEmpty();
    assertThat(bot.platform.delete(id)).isEqualTo(new Delivery.Delivered(id));
    assertThat(bot.platform.edit(id, text("three"))).isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void sameNonceIsOneMessage() {
    MessageId first = delivered(bot.platform.send(here(), text("once"), "same"));
    MessageId again = delivered(bot.platform.send(here(), text("once"), "same"));
    assertThat(again).isEqualTo(first);
    assertThat(discord.fromBot(channel, null)).hasSize(1);
  }

  @Test
  void lostAnswerMakesNoSecondMessage() {
    discord.loseAnswerOfNext("POST /channels/" + channel.id() + "/messages");
    // The HTTP client may itself have tried again on a new connection.
    assertThat(bot.platform.send(here(), text("once"), "lost"))
        .isNotInstanceOf(Delivery.Gone.class);
    delivered(bot.platform.send(here(), text("once"), "lost"));
    assertThat(discord.fromBot(channel, null)).hasSize(1);
  }

  @Test
  void repliesToTheMessage() {
    Event asked = discord.say(alice, channel, discord.mention() + " hi");
    Destination to = bot.heard(1).origin().replyTo();
    delivered(bot.platform.send(to, text("hello"), "c"));
    assertThat(only().replyTo()).isEqualTo(asked.id());
    assertThat(only().pings()).isEmpty();
  }

  @Test
  void repliesAlthoughTheQuestionIsGone() {
    Event asked = discord.say(alice, channel, discord.mention() + " hi");
    Destination to = bot.heard(1).origin().replyTo();
    discord.delete(channel, asked.id());
    delivered(bot.platform.send(to, text("hello"), "d"));
    assertThat(only().replyTo()).isNull();
  }

  @Test
  void formRefusedBecauseOfTheReferenceIsSentWithoutIt() {
    discord.say(alice, channel, discord.mention() + " hi");
    Destination to = bot.heard(1).origin().replyTo();
    discord.refuse("POST /channels/" + channel.id() + "/messages", "message_reference", 400, 50035);
    delivered(bot.platform.send(to, text("hello"), "e"));
    assertThat(only().replyTo()).isNull();
  }

  @Test
  void buttons() {
    Reply reply =
        text("choose")
            .with(
                List.of(
                    List.of(
                        new Button.Press("Stop", "stop:5"),
                        new Button.Press("Odd", "~x"),
                        new Button.Press("Again", "stop:5")),
                    List.of(new Button.Link("Page", "https://example.com/s/abc"))));
    MessageId id = delivered(bot.platform.send(here(), reply, "f"));
    assertThat(only().buttons()).containsExactly("Stop", "Odd", "Again", "Page");
    assertThat(only().links()).containsExactly("https://example.com/s/abc");
    discord.press(alice, only(), "Stop");
    discord.press(alice, only(), "Odd");
    ButtonPress press = (ButtonPress) bot.heard(1);
    assertThat(press.action()).isEqualTo("stop:5");
    assertThat(press.message()).isEqualTo(id);
    assertThat(press.origin().sender().id().value()).isEqualTo("discord:" + alice.id());
    assertThat(((ButtonPress) bot.heard(2)).action()).isEqualTo("~x");
    discord.press(alice, only(), "Again");
    assertThat(((ButtonPress) bot.heard(3)).action()).isEqualTo("stop:5");
    delivered(bot.platform.edit(id, text("chosen")));
    assertThat(only().buttons()).isEmpty();
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void rateLimitsAreWaitedOutByTheirHeaders() {
    for (int i = 0; i < 7; i++) {
      delivered(bot.platform.send(here(), text("n" + i), "rate" + i));
    }
    assertThat(discord.fromBot(channel, null)).hasSize(7);
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void tooManyRequestsAreTriedAgain() {
    discord.limit(1, Duration.ofSeconds(1));
    try {
      Channel other = discord.channel("other");
      delivered(
          bot.platform.send(
              Destination.in(new PlaceId("discord:" + other.id())), text("x"), "429a"));
      delivered(
          bot.platform.send(
              Destination.in(new PlaceId("discord:" + other.id())), text("y"), "429b"));
      assertThat(discord.fromBot(other, null)).hasSize(2);
    } finally {
      discord.limit(5, Duration.ofSeconds(5));
    }
  }

  @Test
  void refusalsAreForGood() {
    for (int code : List.of(50001, 50013, 50007)) {
      channel.refuse(code);
      assertThat(bot.platform.send(here(), text("x"), "g" + code))
          .isInstanceOf(Delivery.Gone.class);
    }
    channel.refuse(0);
    assertThat(bot.platform.send(Destination.in(new PlaceId("discord:1")), text("x"), "h"))
        .isInstanceOf(Delivery.Gone.class);
  }

  @Test
  void longAndEmptyTextsAreStillTaken() {
    delivered(bot.platform.send(here(), text("x".repeat(3000)), "i"));
    assertThat(only().content()).hasSize(2000).endsWith("…");
    delivered(bot.platform.send(here(), text(""), "j"));
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void typing() {
    bot.platform.typing(new PlaceId("discord:" + channel.id()));
    assertThat(discord.typings(channel)).isPositive();
  }

  @Test
  void threads() {
    Event asked = discord.say(alice, channel, discord.mention() + " hi");
    MessageId from = new MessageId("discord:" + channel.id() + "/" + asked.id());
    Optional<PlaceId> thread = bot.platform.open(from, "A question");
    assertThat(thread).isPresent();
    assertThat(bot.platform.open(from, "A question")).isEqualTo(thread);
    Channel opened = discord.threads(channel).getFirst();
    bot.heard.clear();
    discord.say(alice, opened, "/stop");
    assertThat(bot.heard(1)).isInstanceOf(IncomingCommand.class);
    Event dm = discord.say(alice, discord.dm(alice), "hi");
    assertThat(
            bot.platform.open(
                new MessageId("discord:" + discord.dm(alice).id() + "/" + dm.id()), "x"))
        .isEmpty();
  }
}
