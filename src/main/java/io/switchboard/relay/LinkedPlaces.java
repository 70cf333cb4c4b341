package io.switchboard.relay;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.home.Homes;
import io.switchboard.db.Database;
import io.switchboard.member.code.Codes;
import io.switchboard.member.code.WrongTries;
import io.switchboard.relay.kept.CopyTable;
import io.switchboard.relay.kept.LinkTable;
import io.switchboard.relay.kept.LinkTable.Offer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which places are linked, and how they come to be and cease to be. */
public final class LinkedPlaces {
  /** How long a code is good for. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(15);

  /** Each of them is told everything that is asked in all others. */
  public static final int MOST = 5;

  private final Database database;
  private final InstantSource time;
  private final Homes homes;
  private final WrongTries tries;

  public LinkedPlaces(Database database, InstantSource time, Homes homes) {
    this.database = database;
    this.time = time;
    this.homes = homes;
    this.tries = new WrongTries(time);
  }

  /**
   * A place that is to be linked.
   *
   * @param by the account that says so
   * @param name what people call the place
   * @param language of the words around copies there
   */
  public record Wish(PersonId by, PlaceId place, String name, Locale language) {
    private Offer offer() {
      return new Offer(by, place, name, language);
    }
  }

  /** A code to be entered in another place; earlier ones for this place are void. */
  public String offer(Wish wish) {
    String code = Codes.random();
    Instant now = time.instant();
    database.useTransaction(
        h -> LinkTable.offer(h, Codes.hash(code), wish.offer(), now, now.plus(GOOD_FOR)));
    return code;
  }

  /** What became of a code. */
  public sealed interface Outcome {
    /**
     * They are linked.
     *
     * @param others without the place in which the code was entered
     */
    record Linked(List<LinkedPlace> others) implements Outcome {}

    /** It was made in this place, or they are linked already; the code is still good. */
    record Same() implements Outcome {}

    /** Both are linked with others; the code is still good. */
    record Elsewhere() implements Outcome {}

    /** Too many would be linked; the code is still good. */
    record Full() implements Outcome {}

    /** There is no such code, or it is over or was used. */
    record Wrong() implements Outcome {}

    /** Too many wrong ones; none is looked at for a while. */
    record TooMany() implements Outcome {}
  }

  /** Links the place in which a code is entered with that in which it was made. */
  public Outcome enter(String code, Wish here) {
    if (!tries.mayTry(here.by())) {
      return new Outcome.TooMany();
    }
    String hash = Codes.hash(code);
    Instant now = time.instant();
    Optional<Offer> there =
        Codes.looksRight(code)
            ? database.read(h -> LinkTable.offered(h, hash, now))
            : Optional.empty();
    if (there.isEmpty()) {
      tries.wrong(here.by());
      return new Outcome.Wrong();
    }
    return database.inTransaction(h -> link(h, hash, there.get(), here.offer()));
  }

  private Outcome link(Handle h, String hash, Offer there, Offer here) {
    Optional<String> theirs = LinkTable.find(h, there.place()).map(LinkedPlace::home);
    Optional<String> ours = LinkTable.find(h, here.place()).map(LinkedPlace::home);
    if (there.place().equals(here.place()) || (ours.isPresent() && ours.equals(theirs))) {
      return new Outcome.Same();
    }
    if (ours.isPresent() && theirs.isPresent()) {
      return new Outcome.Elsewhere();
    }
    String home = theirs.or(() -> ours).orElseGet(() -> "linked:" + UUID.randomUUID());
    if (LinkTable.of(h, home).size() >= MOST) {
      return new Outcome.Full();
    }
    if (!LinkTable.use(h, hash)) {
      return new Outcome.Wrong();
    }
    if (theirs.isEmpty()) {
      join(h, there, home);
    }
    if (ours.isEmpty()) {
      join(h, here, home);
    }
    return new Outcome.Linked(others(h, here.place(), home));
  }

  private void join(Handle h, Offer place, String home) {
    LinkTable.join(h, place, home, time.instant());
    homes.join(h, place.place(), home);
  }

  /** The places with which this one is linked; none if it is not. */
  public List<LinkedPlace> others(PlaceId place) {
    return database.read(
        h ->
            LinkTable.find(h, place)
                .map(linked -> others(h, place, linked.home()))
                .orElse(List.of()));
  }

  private static List<LinkedPlace> others(Handle h, PlaceId place, String home) {
    return LinkTable.of(h, home).stream().filter(p -> !p.place().equals(place)).toList();
  }

  /**
   * Takes a place out. The last one that would be left alone is taken out too.
   *
   * @return those with which it was linked; none if it was not
   */
  public List<LinkedPlace> leave(PlaceId place) {
    return database.inTransaction(
        h -> {
          Optional<LinkedPlace> linked = LinkTable.find(h, place);
          if (linked.isEmpty()) {
            return List.<LinkedPlace>of();
          }
          List<LinkedPlace> others = others(h, place, linked.get().home());
          leave(h, place);
          if (others.size() == 1) {
            leave(h, others.getFirst().place());
          }
          return others;
        });
  }

  private void leave(Handle h, PlaceId place) {
    LinkTable.leave(h, place);
    homes.leave(h, place);
  }

  /** The turn whose answer a message shows in another place than that of the question. */
  public Optional<TurnId> answerIn(MessageId message) {
    return database.read(h -> CopyTable.answerIn(h, message));
  }

  /** A message in a place is gone: so will be its copies. */
  public void gone(PlaceId place, MessageId message) {
    if (database.read(h -> LinkTable.find(h, place)).isPresent()) {
      database.useTransaction(h -> CopyTable.gone(h, message, time.instant()));
    }
  }
}
