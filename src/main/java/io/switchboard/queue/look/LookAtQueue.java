package io.switchboard.queue.look;

import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who runs and who waits, a page at a time. */
public final class LookAtQueue {
  private static final int MOST_RUNNING = 100;
  private static final List<String> OPEN =
      List.of("RUNNING", "DELIVERING", "READY", "BEHIND", "LATER");

  private final Database database;

  public LookAtQueue(Database database) {
    this.database = database;
  }

  /**
   * A member who waits.
   *
   * @param oldest the one of theirs that starts next
   * @param waiting so many of theirs wait
   * @param inTurn whether they are served as soon as it is their turn; else they wait for something
   *     of their own: an older question, or the number that they may have at once
   */
  public record Waiting(Asked oldest, int waiting, boolean inTurn) {}

  /**
   * A page of those who wait, in the order in which they are served.
   *
   * @param next where the next page begins; null if there is none
   */
  public record Page(List<Waiting> waiting, @Nullable Cursor next) {}

  /** What runs now or is on its way into a chat, the oldest first; 100 at most. */
  public List<Asked> running() {
    return database.read(
        h ->
            h.createQuery(
                    Asked.ROW
                        + "where state in ('RUNNING', 'DELIVERING') order by arrival limit :most")
                .bind("most", MOST_RUNNING)
                .map(Asked::read)
                .list());
  }

  /**
   * Who waits from there on.
   *
   * @param most so many members, at least 1
   */
  public Page waiting(Cursor from, int most) {
    return database.read(h -> page(h, from, most));
  }

  private static Page page(Handle h, Cursor from, int most) {
    List<Line> lines = new ArrayList<>();
    if (from.inTurn()) {
      lines.addAll(inTurn(h, from, most + 1));
    }
    if (lines.size() <= most) {
      lines.addAll(others(h, from.inTurn() ? -1 : from.after(), most + 1 - lines.size()));
    }
    List<Line> shown = lines.subList(0, Math.min(most, lines.size()));
    Map<Long, Asked> heads = heads(h, shown);
    List<Waiting> waiting = new ArrayList<>();
    for (Line line : shown) {
      // One that is claimed in this moment is nobody's head any more.
      Optional.ofNullable(heads.get(line.member()))
          .map(head -> new Waiting(head, line.waiting(), line.eligible()))
          .ifPresent(waiting::add);
    }
    return new Page(waiting, lines.size() > most ? shown.getLast().cursor() : null);
  }

  private record Line(long member, double served, long head, int waiting, boolean eligible) {
    Cursor cursor() {
      return eligible ? Cursor.inTurn(served, head) : Cursor.others(member);
    }
  }

  private static List<Line> inTurn(Handle h, Cursor from, int most) {
    return h.createQuery(
            "select member, served, head, waiting from line where eligible = 1 and (served >"
                + " :served or (served = :served and head > :head)) order by eligible, served,"
                + " head limit :most")
        .bind("served", from.served())
        .bind("head", from.after())
        .bind("most", most)
        .map(
            (row, context) ->
                new Line(
                    row.getLong("member"),
                    row.getDouble("served"),
                    row.getLong("head"),
                    row.getInt("waiting"),
                    true))
        .list();
  }

  private static List<Line> others(Handle h, long after, int most) {
    return h.createQuery(
            "select member, waiting from line where eligible = 0 and waiting > 0 and member >"
                + " :after order by member limit :most")
        .bind("after", after)
        .bind("most", most)
        .map((row, context) -> new Line(row.getLong("member"), 0, 0, row.getInt("waiting"), false))
        .list();
  }

  private static Map<Long, Asked> heads(Handle h, List<Line> lines) {
    List<Long> known = lines.stream().filter(Line::eligible).map(Line::head).toList();
    Map<Long, Asked> heads =
        known.isEmpty()
            ? new HashMap<>()
            : h
                .createQuery(
                    Asked.ROW + "where id in (<ids>) and state in ('READY', 'BEHIND', 'LATER')")
                .bindList("ids", known)
                .map(Asked::read)
                .list()
                .stream()
                .collect(
                    Collectors.toMap(
                        asked -> asked.member().value(), Function.identity(), (a, b) -> a));
    for (Line line : lines) {
      if (!line.eligible()) {
        oldest(h, line.member()).ifPresent(asked -> heads.put(line.member(), asked));
      }
    }
    return heads;
  }

  private static Optional<Asked> oldest(Handle h, long member) {
    return OPEN.subList(2, OPEN.size()).stream()
        .flatMap(state -> of(h, member, state, 1).stream())
        .min(Comparator.comparingLong(asked -> asked.id().value()));
  }

  private static List<Asked> of(Handle h, long member, String state, int most) {
    return h.createQuery(
            Asked.ROW
                + "where member = :member and state = :state order by member, state, arrival limit"
                + " :most")
        .bind("member", member)
        .bind("state", state)
        .bind("most", most)
        .map(Asked::read)
        .list();
  }

  /**
   * What one member has in the queue: what runs, then what waits, each the oldest first.
   *
   * @param most so many of each sort
   */
  public List<Asked> of(MemberId member, int most) {
    return database.read(
        h -> OPEN.stream().flatMap(s -> of(h, member.value(), s, most).stream()).toList());
  }
}
