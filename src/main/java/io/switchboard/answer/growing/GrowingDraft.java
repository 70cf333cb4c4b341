package io.switchboard.answer.growing;

import io.switchboard.chat.PlaceId;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The first seconds of a growing answer where the platform has drafts; after them, and where it has
 * none, the answer grows in a message. Used by the thread that follows the text, except {@link
 * #noMore}.
 */
final class GrowingDraft {
  /** So long an answer needs no Stop button, which no draft can have. */
  private static final long LONGEST = Duration.ofSeconds(3).toNanos();

  /** A draft without text vanishes after 30 seconds. */
  private static final long RENEW = Duration.ofSeconds(20).toNanos();

  private static final Document NOTHING_YET = new Document(List.of());

  private final Outbox outbox;
  private final Outbox.Draft draft;
  private boolean open = true;
  private long thinkingSince;
  private boolean thinking;
  private long textSince;
  private boolean text;

  GrowingDraft(Outbox outbox, PlaceId place, RequestId request) {
    this.outbox = outbox;
    this.draft = new Outbox.Draft(place, request.value());
  }

  /** Whether the text still grows in a draft. */
  boolean isOpen() {
    if (open && text && System.nanoTime() - textSince >= LONGEST) {
      open = false;
    }
    return open;
  }

  /** For how long it will be so, in milliseconds; at least 1. */
  long millisLeft(long most) {
    if (!text) {
      return most;
    }
    long left = Duration.ofNanos(LONGEST - (System.nanoTime() - textSince)).toMillis();
    return Math.clamp(left + 1, 1, most);
  }

  /** From now on it grows in a message. */
  void end() {
    open = false;
  }

  /** Shows that an answer is being prepared; false if no draft can show that. */
  boolean think() {
    long now = System.nanoTime();
    if (thinking && now - thinkingSince < RENEW) {
      return true;
    }
    open = outbox.draft(Priority.SPARE, draft, () -> NOTHING_YET);
    thinking = open;
    thinkingSince = now;
    return open;
  }

  /** Shows the text; false if no draft can. */
  boolean show(Supplier<Document> newest) {
    open = outbox.draft(text ? Priority.GROWING : Priority.REPLY, draft, newest);
    if (open && !text) {
      text = true;
      textSince = System.nanoTime();
    }
    return open;
  }

  /** What still waits to be shown is not worth a call. From any thread. */
  void noMore() {
    outbox.noMoreDrafts(draft);
  }
}
