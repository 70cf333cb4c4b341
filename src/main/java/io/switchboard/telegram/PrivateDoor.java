package io.switchboard.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** The address at which people open the chat with the bot: made of its name, asked for once. */
final class PrivateDoor {
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

  private final BotApi api;
  private final InstantSource clock;
  private @Nullable String name;
  private @Nullable Instant triedAt;

  PrivateDoor(BotApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** With what the bot is sent as the argument of {@code /start}; empty while it has no name. */
  synchronized Optional<String> address(String start) {
    Instant now = clock.instant();
    if (name == null && (triedAt == null || !now.isBefore(triedAt.plus(BETWEEN_TRIES)))) {
      triedAt = now;
      if (api.ask(new GetMe()) instanceof Answer.Done(JsonNode bot)) {
        String told = bot.path("username").asText("");
        name = told.isEmpty() ? null : told;
      }
    }
    return name == null
        ? Optional.empty()
        : Optional.of("https://t.me/" + name + (start.isEmpty() ? "" : "?start=" + start));
  }
}
