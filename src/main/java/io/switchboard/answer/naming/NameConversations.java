package io.switchboard.answer.naming;

import io.switchboard.account.Account;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenUse;
import io.switchboard.account.choice.Accounts;
import io.switchboard.conversation.title.DueTitles;
import io.switchboard.conversation.title.DueTitles.Untitled;
import io.switchboard.queue.slots.Slots;
import io.switchboard.queue.spare.SpareCall;
import io.switchboard.queue.spare.SpareRoom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives conversations their titles, one after the other, while nobody needs the account. */
public final class NameConversations implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NameConversations.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** About what a title takes. */
  private static final long TOKENS = 700;

  private static final int TOO_MUCH = 2000;
  private static final Duration MADE_WAY = Duration.ofSeconds(15);
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** What a question would meet there, too. */
  private static final Set<Failure.Kind> ACCOUNTS_OWN =
      EnumSet.of(
          Failure.Kind.BUSY,
          Failure.Kind.UNAVAILABLE,
          Failure.Kind.KEY_REFUSED,
          Failure.Kind.OUT_OF_MONEY);

  private final DueTitles due;
  private final SpareRoom room;
  private final Accounts accounts;
  private final Supplier<List<Slots>> slots;
  private @Nullable Thread thread;

  /**
   * @param slots what may run on the accounts now
   */
  public NameConversations(
      DueTitles due, SpareRoom room, Accounts accounts, Supplier<List<Slots>> slots) {
    this.due = due;
    this.room = room;
    this.accounts = accounts;
    this.slots = slots;
  }

  /** Begins. */
  public void start() {
    thread = Thread.ofVirtual().name("titles").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(EVERY);
        while (!Thread.currentThread().isInterrupted() && one()) {
          // And the next.
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.warn("a title was not made; the next round goes on", e);
      }
    }
  }

  /** Makes a title if one is due and there is room; whether another may follow at once. */
  boolean one() {
    if (!due.any()) {
      return false;
    }
    Optional<SpareCall> spare = room.take(slots.get(), TOKENS);
    if (spare.isEmpty()) {
      return false;
    }
    try (SpareCall call = spare.get()) {
      Account account = accounts.named(call.account()).orElseThrow();
      Optional<Untitled> untitled = due.take();
      return untitled.isPresent() && name(untitled.get(), account, call);
    }
  }

  private boolean name(Untitled untitled, Account account, SpareCall call) {
    StringBuilder text = new StringBuilder();
    Failure failure;
    try (AnswerStream stream =
        account.open(TitleWords.ask(untitled.question(), untitled.answer()))) {
      call.onNeeded(stream::close);
      failure = read(stream, text, call);
    }
    if (failure != null && failure.kind() == Failure.Kind.STOPPED) {
      due.putOff(untitled, MADE_WAY);
      return false;
    }
    if (failure != null && ACCOUNTS_OWN.contains(failure.kind())) {
      accounts.report(account.name(), failure);
    }
    Optional<String> title = failure == null ? TitleWords.read(text.toString()) : Optional.empty();
    if (title.isEmpty()) {
      log.info(
          "conversation {} keeps its first words: {}",
          untitled.conversation(),
          failure == null ? "no title came" : failure.kind());
      due.failed(untitled);
      return false;
    }
    return due.keep(untitled, title.get());
  }

  /** What went wrong; null if nothing did. */
  private static @Nullable Failure read(AnswerStream stream, StringBuilder text, SpareCall call) {
    long end = System.nanoTime() + LONGEST_NANOS;
    while (System.nanoTime() < end && text.length() < TOO_MUCH) {
      switch (stream.next()) {
        case Piece.Text(String more) -> text.append(more);
        case Piece.Thought _ -> {
          // Of no interest here.
        }
        case Piece.Ended(TokenUse use, Piece.By _) -> {
          call.used(use.in() + use.out());
          return null;
        }
        case Piece.Broken(Failure failure) -> {
          return failure;
        }
      }
    }
    return new Failure(Failure.Kind.STALLED, "no title in time", null);
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
