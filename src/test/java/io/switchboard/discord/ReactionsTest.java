package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import io.switchboard.markup.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Reactions as they are heard. */
class ReactionsTest {
  private final List<Reaction> heard = new CopyOnWriteArrayList<>();

  private final Inbox inbox =
      new Inbox() {
        @Override
        public void receive(Incoming incoming) {}

        @Override
        public void react(Reaction reaction) {
          heard.add(reaction);
        }
      };

  @Test
  void aServersOwnSignIsKnownByItsNumberWhateverItIsCalled() {
    try (FakeDiscord discord = FakeDiscord.start();
        Bot bot = new Bot(discord).start(inbox)) {
      discord.awaitBot();
      Person alice = discord.person("alice");
      var channel = discord.channel("room");
      MessageId message =
          InARoom.delivered(
              bot.platform.send(
                  Destination.in(new PlaceId("discord:" + channel.id())),
                  Reply.of(Markdown.parse("Hello")),
                  "n1"));
      Shown shown = discord.fromBot(channel, alice).getFirst();
      discord.react(alice, shown, "👍");
      discord.react(alice, shown, "party:555");
      discord.unreact(alice, shown, ":555");
      discord.clearReactions(shown, "fete:555");
      discord.clearReactions(shown);
      PersonId who = new PersonId("discord:" + alice.id());
      await()
          .atMost(Duration.ofMinutes(4))
          .untilAsserted(
              () ->
                  assertThat(heard)
                      .containsExactly(
                          new Reaction.Added(message, who, "👍"),
                          new Reaction.Added(message, who, "custom:555"),
                          new Reaction.Removed(message, who, "custom:555"),
                          new Reaction.Cleared(message, Optional.of("custom:555")),
                          new Reaction.Cleared(message, Optional.empty())));
    }
  }
}
