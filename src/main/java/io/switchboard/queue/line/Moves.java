package io.switchboard.queue.line;

import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.place.AtOnce;
import io.switchboard.queue.slots.AccountTable;
import io.switchboard.queue.slots.MinuteTable;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Moves requests from state to state and keeps their members' lines true. Made in a transaction, it
 * holds the queue's clock until the commit.
 *
 * <p>The order is the Virtual Token Counter of Sheng et al., "Fairness in Serving Large Language
 * Models" (OSDI 2024): whoever has been served least goes next. A request is charged to its
 * member's line when it starts, with what is expected, and corrected as the truth is known. Whoever
 * comes to the line is lifted to the least served who waits there, or to whoever left it last if
 * nobody waits: having been away gives no credit. What an answer that runs is only expected to take
 * does not lift them, or short answers would let others go first again and again. In any time in
 * which two members both wait, what they are served, each divided by its weight, differs by at most
 * twice the largest request divided by the smaller weight, for each answer that may run at once. A
 * charge is corrected by the weight it was made with, so that a role that comes and goes gives no
 * credit either.
 */
public final class Moves {
  private final Handle h;
  private final Instant now;
  private final QueueClock clock;
  private final AtOnce places;

  /** Waits for the queue's clock. */
  public Moves(Handle h, SharedTime time) {
    this.h = h;
    this.clock = QueueClock.take(h);
    this.places = new AtOnce(h);
    // Only now, for it may have waited.
    this.now = time.now(h);
  }

  /** When these moves are made. */
  public Instant now() {
    return now;
  }

  /**
   * Takes a request in.
   *
   * @param share of its member, from now on
   * @param bounded places in which it counts, and how many may run there at once
   * @return its number
   */
  public long join(NewRequest request, Share share, Map<String, Integer> bounded) {
    long id = clock.turn();
    places.said(request.scopes(), bounded);
    boolean behind = RequestTable.laneTaken(h, request.lane());
    Line line = line(request.member()).allowed(share);
    if (line.waiting() == 0) {
      line = line.liftedTo(leastServed());
    }
    StateTable.insert(h, id, request, behind ? State.BEHIND : State.READY);
    places.came(id, bounded.keySet());
    boolean in = behind || bounded.isEmpty() || places.enters(id, line.turn());
    if (!in) {
      StateTable.crowded(h, id);
    }
    LineTable.save(h, line.plus(1, request.tokens(), in && !behind ? 1 : 0, 0));
    return id;
  }

  /** A member may have this from now on; nothing happens if they never asked. */
  public void allow(long member, Share share) {
    LineTable.find(h, member).ifPresent(line -> LineTable.save(h, line.allowed(share)));
  }

  private double leastServed() {
    Long lastLeft = clock.lastLeft();
    return LineTable.next(h)
        .or(() -> Optional.ofNullable(lastLeft).map(this::line))
        .map(line -> line.served() - RequestTable.onlyExpected(h, line.member()))
        .orElse(0.0);
  }

  /** Starts the fair next, if one of the accounts may run one more. */
  public Optional<RequestRow.Whole> start(List<Slots> accounts, String holder, Duration lease) {
    Optional<NextStart> next = NextStart.of(h, accounts, now);
    if (accounts.size() > 1) {
      next.ifPresent(chosen -> AccountTable.chosen(h, chosen.slots()));
    }
    return next.map(chosen -> start(chosen, holder, lease));
  }

  private RequestRow.Whole start(NextStart next, String holder, Duration lease) {
    Line before = next.line();
    String account = next.slots().account();
    RequestRow.Whole taken =
        StateTable.running(h, before, account, holder, now, now.plus(lease))
            .orElseThrow(
                () -> new IllegalStateException("line " + before.member() + " has lost its head"));
    long tokens = taken.row().tokens();
    MinuteTable.asked(h, account, tokens, now);
    Line line = before.charged(tokens, before.weight()).plus(-1, -tokens, -1, 1);
    LineTable.save(h, line);
    if (!line.eligible()) {
      clock.left(h, line.member());
    }
    return taken;
  }

  /** A running one has used so many tokens as yet: charged now if it is more than expected. */
  public void progressed(RequestRow row, long tokens) {
    if (row.state() == State.RUNNING && tokens > row.charged()) {
      StateTable.charged(h, row.id(), tokens);
      counted(row, tokens);
      LineTable.save(h, line(row.member()).charged(tokens - row.charged(), row.weight()));
    }
  }

  /**
   * The account has answered one that runs: the next of its lane and line may come, while somebody
   * brings the answer to the chat.
   */
  public void answered(RequestRow row, long tokens) {
    StateTable.delivering(h, row, tokens);
    leaveLine(row, tokens, true);
  }

  /** Takes over one whose answer nobody brings to the chat any more; the caps do not matter. */
  public Optional<RequestRow.Whole> deliver(String holder, Duration lease) {
    return RequestTable.undelivered(h, now)
        .flatMap(row -> StateTable.deliveredBy(h, row, holder, now.plus(lease)));
  }

