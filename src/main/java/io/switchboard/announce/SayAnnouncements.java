package io.switchboard.announce;

import io.switchboard.announce.AnnouncementTable.Row;
import io.switchboard.announce.AnnouncementTable.State;
import io.switchboard.announce.AnnouncementTable.Target;
import io.switchboard.chat.Destination;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.db.Database;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.pacing.DoWhatWaits;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says announcements, one after the other, and tells their makers what came of them. */
public final class SayAnnouncements implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SayAnnouncements.class);

  /** Longer than the outbox tries. */
  private static final Duration BUSY = Duration.ofMinutes(3);

  private final Database database;
  private final InstantSource time;
  private final Messengers messengers;
  private final Outbox outbox;
  private final Texts texts;
  private final DoWhatWaits saying =
      new DoWhatWaits(
          "announcements",
          this::all,
          e -> log.warn("An announcement does not go on; it is tried again in a minute", e));

  public SayAnnouncements(
      Database database, InstantSource time, Messengers messengers, Outbox outbox, Texts texts) {
    this.database = database;
    this.time = time;
    this.messengers = messengers;
    this.outbox = outbox;
    this.texts = texts;
  }

  /** Says what is to be said. Does not block. */
  void goOn() {
    saying.soon();
  }

  private void all() {
    Instant now = time.instant();
    database.useTransaction(h -> AnnouncementTable.abandon(h, now));
    for (Optional<Target> next = next(); next.isPresent(); next = next()) {
      Target target = next.get();
      Instant until = time.instant().plus(BUSY);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (database.inTransaction(h -> AnnouncementTable.claim(h, target, until))) {
        State state = say(target);
        database.useTransaction(h -> AnnouncementTable.settle(h, target, state));
      }
    }
    for (long id : database.read(AnnouncementTable::said)) {
      if (database.inTransaction(h -> AnnouncementTable.move(h, id, "SENDING", "DONE"))) {
        tell(id);
      }
    }
  }

  private Optional<Target> next() {
    return database.read(AnnouncementTable::waiting);
  }

  private State say(Target target) {
    Optional<Row> row =
        database.read(h -> AnnouncementTable.find(h, target.announcement(), "SENDING"));
    Optional<PlaceId> place =
        target.person() ? privateChat(target) : Optional.of(new PlaceId(target.target()));
    if (row.isEmpty() || place.isEmpty()) {
      return State.GONE;
    }
    Reply reply = reply(row.get().text(), target);
    String nonce =
        "ann-" + target.announcement() + "-" + Integer.toHexString(target.target().hashCode());
    Delivery delivery =
        outbox.send(Priority.REPLY, Destination.in(place.get()), () -> reply, nonce);
    return switch (delivery) {
      case Delivery.Delivered ignored -> State.SENT;
      case Delivery.Gone ignored -> State.GONE;
      default -> State.FAILED;
    };
  }

  private Optional<PlaceId> privateChat(Target target) {
    PersonId person = new PersonId(target.target());
    return messengers.of(person.platform()).orElse(null) instanceof PrivateChats chats
        ? chats.privateChat(person)
        : Optional.empty();
  }

  private Reply reply(String text, Target target) {
    Locale language = Texts.language(Locale.forLanguageTag(target.language()));
    Reply reply = Reply.of(framed(texts, language, text));
    return target.person()
        ? reply.with(
            List.of(
                List.of(
                    new MemberAction.Announcements(false)
                        .button(texts.say(language, "announce.button.none")))))
        : reply;
  }

  /** As it is read by those who hear it. */
  public static Document framed(Texts texts, Locale language, String text) {
    return Markdown.parse(texts.say(language, "announce.head"))
        .and(new Document(List.of(new Block.Quote(Markdown.parse(text).blocks()))));
  }

  private void tell(long id) {
    Optional<Row> row = database.read(h -> AnnouncementTable.find(h, id, "DONE"));
    if (row.isEmpty()) {
      return;
    }
    Map<State, Integer> places = database.read(h -> AnnouncementTable.counts(h, id, false));
    Map<State, Integer> people = database.read(h -> AnnouncementTable.counts(h, id, true));
    Locale language = Texts.language(Locale.forLanguageTag(row.get().language()));
    String said =
        texts.say(
            language,
            "announce.result",
            places.getOrDefault(State.SENT, 0),
            people.getOrDefault(State.SENT, 0),
            sum(places, people, State.GONE) + sum(places, people, State.FAILED),
            sum(places, people, State.UNSURE));
    log.info("Announcement {} is said: {} places, {} members", id, places, people);
    Reply reply = Reply.of(Document.plain(said));
    Delivery told =
        outbox.send(
            Priority.REPLY,
            Destination.in(new PlaceId(row.get().tell())),
            () -> reply,
            "ann-" + id + "-done");
    if (!(told instanceof Delivery.Delivered)) {
      log.warn("Who made announcement {} could not be told what came of it: {}", id, told);
    }
  }

  private static int sum(Map<State, Integer> a, Map<State, Integer> b, State state) {
    return a.getOrDefault(state, 0) + b.getOrDefault(state, 0);
  }

  @Override
  public void close() {
    saying.close();
  }
}
