package io.switchboard.share.end;

import io.switchboard.alarm.Alarms;
import io.switchboard.conversation.ConversationId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.kept.CarrierTable;
import io.switchboard.share.kept.PassTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.kept.TryTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends shares, tells what carries their links, and repairs what a crash left undone. */
public final class EndShares implements AutoCloseable {
  private static final Duration DRAFT = Duration.ofDays(1);

  /** The sweep comes hourly; alarms for all that ends before the one after next are set anew. */
  private static final Duration AHEAD = Duration.ofHours(2);

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_RETRY = Duration.ofHours(1);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(EndShares.class);

  private final Database database;
  private final InstantSource time;
  private final AlarmOfShare alarm;
  private final Duration grace;
  private final List<Told.AboutShare> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final OneAtATime telling = new OneAtATime();
  private volatile Told.AboutMessage editor = (share, carrier) -> false;

  /**
   * @param kind of the alarms it sets; their id is the share's number
   * @param grace how long after its end the text of a share is kept
   */
  public EndShares(
      Database database, InstantSource time, Alarms alarms, String kind, Duration grace) {
    this.grace = grace;
    this.database = database;
    this.time = time;
    this.alarm = new AlarmOfShare(alarms, kind);
  }

  /** Says who edits messages; until then they wait. */
  public void tell(Told.AboutMessage teller) {
    editor = teller;
  }

  /** Says who else has to know. */
  public void alsoTell(Told.AboutShare listener) {
    listeners.add(listener);
  }

  /** After the commit. An alarm that cannot be set now is set by the sweep. */
  public void setAlarm(long share, @Nullable Instant at) {
    alarm.set(share, at);
  }

  /** Ends it if its time has come, and tells those who do not know yet of its end. */
  public void expire(long share) {
    Instant now = time.instant();
    database.inTransaction(h -> EndTable.expire(h, share, now));
    tellAll(share);
  }

  /** Ends it now; false if it is not a live share of this member. */
  public boolean revoke(long share, MemberId owner) {
    return revoke(share, owner, h -> true).isPresent();
  }

  /**
   * The same with something that is done in the same transaction.
   *
   * @return what that gave; empty if it is not a live share of this member
   */
  public <T> Optional<T> revoke(long share, MemberId owner, Function<Handle, T> also) {
    Instant now = time.instant();
    Optional<T> done =
        database.inTransaction(
            h ->
                EndTable.revoke(h, share, owner.value(), now)
                    ? Optional.of(also.apply(h))
                    : Optional.<T>empty());
    if (done.isPresent()) {
      tellSoon(share);
    }
    return done;
  }

  /**
   * Ends all live shares of a member.
   *
   * @param also is done in the same transaction, if there are any
   */
  public List<ShareId> revokeAll(MemberId owner, BiConsumer<Handle, List<ShareId>> also) {
    Instant now = time.instant();
    List<ShareId> revoked =
        database.inTransaction(
            h -> {
              List<ShareId> ended =
                  ShareTable.live(h, owner.value(), now).stream()
                      .map(ShareRow::id)
                      .filter(id -> EndTable.revoke(h, id, owner.value(), now))
                      .map(ShareId::new)
                      .toList();
              if (!ended.isEmpty()) {
                also.accept(h, ended);
              }
              return ended;
            });
    revoked.forEach(share -> tellSoon(share.value()));
    return revoked;
  }

  /** In the transaction that deletes the conversation. */
  public Runnable conversationDeleted(Handle h, ConversationId conversation) {
    Instant now = time.instant();
    EndTable.deleteDraftsOf(h, conversation.value());
    List<Long> revoked = EndTable.revokeOf(h, conversation.value(), now);
    return () -> revoked.forEach(this::tellSoon);
  }

  /** On a thread of its own, since whoever ended the share must not wait for the platforms. */
  public void tellSoon(long share) {
    try {
      threads.execute(
          () -> {
            setAlarm(share, null);
            orLater(share, () -> tellAll(share));
          });
    } catch (RejectedExecutionException e) {
      log.info("what carries share {} will be told after the next start", share);
    }
  }

  /** Waits a little for those who are telling; the sweep does what they leave. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what does not know yet; if another thread is at it, that one looks again afterwards. */
  private void tellAll(long share) {
    if (!telling.begin(share)) {
      return;
    }
    boolean more = true;
    try {
      while (more) {
        tellOnce(share);
        more = telling.goOn(share);
      }
    } finally {
      if (more) {
        telling.giveUp(share);
      }
    }
  }

  /**
   * Tells what carries an ended share and does not know yet; sets an alarm if something is left.
   */
  private void tellOnce(long share) {
    Optional<ShareRow> row = database.read(h -> ShareTable.find(h, share));
    if (row.filter(ShareRow::ended).isEmpty() || database.read(h -> EndTable.isTold(h, share))) {
      return;
    }
    boolean all = true;
    for (CarrierTable.Carrier carrier : database.read(h -> CarrierTable.untold(h, share))) {
      if (told(row.get(), carrier)) {
        database.useTransaction(h -> CarrierTable.setTold(h, share, carrier.message()));
      } else {
        all = false;
      }
    }
    for (Told.AboutShare listener : listeners) {
      all &= told(row.get(), listener);
    }
    // Asked again under the row's lock: a message may have been added meanwhile.
    boolean done = all && database.inTransaction(h -> finish(h, share));
    if (!done) {
      setAlarm(share, retryAt(share));
    }
  }

  private static boolean finish(Handle h, long share) {
    boolean gone = ShareTable.lock(h, share).isEmpty();
    boolean known = CarrierTable.untold(h, share).isEmpty();
    if (!gone && known) {
      EndTable.setTold(h, share, true);
    }
    return gone || known;
  }

  private boolean told(ShareRow row, CarrierTable.Carrier carrier) {
    try {
      return editor.ended(row, carrier);
    } catch (RuntimeException | Error e) {
      log.warn("a message with the link of share {} could not be edited", row.id(), e);
      return false;
    }
  }

  private static boolean told(ShareRow row, Told.AboutShare listener) {
    try {
      return listener.ended(row);
    } catch (RuntimeException | Error e) {
      log.warn("what shows share {} could not be told that it has ended", row.id(), e);
      return false;
    }
  }

  /** The longer it has not worked, the longer until the next try. */
  private Instant retryAt(long share) {
    Instant now = time.instant();
    Instant ended = database.read(h -> EndTable.endedAt(h, share)).orElse(now);
    Duration waited = Duration.between(ended, now);
    Duration pause =
        waited.compareTo(FIRST_RETRY) < 0
            ? FIRST_RETRY
            : waited.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : waited;
    return now.plus(pause);
  }

  /** Ends what is due, tells who does not know, sets alarms anew, takes away what is old. */
  public void sweep() {
    Instant now = time.instant();
    for (EndTable.Due due : database.read(h -> EndTable.due(h, now.plus(AHEAD)))) {
      if (due.at().isAfter(now)) {
        setAlarm(due.share(), due.at());
      } else {
        orLater(due.share(), () -> expire(due.share()));
      }
    }
    for (long share : database.read(EndTable::untold)) {
      orLater(share, () -> tellAll(share));
    }
    database.useTransaction(
        h -> {
          EndTable.deleteDrafts(h, now.minus(DRAFT));
          EndTable.deleteText(h, now.minus(grace));
          PassTable.sweep(h, now);
          TryTable.sweep(h, now.minus(TryTable.COUNTS));
        });
  }

  /** One share that fails must not keep the others from their end. */
  private static void orLater(long share, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      log.warn("share {} could not be ended now; the next sweep tries again", share, e);
    }
  }
}
