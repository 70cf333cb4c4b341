package io.switchboard.command.talk.told;

import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Words;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.InChat.WaitingNote;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Edits the notes that say where requests stand, as they move up; only from send budget that nobody
 * else wants.
 */
public final class KeepNotesCurrent implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeepNotesCurrent.class);

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int AT_ONCE = 30;

  /** Leaving it to others takes one word to the database. */
  private static final Duration LEAVING = Duration.ofSeconds(3);

  private final RequestQueue queue;
  private final Members members;
  private final Outbox outbox;
  private final Texts texts;
  private final Turn turn;

  /** What the notes show, as far as this process wrote it. */
  private final Map<RequestId, Reply> shown = new ConcurrentHashMap<>();

  private final Map<RequestId, Thread> onTheWay = new ConcurrentHashMap<>();

  private @Nullable Thread thread;

  /** Which of several processes does it. */
  @FunctionalInterface
  public interface Turn {
    /** Whether it is this one; asked every 5 s. */
    boolean ours();

    /** It is not any more. */
    default void left() {}
  }

  public KeepNotesCurrent(
      RequestQueue queue, Members members, Outbox outbox, Texts texts, Turn turn) {
    this.queue = queue;
    this.members = members;
    this.outbox = outbox;
    this.texts = texts;
    this.turn = turn;
  }

  /** Begins. */
  public void start() {
    thread = Thread.ofVirtual().name("waiting notes").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(EVERY);
        if (turn.ours()) {
          begin();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.warn("Waiting notes were not brought up to date; the next round tries again", e);
      }
    }
  }

  /** Brings the notes up to date once, as far as their chats take it now. */
  public void refresh() throws InterruptedException {
    begin();
    for (Thread edit : onTheWay.values()) {
      edit.join();
    }
  }

  /** The oldest first, so that all get their turn. */
  private void begin() {
    List<WaitingNote> notes = queue.inChat().waitingNotes(AT_ONCE);
    shown.keySet().retainAll(notes.stream().map(WaitingNote::request).toList());
    for (WaitingNote note : notes) {
      if (!reply(note, note.position()).equals(shown.get(note.request()))) {
        onTheWay.computeIfAbsent(
            note.request(),
            request -> Thread.ofVirtual().name("waiting note").start(() -> edit(note)));
      }
      queue.inChat().waitingNote(note.request(), note.note());
    }
  }

  /** A chat that takes nothing for a while keeps no other note waiting, and is tried again. */
  private void edit(WaitingNote note) {
    try {
      AtomicReference<Reply> said = new AtomicReference<>();
      Delivery delivery =
          outbox.edit(
              Priority.SPARE,
              note.place(),
              note.note(),
              () -> said.updateAndGet(before -> newest(note)));
      Reply now = said.get();
      if (now != null && !(delivery instanceof Delivery.Failed)) {
        shown.put(note.request(), now);
      }
    } catch (RuntimeException | Error e) {
      log.warn("A waiting note was not brought up to date; the next round tries again", e);
    } finally {
      onTheWay.remove(note.request());
    }
  }

  /** Asked when it is about to go out: the message may be the answer's by now. */
  private Reply newest(WaitingNote note) {
    return queue
        .position(note.request())
        .map(position -> reply(note, position))
        .orElseThrow(() -> new CancellationException("it waits no longer"));
  }

  private Reply reply(WaitingNote note, Position position) {
    Locale locale = members.find(note.member()).map(Member::speaks).orElse(Locale.ENGLISH);
    return NoteText.of(new Words(texts, locale), note.request(), position);
  }

  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    running.interrupt();
    try {
      if (running.join(LEAVING)) {
        turn.left();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
