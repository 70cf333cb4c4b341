package io.switchboard.sandbox;

import io.switchboard.chat.Inbox;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.http.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what people do in the sandbox: first to the disk, then to the inbox. */
final class SandboxInbox {
  private static final Logger log = LoggerFactory.getLogger(SandboxInbox.class);

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

  /** Gives the inbox what it did not take before the program ended. */
  void giveAgain() {
    platform
        .table()
        .notReceived()
        .forEach(
            (key, message) -> {
              try {
                giveAgain(key, message);
              } catch (RuntimeException e) {
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
}