  /**
   * Ends one that this process has delivered: nobody counts it any more, so the clock is not waited
   * for.
   *
   * @return false if it is no longer this process's to end
   */
  public static boolean delivered(Handle h, long request, String holder, Instant now) {
    return StateTable.delivered(h, request, holder, now);
  }

  /** Ends one that cannot be delivered. */
  public void undeliverable(RequestRow row) {
    StateTable.over(h, row, State.FAILED, row.tokens(), now);
  }

  /** Ends one that runs, with what it used in truth, and lets the next of its lane come. */
  public void end(RequestRow row, State state, long tokens) {
    StateTable.over(h, row, state, tokens, now);
    leaveLine(row, tokens, state == State.DONE);
  }

  /** The account's minute learns what a request that was counted as large as charged took. */
  private void counted(RequestRow row, long tokens) {
    Instant started = row.startedAt();
    if (row.account() != null && started != null) {
      MinuteTable.corrected(h, row.account(), tokens - row.charged(), started, now);
    }
  }

  private void leaveLine(RequestRow row, long tokens, boolean measured) {
    counted(row, tokens);
    if (row.account() != null) {
      MinuteTable.used(h, row.account(), tokens, now);
    }
    LineTable.save(
        h, line(row.member()).charged(tokens - row.charged(), row.weight()).plus(0, 0, 0, -1));
    Instant started = row.startedAt();
    if (measured && started != null) {
      clock.took(h, Duration.between(started, now));
    }
    List<String> left = places.goes(row.id());
    promote(row.lane());
    letIn(left);
  }

  private void letIn(List<String> scopes) {
    for (var next = places.next(scopes); next.isPresent(); next = places.next(scopes)) {
      RequestRow row = RequestTable.find(h, next.get()).orElseThrow();
      ready(row, line(row.member()));
    }
  }

  private void ready(RequestRow row, Line line) {
    StateTable.ready(h, row.id());
    LineTable.save(h, line.plus(0, 0, 1, 0));
  }

  /**
   * Puts one that runs back to where it was in its line, uncharged.
   *
   * @param notBefore when it may be claimed again; null for at once
   */
  public void back(RequestRow row, @Nullable Instant notBefore) {
    if (row.state() == State.DELIVERING) {
      StateTable.undelivered(h, row, notBefore == null ? now : notBefore);
      return;
    }
    boolean later = notBefore != null && notBefore.isAfter(now);
    StateTable.waiting(h, row, later ? State.LATER : State.READY, later ? notBefore : null);
    LineTable.save(
        h,
        line(row.member())
            .charged(-row.charged(), row.weight())
            .plus(1, row.tokens(), later ? 0 : 1, -1));
    if (later) {
      letIn(places.leaves(row.id()));
    }
  }

  /** Ends one that waits. */
  public void cancel(RequestRow row) {
    StateTable.over(h, row, State.CANCELLED, 0, now);
    boolean ready = row.state() == State.READY;
    LineTable.save(h, line(row.member()).plus(-1, -row.tokens(), ready ? -1 : 0, 0));
    List<String> left = places.goes(row.id());
    if (row.state() != State.BEHIND) {
      promote(row.lane());
    }
    letIn(left);
  }

  /** Lets one that waits for a time, or for another of its lane, come at once. */
  public void hasten(RequestRow row) {
    Line line = line(row.member());
    if (places.enters(row.id(), line.plus(0, -row.tokens(), 0, 0).turn())) {
      ready(row, line);
    } else {
      StateTable.crowded(h, row.id());
    }
  }

  /**
   * So many may run at once in these places from now on, and any number in all others; lets those
   * in for whom there is room though nobody left.
   */
  public int bounded(Map<String, Integer> all) {
    places.said(all);
    List<String> forgotten = places.forgotten();
    letIn(forgotten);
    return forgotten.size();
  }

  /** Whether there is anything to start on one of these; looks without waiting. */
  public static boolean anyToStart(Handle h, List<Slots> accounts, Instant now) {
    return NextStart.of(h, accounts, now).isPresent();
  }

  /** Lets any account answer what waits for one that is not there any more; how many. */
  public int unpool(List<String> pools) {
    return StateTable.unpool(h, pools);
  }

  /** The requests of one member become another's; the line that was served more counts. */
  public void merge(long from, long to) {
    Line ours = line(to);
    Line theirs = line(from);
    StateTable.moveAll(h, from, to);
    LineTable.save(
        h,
        ours.liftedTo(theirs.served())
            .plus(theirs.waiting(), theirs.waitingTokens(), theirs.ready(), theirs.running()));
    LineTable.delete(h, from);
    Long lastLeft = clock.lastLeft();
    if (lastLeft != null && lastLeft == from) {
      clock.left(h, to);
    }
  }

  private void promote(String lane) {
    RequestTable.nextOfLane(h, lane).ifPresent(this::hasten);
  }

  private Line line(long member) {
    Optional<Line> known = LineTable.find(h, member);
    if (known.isPresent()) {
      return known.get();
    }
    LineTable.insert(h, Line.of(member));
    return Line.of(member);
  }
}
