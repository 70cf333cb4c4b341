package io.switchboard.announce;

import io.switchboard.announce.AnnouncementTable.Listener;
import io.switchboard.announce.AnnouncementTable.Row;
import io.switchboard.announce.AnnouncementTable.Target;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Drafts announcements, and has them said once they are confirmed. */
public final class Announcing implements Merging {
  /** One message everywhere, with what stands around it. */
  public static final int LONGEST = 1500;

  private static final Duration DRAFTS_KEPT = Duration.ofDays(1);

  private final Database database;
  private final InstantSource time;
  private final Known known;
  private final Locale inPlaces;
  private final SayAnnouncements saying;

  /**
   * @param inPlaces the language that is spoken where many are
   */
  public Announcing(
      Database database,
      InstantSource time,
      Known known,
      Locale inPlaces,
      SayAnnouncements saying) {
    this.database = database;
    this.time = time;
    this.known = known;
    this.inPlaces = inPlaces;
    this.saying = saying;
  }

  /** So many would hear it now. */
  public record Reach(int places, int members) {}

  /**
   * A draft.
   *
   * @param id of the draft, for {@link #confirm}
   */
  public record Draft(long id, Reach reach) {}

  /**
   * Keeps it until it is confirmed; nobody is told yet.
   *
   * @param text Markdown, at most {@link #LONGEST} characters
   * @param tell where the maker is told what came of it, in this language
   */
  public Draft draft(MemberId by, String text, Audience audience, PlaceId tell, Locale language) {
    Instant now = time.instant();
    long id =
        database.inTransaction(
            h -> {
              AnnouncementTable.dropDrafts(h, now.minus(DRAFTS_KEPT));
              return AnnouncementTable.draft(
                  h, by, text, audience.toString(), tell.value(), language.toLanguageTag(), now);
            });
    List<Target> targets = targets(id, audience);
    int people = (int) targets.stream().filter(Target::person).count();
    return new Draft(id, new Reach(targets.size() - people, people));
  }

  /**
   * It is to be said.
   *
   * @param platforms that are switched on
   * @return its text and how many hear it; empty if this member has no such draft, or it was
   *     confirmed already
   */
  public Optional<Confirmed> confirm(long id, MemberId by, List<String> platforms) {
    Optional<Row> draft =
        database
            .read(h -> AnnouncementTable.find(h, id, "DRAFT"))
            .filter(row -> row.by().equals(by));
    Optional<Audience> audience = draft.flatMap(row -> Audience.read(row.audience(), platforms));
    if (audience.isEmpty()) {
      return Optional.empty();
    }
    List<Target> targets = targets(id, audience.get());
    Instant now = time.instant();
    boolean ours =
        database.inTransaction(
            h -> {
              boolean first = AnnouncementTable.move(h, id, "DRAFT", "SENDING");
              if (first) {
                targets.forEach(target -> AnnouncementTable.target(h, target, now));
              }
              return first;
            });
    if (!ours) {
      return Optional.empty();
    }
    saying.goOn();
    int people = (int) targets.stream().filter(Target::person).count();
    return Optional.of(
        new Confirmed(
            draft.get().text(), audience.get(), new Reach(targets.size() - people, people)));
  }

  /** What is being said now. */
  public record Confirmed(String text, Audience audience, Reach reach) {}

  /** Throws a draft away; false if this member has none of that number. */
  public boolean drop(long id, MemberId by) {
    return database.inTransaction(h -> AnnouncementTable.drop(h, id, by));
  }

  private List<Target> targets(long id, Audience audience) {
    List<Target> targets = new ArrayList<>();
    Set<String> places = new TreeSet<>();
    known.places().stream().filter(audience::hears).forEach(place -> places.add(place.value()));
    String language = inPlaces.toLanguageTag();
    places.forEach(place -> targets.add(new Target(id, place, false, language)));
    Set<MemberId> told = new LinkedHashSet<>();
    for (Listener one : database.read(AnnouncementTable::listeners)) {
      PersonId person = new PersonId(one.person());
      if (audience.hears(person) && !known.keptOut(person) && told.add(one.member())) {
        targets.add(new Target(id, one.person(), true, one.language()));
      }
    }
    return targets;
  }

  /** Whether a member is told announcements in private. */
  public boolean wants(MemberId member) {
    return !database.read(h -> AnnouncementTable.isOut(h, member));
  }

  /** Says so. */
  public void want(MemberId member, boolean wanted) {
    try {
      database.useTransaction(h -> AnnouncementTable.want(h, member, wanted));
    } catch (UnableToExecuteStatementException e) {
      // The same press twice at once: the row is there.
      database.useTransaction(h -> AnnouncementTable.want(h, member, wanted));
    }
  }

  /** Goes on with what a crash left. At start and every minute. */
  public void sweep() {
    saying.goOn();
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    if (AnnouncementTable.isOut(h, from)) {
      AnnouncementTable.want(h, from, true);
      AnnouncementTable.want(h, to, false);
    }
  }
}
