package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import io.switchboard.queue.busy.HowBusy;
import io.switchboard.queue.busy.Onlooker;
import io.switchboard.queue.daily.Daily;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.line.Moves;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import io.switchboard.queue.slots.Slots;
import io.switchboard.queue.spare.SpareRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The queue: requests come in, are claimed, and end. Every method is one transaction; what it
 * returns is on disk.
 */
public final class RequestQueue implements Merging {
  /** Under which lines of the log carry the number of the request that they are about. */
  static final String LOG_KEY = "request";

  private static final Logger log = LoggerFactory.getLogger(RequestQueue.class);

  private final Database database;
  private final SharedTime time;
  private final Admitting admitting;
  private final Claiming claiming;
  private final Holding holding;
  private final Stopping stopping;
  private final Turnstile turnstile;
  private final InChat inChat;
  private final HowBusy busy;
  private final Statistics statistics;
  private final SpareRoom spare;
  private volatile Onlooker onlooker = Onlooker.NOBODY;
  private final List<Runnable> workListeners = new CopyOnWriteArrayList<>();

  /**
   * A door to the queue; several processes may have one each on the same database.
   *
   * @param holder the name of this process, see {@link io.switchboard.db.shared.Leases#holder}
   */
  public RequestQueue(Database database, InstantSource time, String holder, Limits limits) {
    this(database, time, SharedTime.of(database, time), holder, limits);
  }

  /**
   * One for tests.
   *
   * @param shared what all processes hold for the time
   */
  RequestQueue(
      Database database, InstantSource time, SharedTime shared, String holder, Limits limits) {
    this.database = database;
    this.time = shared;
    this.admitting = new Admitting(database, time, shared, limits);
    this.claiming = new Claiming(database, shared, holder);
    this.holding = new Holding(database, shared, holder, limits);
    this.stopping = new Stopping(database, shared, limits);
    this.turnstile = new Turnstile(database, shared);
    this.inChat = new InChat(database, shared, admitting::position);
    this.busy = new HowBusy(database, shared);
    this.statistics = new Statistics(database, shared, limits.zone());
    this.spare = new SpareRoom(database, shared, this::tellWorkers);
    onWork(spare::changed);
  }

  /** Says who is told of what becomes of questions here. At wiring. */
  public void watchedBy(Onlooker those) {
    onlooker = those;
    holding.watchedBy(those);
  }

  /** Takes a request in, or says why not. */
  public Admission submit(Submission submission) {
    Admission admission = admitting.admit(submission);
    onlooker.came(admission.outcome());
    if (admission instanceof Admission.Queued(RequestId id, Position at)) {
      try (MDC.MDCCloseable _ = MDC.putCloseable(LOG_KEY, id.toString())) {
        log.info("request {} is queued", id);
      }
      tellWorkers();
    }
    return admission;
  }

  /**
   * How many of a member's may run, and their weight, are as the limits say now; to be called when
   * an admin changed these, or it would be so from their next question on.
   */
  public void allowAnew(MemberId member) {
    of(member).lastAsker().ifPresent(admitting::allow);
    tellWorkers();
  }

  /** Where a waiting request stands; empty once it runs or is finished. */
  public Optional<Position> position(RequestId request) {
    return admitting.position(request);
  }

  /** What a member has in the queue. */
  public OfMember of(MemberId member) {
    return new OfMember(database, member);
  }

  /** Which messages in the chat are a request's own. */
  public InChat inChat() {
    return inChat;
  }

  /** What was asked and answered, day by day. */
  public Statistics statistics() {
    return statistics;
  }

  /** How much there is to do and was done. */
  public HowBusy busy() {
    return busy;
  }

  /** What a process does now and then for all that it runs, and for what nobody runs any more. */
  public Upkeep upkeep() {
    return new Upkeep(holding, stopping, this::tellWorkers);
  }

  /** Room on the accounts that no request needs. */
  public SpareRoom spare() {
    return spare;
  }

  /** What became of a wish to stop a request. */
  public enum Stop {
    /** It waited, and will not run. */
    CANCELLED,
    /** It runs, and will end soon, wherever it runs. */
    STOPPING,
    /** It has ended already. */
    OVER,
    /** There is none of that number that is this member's. */
    NOTHING
  }

