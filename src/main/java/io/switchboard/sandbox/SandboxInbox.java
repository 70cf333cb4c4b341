package io.switchboard.sandbox;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.event.Reaction;
import io.switchboard.http.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what people do in the sandbox: first to the disk, then to the inbox. */
final class SandboxInbox {
  private static final Logger log = LoggerFactory.getLogger(SandboxInbox.class);

  /** The sign of a like. */
  private static final String LIKE = "👍";

  private final SandboxPlatform platform;
  private final Inbox inbox;

  /** One thing after the other in a place. */
  private final Map<PlaceId, Object> turns = new ConcurrentHashMap<>();

  SandboxInbox(SandboxPlatform platform, Inbox inbox) {
    this.platform = platform;
    this.inbox = inbox;
  }

  /**
   * Somebody wrote.
   *
   * @param key of the browser's choice; the same again is the same message
   */
  SandboxMessage write(
      Person person, Place place, String text, @Nullable SandboxMessage answered, String key) {
    synchronized (turns.computeIfAbsent(place.id(), id -> new Object())) {
      String once = person.handle() + "/" + key;
      SandboxMessage message =
          platform
              .table()
              .add(
                  place.id(),
                  SandboxMessage.Content.said(text),
                  new SandboxMessage.Context(
                      person.id().value(),
                      null,
                      answered == null ? null : answered.messageId(),
                      platform.time().instant()),
                  once);
      platform.watchers().show(message);
      give(person, place, message, answered, once);
      return message;
    }
  }

  private void give(
      Person person,
      Place place,
      SandboxMessage message,
      @Nullable SandboxMessage answered,
      String key) {
    Utterance utterance = new Utterance(person, place, message.context().at());
    inbox.receive(utterance.written(message, answered, key));
    platform.table().received(message.id());
  }

  /** Somebody pressed a button. */
  void press(Person person, SandboxMessage message, String action, String key) {
    if (!message.content().offers(action)) {
      throw new Refused(409, "This message has no such button any more.");
    }
    Place place = SandboxPlaces.seenBy(person, message.place()).orElseThrow(Refused::notFound);
    synchronized (turns.computeIfAbsent(place.id(), id -> new Object())) {
      inbox.receive(
          new Utterance(person, place, platform.time().instant())
              .pressed(message, action, "press/" + person.handle() + "/" + key));
    }
  }

  /**
   * Somebody likes a post, or no longer does. The inbox hears it first: what it could not store is
   * not shown as if it counted, and saying it again does no harm.
   *
   * @return the post as it stands then
   */
  SandboxMessage like(Person person, SandboxMessage message, boolean liked) {
    synchronized (turns.computeIfAbsent(message.place(), id -> new Object())) {
      List<String> signs = liked ? List.of(LIKE) : List.of();
      inbox.react(new Reaction.Now(message.messageId(), person.id(), signs));
      SandboxMessage after =
          platform
              .table()
              .like(message.id(), person.id(), liked)
              .orElseThrow(() -> new Refused(404, "There is no such message."));
      platform.watchers().show(after);
      return after;
    }
  }

  /** Gives the inbox what it did not take before the program ended. */
  void giveAgain() {
    platform
        .table()
        .notReceived()
        .forEach(
            (key, message) -> {
              try {
                giveAgain(key, message);
              } catch (RuntimeException | Error e) {
                log.warn("the sandbox's {} could not be given again", message.messageId(), e);
              }
            });
  }

  private void giveAgain(String key, SandboxMessage message) {
    Optional<Person> person = SandboxPeople.named(message.context().sender());
    Optional<Place> place = person.flatMap(p -> SandboxPlaces.seenBy(p, message.place()));
    var repliesTo = message.context().repliesTo();
    SandboxMessage answered =
        repliesTo == null
            ? null
            : SandboxMessage.number(repliesTo.value()).flatMap(platform.table()::find).orElse(null);
    if (place.isPresent()) {
      give(person.orElseThrow(), place.get(), message, answered, key);
    }
  }

  /** What somebody did in a place, as the inbox understands it. */
  private record Utterance(Person person, Place place, Instant at) {
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
}
