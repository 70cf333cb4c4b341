package io.switchboard.sandbox;

import io.switchboard.chat.ButtonPress;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Incoming;
import io.switchboard.chat.IncomingCommand;
import io.switchboard.chat.IncomingMessage;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Origin;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody did in a place, as the inbox understands it. */
record Utterance(Person person, Place place, Instant at) {
  private static final Pattern BOT =
      Pattern.compile("(?<!\\w)@switchboard\\b[,:]?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMAND =
      Pattern.compile(
          "/([A-Za-z][A-Za-z0-9_-]{0,31})(?:@switchboard)?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern MENTION = Pattern.compile("(?<!\\w)@(\\w+)");

  /**
   * Something written.
   *
   * @param answered the message it replies to
   */
  Incoming written(SandboxMessage message, @Nullable SandboxMessage answered, String key) {
    MessageId id = message.messageId();
    MessageId target = answered == null ? null : answered.messageId();
    String text = message.content().text().strip();
    Origin origin = origin(key, id);
    Matcher command = COMMAND.matcher(BOT.matcher(text).lookingAt() ? withoutBot(text) : text);
    if (command.matches()) {
      String rest = command.group(2);
      String arguments = rest == null ? "" : withPeople(rest.strip());
      String name = command.group(1).toLowerCase(Locale.ROOT);
      return new IncomingCommand(origin, name, arguments, target, List.of());
    }
    boolean addressed =
        SandboxPlaces.meansTheBot(place)
            || BOT.matcher(text).find()
            || (answered != null && answered.byBot());
    return new IncomingMessage(
        origin, id, withPeople(withoutBot(text)), target, addressed, List.of());
  }

  /** A button pressed. */
  Incoming pressed(SandboxMessage message, String action, String key) {
    return new ButtonPress(origin(key, message.messageId()), message.messageId(), action);
  }

  private Origin origin(String key, MessageId message) {
    MessageId repliedTo = place.kind() == Place.Kind.PRIVATE ? null : message;
    String handle = new SandboxPlatform.Handle(repliedTo, person.id()).toString();
    return new Origin("sandbox:" + key, place, person, new Destination(place.id(), handle), at);
  }

  private static String withoutBot(String text) {
    return BOT.matcher(text).replaceAll("").strip();
  }

  private static String withPeople(String text) {
    return MENTION
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    SandboxPeople.named(found.group(1))
                        .map(p -> p.id().value())
                        .orElse(found.group())));
  }
}
