package io.switchboard.queue.line;

import io.switchboard.queue.place.AtOnce;
import io.switchboard.queue.slots.AccountTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how many start before a waiting request, and when it starts. It looks at no more than
 * {@link #FARTHEST} lines and requests, so that it costs the same however many wait.
 *
 * <p>Ahead of a request are: its member's own older ones, older ones of its lane, and of every
 * other line that may be claimed from, those that start before that line has been served as much as
 * this one will have been when the request's turn comes. Exact for members who wait with one
 * request each; else as good as the expected sizes. Who comes later with less service received is
 * not foreseen.
 */
public final class WhereItStands {
  private static final int FARTHEST = 1000;
  private static final Duration LATELY = Duration.ofMinutes(3);
  private static final double MOST_OVERTAKEN = 0.33;

  private final Handle h;
  private final Instant now;

  public WhereItStands(Handle h, Instant now) {
    this.h = h;
    this.now = now;
  }

  /**
   * Where a request stands.
   *
   * @param startsIn null while too little is known
   */
  public record Standing(int ahead, @Nullable Duration startsIn) {}

  /** Of a request that waits; empty for any other. */
  public Optional<Standing> of(long id) {
    return RequestTable.find(h, id).filter(row -> row.state().waits()).map(this::of);
  }

  /** How many wait, of all members: by their lines, not by their requests. */
  public static int waitingAtAll(Handle h) {
    return h.createQuery("select coalesce(sum(waiting), 0) from line").mapTo(int.class).one();
  }

  /**
   * How many of a member's requests would wait for more than the moment until a free slot takes
   * them, if one more came.
   *
   * @param atOnce so many of theirs may run; null for any number
   * @param lane of the one that would come
   */
  public int wouldWait(long member, @Nullable Integer atOnce, String lane) {
    Line line = LineTable.find(h, member).orElse(Line.of(member));
    int ready = line.ready() + (RequestTable.laneTaken(h, lane) ? 0 : 1);
    int left = free();
    int allowed = atOnce == null ? left : Math.min(left, atOnce - line.running());
    return line.waiting() + 1 - Math.clamp(allowed, 0, ready);
  }

  /** The same of all that wait in a place, where so many may run. */
  public int wouldWaitIn(String scope, int atOnce, String lane) {
    return new AtOnce(h).wouldWait(scope, free(), atOnce, RequestTable.laneTaken(h, lane));
  }

  private int free() {
    return Math.max(0, AccountTable.slots(h, now) - RequestTable.runningAtAll(h));
  }

  private Standing of(RequestRow row) {
    Line line = LineTable.find(h, row.member()).orElse(Line.of(row.member()));
    Own own = own(row);
    double turn = line.served() + own.tokens() / line.weight();
    int ahead = own.count() + ofLane(row) + ofOthers(row, turn, own.count() == 0);
    boolean free = row.state() == State.READY && line.eligible();
    Duration startsIn = withOvertakers(startsIn(ahead, free), turn);
    return new AtOnce(h)
        .standing(row.id())
        .map(door -> atDoor(door, ahead, startsIn))
        .orElseGet(() -> new Standing(ahead, startsIn));
  }

  /** As far as its place is concerned, it starts when so many have left that. */
  private Standing atDoor(AtOnce.Standing door, int ahead, @Nullable Duration startsIn) {
    Duration service = QueueClock.look(h).service();
    Duration there =
        service == null ? null : service.multipliedBy(door.ahead() + 1L).dividedBy(door.atOnce());
    boolean later = startsIn != null && there != null && there.compareTo(startsIn) > 0;
    return new Standing(Math.max(ahead, door.ahead()), later ? there : startsIn);
  }

  private record Own(int count, double tokens) {}

  private Own own(RequestRow row) {
    return h.createQuery(
            "select count(*) as c, coalesce(sum(tokens), 0) as t from (select tokens from request"
                + " where member = :member and state in ('READY', 'BEHIND', 'CROWDED', 'LATER') and"
                + " arrival < :id limit "
                + FARTHEST
                + ") older")
        .bind("member", row.member())
        .bind("id", row.id())
        .map((r, context) -> new Own(r.getInt("c"), r.getDouble("t")))
        .one();
  }

  private int ofLane(RequestRow row) {
    return h.createQuery(
            "select count(*) from (select id from request where lane = :lane and state in ('READY',"
                + " 'BEHIND', 'CROWDED', 'LATER') and arrival < :id and member <> :member limit "
                + FARTHEST
                + ") older")
        .bind("lane", row.lane())
        .bind("id", row.id())
        .bind("member", row.member())
        .mapTo(int.class)
        .one();
  }

  private int ofOthers(RequestRow row, double turn, boolean isHead) {
    return h.createQuery(
            "select coalesce(sum(case when served = :turn then 1 else least(ready,"
                + " ceil((:turn - served) * weight * waiting / (waiting_tokens + 1.0))) end), 0)"
                + " from (select served, weight, ready, waiting, waiting_tokens from line where"
                + " eligible = 1 and member <> :member and (served < :turn or (served = :turn"
                + " and (:head = 0 or head < :id))) order by eligible, served, head limit "
                + FARTHEST
                + ") ahead")
        .bind("turn", turn)
        .bind("member", row.member())
        .bind("head", isHead ? 1 : 0)
        .bind("id", row.id())
        .mapTo(int.class)
        .one();
  }

  /**
   * Who comes in the meantime and had less goes first: half as many as came lately, in the share of
   * those who had less. Half, for crowds come and go: replays of steady and of sudden loads (see
   * {@code EstimateTest}) are foreseen best so.
   */
  private @Nullable Duration withOvertakers(@Nullable Duration startsIn, double turn) {
    Duration service = QueueClock.look(h).service();
    int slots = AccountTable.slots(h, now);
    if (startsIn == null || startsIn.isZero() || service == null || slots == 0) {
      return startsIn;
    }
    double load = cameLately() * service.toMillis() / 1000.0 / slots;
    double overtaken = Math.min(MOST_OVERTAKEN, load * shareWithLess(turn) / 2);
    return Duration.ofMillis(Math.round(startsIn.toMillis() / (1 - overtaken)));
  }

  /** Requests a second, in the last few minutes. */
  private double cameLately() {
    int count =
        h.createQuery(
                "select count(*) from request where id > (select max(id) from request) - :looked"
                    + " and submitted_at > :since")
            .bind("looked", FARTHEST)
            .bind("since", now.minus(LATELY))
            .mapTo(int.class)
            .one();
    return (double) count / LATELY.toSeconds();
  }

  /** The share of the members, of those that are looked at, who were served less than that. */
  private double shareWithLess(double turn) {
    return h.createQuery(
            "select coalesce(avg(case when served < :turn then 1.0 else 0.0 end), 0) from (select"
                + " served from line limit "
                + FARTHEST
                + ") looked_at")
        .bind("turn", turn)
        .mapTo(double.class)
        .one();
  }

  private @Nullable Duration startsIn(int ahead, boolean free) {
    int slots = AccountTable.slots(h, now);
    if (slots == 0) {
      return null;
    }
    int running = RequestTable.runningAtAll(h);
    int left = slots - running;
    if (free && ahead < left) {
      return Duration.ZERO;
    }
    Duration service = QueueClock.look(h).service();
    if (service == null) {
      return null;
    }
    int rounds = Math.max(1, ahead - Math.max(0, left) + 1);
    return service.multipliedBy(rounds).dividedBy(slots);
  }
}
