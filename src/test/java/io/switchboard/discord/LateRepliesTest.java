package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.discord.id.Handle;
import io.switchboard.discord.id.Ids;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Replies for which Discord's fifteen minutes are over, over the real JDA. */
class LateRepliesTest extends InARoom {
  private final Person bob = discord.person("bob");

  private IncomingCommand use(String name, Map<String, String> options) {
    discord.slash(alice, channel, name, options);
    return (IncomingCommand) bot.heard(1);
  }

  @Test
  void afterFifteenMinutesOrdinaryMessagesFollow() {
    Destination to = use("ask", Map.of("question", "slow?")).origin().replyTo();
    MessageId first = delivered(bot.platform.send(to, text("waiting"), "e1"));
    discord.advance(Duration.ofMinutes(16));
    delivered(bot.platform.edit(first, text("still waiting")));
    delivered(bot.platform.send(to, text("the answer"), "e2"));
    delivered(bot.platform.send(to, text("the answer"), "e2"));
    assertThat(discord.fromBot(channel, null))
        .extracting(Shown::content)
        .containsExactly("still waiting", "the answer");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void tokenThatDiscordEndsEarlyIsNoLoss() {
    Destination to = use("ask", Map.of("question", "why?")).origin().replyTo();
    discord.refuseNext("PATCH /webhooks/.*", 401, 50027);
    delivered(bot.platform.send(to, text("answer"), "f1"));
    assertThat(discord.fromBot(channel, null)).extracting(Shown::content).containsExactly("answer");
  }

  @Test
  void personalReplyDoesNotBecomePublicWhenTimeIsUp() {
    Destination to = use("usage", Map.of()).origin().replyTo();
    discord.advance(Duration.ofMinutes(16));
    delivered(bot.platform.send(to, text("secret").onlyForAsker(), "g1"));
    assertThat(discord.messages(channel)).isEmpty();
    assertThat(discord.messages(discord.dm(alice)))
        .extracting(Shown::content)
        .containsExactly("secret");
  }

  @Test
  void personalReplyToAPressGoesToThePersonWhenTimeIsUp() {
    Destination here = Destination.in(Ids.place("" + channel.id()));
    Reply reply = text("answer").with(List.of(List.of(new Button.Press("Share", "share"))));
    delivered(bot.platform.send(here, reply, "k1"));
    discord.press(bob, discord.fromBot(channel, null).getFirst(), "Share");
    Destination to = ((ButtonPress) bot.heard(1)).origin().replyTo();
    discord.advance(Duration.ofMinutes(16));
    delivered(bot.platform.send(to, text("secret").onlyForAsker(), "k2"));
    assertThat(discord.fromBot(channel, bob)).hasSize(1);
    assertThat(discord.messages(discord.dm(bob)))
        .extracting(Shown::content)
        .containsExactly("secret");
  }

  @Test
  void whoStillThinksIsTakenAwayOnceTheAnswerIsThere() {
    Destination to = use("ask", Map.of("question", "very slow?")).origin().replyTo();
    discord.advance(Duration.ofMinutes(16));
    delivered(bot.platform.send(to, text("the answer"), "m1"));
    delivered(bot.platform.send(to, text("more"), "m2"));
    assertThat(discord.messages(channel))
        .extracting(Shown::content)
        .containsExactly("the answer", "more");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void anotherProcessTakesItAway() {
    Destination to = use("ask", Map.of("question", "very slow?")).origin().replyTo();
    discord.advance(Duration.ofMinutes(16));
    try (Bot other = new Bot(discord).start()) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> other.platform.send(to, text("late"), "n1") instanceof Delivery.Delivered);
    }
    assertThat(discord.messages(channel)).extracting(Shown::content).containsExactly("late");
    assertThat(discord.violations()).isEmpty();
  }

  @Test
  void handlesOfAnOlderVersionAreRead() {
    Handle read = Handle.read("i/1/" + (5L << 40) + "/PUBLIC/7/a/token");
    assertThat(read)
        .isEqualTo(
            new Handle.ToInteraction(
                "1", 5L << 40, Handle.ToInteraction.Kind.PUBLIC, "7", "", "a/token"));
    assertThat(Handle.read(read.text())).isEqualTo(read);
  }
}
