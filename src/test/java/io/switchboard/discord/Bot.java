package io.switchboard.discord;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.config.Secret;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** The adapter on a fake Discord, and what it has heard. */
final class Bot implements AutoCloseable {
  static final CommandMenu MENU =
      new CommandMenu(
          List.of(
              new CommandMenu.Entry(
                  "ask",
                  Map.of(Locale.ENGLISH, "Asks", Locale.KOREAN, "묻기"),
                  List.of(
                      option("question", true, List.of()),
                      option("model", false, List.of("small", "large"))),
                  false,
                  false,
                  true),
              new CommandMenu.Entry(
                  "usage", Map.of(Locale.ENGLISH, "Shows use"), List.of(), false, true),
              new CommandMenu.Entry(
                  "limit",
                  Map.of(Locale.ENGLISH, "Sets limits"),
                  List.of(option("what", false, List.of())),
                  true,
                  true)),
          List.of("usage"),
          Set.of(),
          Set.of());

  final List<Incoming> heard = new CopyOnWriteArrayList<>();
  final DiscordPlatform platform;

  Bot(FakeDiscord discord) {
    this(discord, discord.token());
  }

  Bot(FakeDiscord discord, String token) {
    platform =
        new DiscordPlatform(
            new DiscordSettings(Secret.of(token), discord.apiUrl(), discord.gatewayUrl()),
            discord::now);
  }

  private static CommandMenu.Option option(String name, boolean required, List<String> choices) {
    return new CommandMenu.Option(name, Map.of(Locale.ENGLISH, name), required, choices);
  }

  Bot start() {
    return start(heard::add);
  }

  Bot start(Inbox inbox) {
    platform.start(inbox, MENU);
    return this;
  }

  /** Waits for the event that is the n-th of all. */
  Incoming heard(int n) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> heard.size() >= n);
    return heard.get(n - 1);
  }

  /** Waits for the event that is the n-th of all in a channel, whatever comes late elsewhere. */
  Incoming heard(int n, Channel channel) {
    PlaceId place = new PlaceId("discord:" + channel.id());
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> in(place).size() >= n);
    return in(place).get(n - 1);
  }

  private List<Incoming> in(PlaceId place) {
    return heard.stream().filter(event -> event.origin().replyTo().place().equals(place)).toList();
  }

  @Override
  public void close() {
    platform.close();
  }
}
