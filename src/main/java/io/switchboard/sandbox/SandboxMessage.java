package io.switchboard.sandbox;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in the sandbox.
 *
 * @param version grows with each edit
 */
record SandboxMessage(long id, PlaceId place, Content content, Context context, long version) {
  /** Written as the sender of what the bot says. */
  static final String BOT = "bot";

  /**
   * What it shows.
   *
   * @param title of a post; else empty
   * @param text as a person reads it
   * @param html sanitised; empty for what people wrote, which is shown as text
   */
  record Content(String title, String text, String html, List<List<Button>> buttons) {
    static Content said(String text) {
      return new Content("", text, "", List.of());
    }

    boolean offers(String action) {
      return buttons.stream()
          .flatMap(List::stream)
          .anyMatch(b -> b instanceof Button.Press press && press.action().equals(action));
    }
  }

  /**
   * How it stands there.
   *
   * @param sender a person's id, or {@link #BOT}
   * @param onlyFor who alone sees it; null for all
   */
  record Context(
      String sender, @Nullable PersonId onlyFor, @Nullable MessageId repliesTo, Instant at) {}

  MessageId messageId() {
    return new MessageId("sandbox:" + id);
  }

  boolean byBot() {
    return context.sender().equals(BOT);
  }

  /** Posts can be liked. */
  boolean likeable() {
    return byBot() && place.equals(SandboxPlaces.COMMUNITY);
  }

  boolean visibleTo(Person person) {
    PersonId only = context.onlyFor();
    return (only == null || only.equals(person.id()))
        && SandboxPlaces.seenBy(person, place).isPresent();
  }

  /** The number in a message's id; empty if it is no id of the sandbox. */
  static Optional<Long> number(@Nullable String id) {
    return id != null && id.matches("sandbox:\\d{1,18}")
        ? Optional.of(Long.parseLong(id.substring("sandbox:".length())))
        : Optional.empty();
  }
}