  /** Stops a request of this member. */
  public Stop stop(RequestId request, MemberId member) {
    Stop stop = stopping.stop(request, member);
    if (stop == Stop.CANCELLED) {
      onlooker.cancelled();
    }
    if (stop == Stop.CANCELLED || stop == Stop.STOPPING) {
      tellWorkers();
    }
    return stop;
  }

  /**
   * Calls the listener once, as soon as the member wants the request stopped or it is no longer
   * this process's to answer: at once when the wish comes in this process or was there before,
   * within a second or two when it comes in another (while a {@link Worker} runs). It is called on
   * the thread of whoever wishes, so it only sets something off. It is forgotten when the request
   * is finished or put back.
   */
  public void onStop(RequestId request, Runnable listener) {
    stopping.listen(request, listener);
  }

  /**
   * Whether the member wants it stopped, or it is no longer this process's to answer. Also tells
   * the database that the request is being worked on.
   */
  public boolean stopWanted(RequestId request) {
    return !holding.goesOn(request);
  }

  /**
   * Charges its member's line for what a running answer used until now, so that a long one counts
   * while it goes on. Not needed for short ones; less than was expected of it changes nothing.
   *
   * @param tokens in and out, since its beginning
   */
  public void progressed(RequestId request, long tokens) {
    holding.progressed(request, tokens);
  }

  /**
   * The account has answered, only the delivery is left, which a platform can hold up for minutes:
   * settles limits and fairness and frees the account's slot and the lane. What was answered has to
   * be kept before. The request stays this process's own until {@link #finish} or {@link #putBack};
   * after a crash it is claimed again, whatever the account's cap says.
   */
  public void answered(RequestId request, Use used) {
    if (holding.answered(request, used)) {
      tellWorkers();
    }
  }

  /** It is over: settles limits and fairness, unless {@link #answered} did. Once is enough. */
  public void finish(RequestId request, Ending ending) {
    if (holding.finish(request, ending)) {
      left(request);
    }
  }

  /** It cannot be answered or delivered before that time: it keeps its place until then. */
  public void putBack(RequestId request, Instant notBefore) {
    if (holding.putBack(request, notBefore)) {
      left(request);
    }
  }

  /**
   * Its runner broke down: it is put back and tried again after 1, 2, 4 … times the patience, and
   * fails after so many times.
   *
   * @return whether it failed for good now
   */
  boolean brokeDown(RequestId request, int most, Duration patience, String why) {
    Optional<Boolean> forGood = holding.brokeDown(request, most, patience, why);
    if (forGood.isPresent()) {
      left(request);
    }
    return forGood.orElse(false);
  }

  private void left(RequestId request) {
    stopping.forget(request);
    turnstile.forget(request);
    tellWorkers();
  }

  /**
   * Takes the fair next for an account, if that may have one more.
   *
   * @param concurrency so many may run on that account, over all processes together
   */
  public Optional<Claimed> claim(String account, int concurrency) {
    return claim(List.of(Slots.of(account, concurrency)));
  }

  /** Takes the fair next for whichever of these accounts may have one more. */
  public Optional<Claimed> claim(List<Slots> accounts) {
    Optional<Claiming.Taken> taken = claiming.claim(accounts);
    taken.ifPresent(
        t ->
            accounts.stream()
                .filter(slots -> slots.account().equals(t.claimed().account()))
                .findFirst()
                .ifPresent(slots -> turnstile.claimed(t, slots)));
    return taken.map(Claiming.Taken::claimed);
  }

  /**
   * To be asked before each call to the account that a running request makes: all calls count in
   * the account's minute.
   *
   * @return zero if the call may be made now; else how long to wait before asking this again
   */
  public Duration mayAsk(RequestId request) {
    return turnstile.pass(request);
  }

  /** Calls the listener whenever there may be something to claim, by what this process did. */
  public void onWork(Runnable listener) {
    workListeners.add(listener);
  }

  private void tellWorkers() {
    workListeners.forEach(Runnable::run);
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    new Moves(h, time).merge(from.value(), to.value());
    Daily.merge(h, from, to);
  }
}
