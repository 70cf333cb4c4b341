package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import io.switchboard.markup.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One bot for a class of tests, and a new channel for each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InARoom {
  final FakeDiscord discord = FakeDiscord.start();
  final Person alice;
  Bot bot;
  Channel channel;

  InARoom() {
    this("en-US");
  }

  /**
   * @param language of Alice's Discord
   */
  InARoom(String language) {
    alice = discord.person("alice", language);
  }

  @BeforeAll
  void start() {
    bot = new Bot(discord).start();
    discord.awaitBot();
  }

  @AfterAll
  void stop() {
    bot.close();
    discord.close();
  }

  @BeforeEach
  void newChannel() {
    discord.forgive();
    channel = discord.channel("room");
    bot.heard.clear();
  }

  final Destination here() {
    return Destination.in(new PlaceId("discord:" + channel.id()));
  }

  static Reply text(String text) {
    return Reply.of(Document.plain(text));
  }

  static MessageId delivered(Delivery delivery) {
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).message();
  }

  /** The only message that this person, or everybody, sees of the bot in the channel. */
  final Shown only(Person reader) {
    assertThat(discord.fromBot(channel, reader)).hasSize(1);
    return discord.fromBot(channel, reader).getFirst();
  }

  final Shown only() {
    return only(null);
  }
}
