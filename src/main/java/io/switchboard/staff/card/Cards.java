package io.switchboard.staff.card;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.db.Database;
import io.switchboard.pacing.DoWhatWaits;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows cards to the staff, and keeps them as they should be. Nothing here waits for a platform.
 */
public final class Cards implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Cards.class);

  /** Longer than the outbox tries. */
  private static final Duration BUSY = Duration.ofMinutes(2);

  private final Database database;
  private final InstantSource time;
  private final Staff staff;
  private final Outbox outbox;
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final DoWhatWaits showing =
      new DoWhatWaits(
          "staff-cards",
          this::showWaiting,
          e -> log.warn("The staff's cards could not be shown; within an hour they are", e));

  public Cards(Database database, InstantSource time, Staff staff, Outbox outbox) {
    this.database = database;
    this.time = time;
    this.staff = staff;
    this.outbox = outbox;
  }

  /** Whoever knows what cards of a kind show. */
  @FunctionalInterface
  public interface Source {
    /**
     * What a card shows now, in this language.
     *
     * @param id as given to {@link Cards#refresh}
     * @return empty if there is nothing to show; what is shown stays then
     */
    Optional<Reply> card(String id, Locale language);
  }

  /** Whether there is a channel in which cards are shown. */
  public boolean somewhere() {
    return !staff.places().isEmpty();
  }

  /** The language that the staff speaks. */
  public Locale language() {
    return staff.language();
  }

  /** Says who knows about cards of this kind. At wiring. */
  public void ask(String kind, Source source) {
    sources.put(kind, source);
  }

  /**
   * What a card shows may have changed, or there should be one now.
   *
   * @param kind without a space; both together at most 199 characters
   */
  public void refresh(String kind, String id) {
    Instant now = time.instant();
    String subject = subject(kind, id);
    try {
      database.useTransaction(h -> CardTable.want(h, subject, now));
    } catch (UnableToExecuteStatementException e) {
      // Somebody else had the same new subject at the same moment: there is a row now.
      database.useTransaction(h -> CardTable.want(h, subject, now));
    }
    showing.soon();
  }

  /**
   * The same, if nobody has asked for it since something changed then: whoever should have may have
   * been killed before.
   */
  public void refreshIfMissed(String kind, String id, Instant changed) {
    if (!database.read(h -> CardTable.knows(h, subject(kind, id), changed))) {
      refresh(kind, id);
    }
  }

  private static String subject(String kind, String id) {
    return kind + " " + id;
  }

  /** Shows what a crash left. At start and hourly. */
  public void sweep() {
    showing.soon();
  }

  private void showWaiting() {
    // Another process that wanted one shown anew meanwhile left it to whoever was busy with it.
    boolean again = true;
    while (again) {
      again = showOnce();
    }
  }

  /** Whether any was shown. */
  private boolean showOnce() {
    List<PlaceId> places = staff.places();
    boolean any = false;
    for (CardTable.Card card : database.read(h -> CardTable.waiting(h, time.instant()))) {
      Instant now = time.instant();
      if (database.inTransaction(h -> CardTable.claim(h, card, now, now.plus(BUSY)))) {
        boolean everywhere = true;
        for (int i = 0; i < places.size(); i++) {
          everywhere &= shown(card, places.get(i), i);
        }
        if (everywhere) {
          database.useTransaction(h -> CardTable.shown(h, card, time.instant()));
          any = true;
        }
      }
    }
    return any;
  }

  private boolean shown(CardTable.Card card, PlaceId place, int number) {
    Optional<Reply> reply = reply(card.subject());
    if (reply.isEmpty()) {
      return true;
    }
    Optional<MessageId> before = database.read(h -> CardTable.message(h, card, place));
    if (before.isPresent()) {
      Delivery edited = outbox.edit(Priority.REPLY, place, before.get(), reply::get);
      // Somebody has deleted it: what is to be decided is shown once more.
      if (!(edited instanceof Delivery.Gone) || reply.get().buttons().isEmpty()) {
        return !(edited instanceof Delivery.Failed);
      }
    }
    String nonce = "card-" + card.id() + "-" + number;
    Delivery sent = outbox.send(Priority.REPLY, Destination.in(place), reply::get, nonce);
    if (sent instanceof Delivery.Delivered(MessageId message)) {
      database.useTransaction(h -> CardTable.sent(h, card, place, message));
    } else {
      log.warn("The staff channel {} was not shown {}: {}", place, card.subject(), sent);
    }
    return !(sent instanceof Delivery.Failed);
  }

  private Optional<Reply> reply(String subject) {
    int space = subject.indexOf(' ');
    return Optional.ofNullable(sources.get(subject.substring(0, space)))
        .flatMap(source -> source.card(subject.substring(space + 1), staff.language()));
  }

  /** Shows nothing any more. */
  @Override
  public void close() {
    showing.close();
  }
}
