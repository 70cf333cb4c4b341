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
import java.util.ArrayList;
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

  /** Of a place that is linked with none, see {@link #group}. */
  public static final String ALONE = GroupText.ALONE;

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

  /** What becomes of a code. */
  public sealed interface Outcome {
    /**
     * The code is good, and stays so until it is {@link #used}: they are to be linked.
     *
     * @param others without the place in which the code was entered
     * @param group for {@link #regroup}
     */
    record Ready(List<LinkedPlace> others, String group) implements Outcome {}

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

  /** Looks at a code that was entered in a place. */
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
    return database.inTransaction(h -> ready(h, there.get(), here.offer()));
  }

  /** The places of a code are linked: it is good no more. */
  public void used(String code) {
    database.useTransaction(h -> LinkTable.use(h, Codes.hash(code)));
  }

  private static Outcome ready(Handle h, Offer there, Offer here) {
    Optional<String> theirs = LinkTable.find(h, there.place()).map(LinkedPlace::home);
    Optional<String> ours = LinkTable.find(h, here.place()).map(LinkedPlace::home);
    if (there.place().equals(here.place()) || (ours.isPresent() && ours.equals(theirs))) {
      return new Outcome.Same();
    }
    if (ours.isPresent() && theirs.isPresent()) {
      return new Outcome.Elsewhere();
    }
    String home = theirs.or(() -> ours).orElseGet(() -> "linked:" + UUID.randomUUID());
    List<LinkedPlace> all = new ArrayList<>(LinkTable.of(h, home));
    if (all.size() >= MOST) {
      return new Outcome.Full();
    }
    if (theirs.isEmpty()) {
      all.add(linked(there, home));
    }
    if (ours.isEmpty()) {
      all.add(linked(here, home));
    }
    return new Outcome.Ready(
        all.stream().filter(p -> !p.place().equals(here.place())).toList(),
        GroupText.more(home, all));
  }

  private static LinkedPlace linked(Offer offer, String home) {
    return new LinkedPlace(offer.place(), home, offer.name(), offer.language(), 0);
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
   * Which places one is linked with, as text that can be read, and put back by {@link #regroup}.
   */
  public String group(Handle h, PlaceId place) {
    return LinkTable.find(h, place)
        .map(p -> GroupText.of(p.home(), LinkTable.locked(h, p.home())))
        .orElse(ALONE);
  }

  /** The places in such a text; none if it says that one is alone. */
  public static List<LinkedPlace> places(String group) {
    return GroupText.read(group).map(GroupText::places).orElse(List.of());
  }

  /**
   * Links places so, in the transaction of the caller. Whoever would be left alone is taken out.
   *
   * @return false if some of them are linked with others by now, or they would be too many
   */
  public boolean regroup(Handle h, PlaceId place, String group) {
    Optional<GroupText> wanted = GroupText.read(group);
    if (wanted.isEmpty()) {
      LinkTable.find(h, place).ifPresent(p -> keep(h, p.home(), List.of(place)));
      return true;
    }
    String home = wanted.get().home();
    List<LinkedPlace> all = wanted.get().places();
    boolean elsewhere =
        all.stream()
            .flatMap(p -> LinkTable.find(h, p.place()).stream())
            .anyMatch(p -> !p.home().equals(home));
    List<PlaceId> now = LinkTable.of(h, home).stream().map(LinkedPlace::place).toList();
    List<PlaceId> then = all.stream().map(LinkedPlace::place).toList();
    List<PlaceId> out = now.stream().filter(p -> !then.contains(p)).toList();
    if (elsewhere || (wanted.get().more() && !out.isEmpty())) {
      return false;
    }
    all.stream().filter(p -> !now.contains(p.place())).forEach(p -> join(h, p, home));
    keep(h, home, out);
    return true;
  }

  private void join(Handle h, LinkedPlace place, String home) {
    LinkTable.join(h, place, home, time.instant());
    homes.join(h, place.place(), home);
  }

  /** Takes these out of a group, and the last one that would be left alone. */
  private void keep(Handle h, String home, List<PlaceId> without) {
    without.forEach(place -> leave(h, place));
    List<LinkedPlace> left = LinkTable.of(h, home);
    if (left.size() == 1) {
      leave(h, left.getFirst().place());
    }
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
