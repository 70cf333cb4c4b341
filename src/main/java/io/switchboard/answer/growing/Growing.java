package io.switchboard.answer.growing;

import io.switchboard.answer.aside.Aside;
import io.switchboard.answer.shown.ShownAnswer;
import io.switchboard.answer.shown.Visible;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.markup.Document;
import io.switchboard.markup.GrowingMarkdown;
import io.switchboard.pacing.Outbox;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a text while it grows, on a thread of its own, until it is closed. */
public final class Growing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Growing.class);

  /** Both platforms show a typing sign for about five seconds. */
  private static final long TYPING_MILLIS = 4_000;

  /** A text that comes sooner needs no sign, which would cost a call that the text may want. */
  private static final long SOON_MILLIS = 400;

  /** Where signs have no room, a message is begun without text; a text soon after it waits. */
  private static final long BEGIN_MILLIS = 2_000;

  /** Where a reply is owed, one that can be stopped takes the place of "thinking" after so long. */
  private static final Duration OWED = Duration.ofSeconds(10);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final GrowingText text;
  private final ShownAnswer shown;
  private final Outbox outbox;
  private final PlaceId place;
  private final Voice voice;
  private final List<List<Button>> buttons;
  private final GrowingDraft draft;
  private final UnaryOperator<Document> inChat;
  private final GrowingMarkdown reader = new GrowingMarkdown();
  private final Thread follower;
  private final long since = System.nanoTime();
  private String read = "";
  private Document document = new Document(List.of());
  private @Nullable Document drafted;
  private volatile boolean noSigns;
  private volatile @Nullable Document instead;

  public Growing(
      Claimed request,
      GrowingText text,
      ShownAnswer shown,
      Outbox outbox,
      Voice voice,
      UnaryOperator<Document> inChat) {
    this.inChat = inChat;
    this.text = text;
    this.shown = shown;
    this.outbox = outbox;
    this.place = request.replyTo().place();
    this.voice = voice;
    this.buttons = voice.growing(request.id());
    this.draft = new GrowingDraft(outbox, place, request.id());
    if (!shown.messages().isEmpty()) {
      // There is a message already whose place the answer takes.
      draft.end();
    }
    this.follower = Aside.start("growing", this::follow);
  }

  /** Shows this as long as no text comes. */
  public void sayInstead(Document notice) {
    instead = notice;
    text.changed();
  }

  private void follow() {
    try {
      long seen = text.awaitNewer(0, SOON_MILLIS);
      while (!text.hasEnded()) {
        if (text.isEmpty()) {
          sayThatItComes();
        }
        while (!text.hasEnded() && Visible.in(now()) && show()) {
          // There may be more by now.
        }
        seen = text.awaitNewer(seen, patience());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      log.warn("an answer is not shown while it grows; it will be shown when it is whole", e);
    }
  }

  private long patience() {
    if (draft.isOpen()) {
      return draft.millisLeft(TYPING_MILLIS);
    }
    return noSigns && shown.messages().isEmpty() ? BEGIN_MILLIS : TYPING_MILLIS;
  }

  private void sayThatItComes() {
    if (draft.isOpen() && draft.think()) {
      return;
    }
    if (noSigns || (shown.owed() && System.nanoTime() - since >= OWED.toNanos())) {
      shown.begin(buttons);
      return;
    }
    // Not here: the first text must not wait for it.
    Aside.start("typing", () -> noSigns = !outbox.typing(place));
  }

  /** Shows what is new; false if nothing is, or it cannot be shown. */
  private boolean show() {
    if (draft.isOpen()) {
      if (now().equals(drafted)) {
        return false;
      }
      if (shown.fitsOneMessage(now()) && draft.show(this::forDraft)) {
        return true;
      }
      draft.end();
    }
    return !text.hasEnded() && shown.grow(this::now, buttons);
  }

  private Document forDraft() {
    if (text.hasEnded()) {
      throw new CancellationException();
    }
    drafted = now();
    return drafted;
  }

  private Document now() {
    Document notice = instead;
    if (notice != null && text.isEmpty()) {
      return notice;
    }
    String newest = text.soFar();
    if (!newest.equals(read)) {
      document = inChat.apply(voice.named(reader.parse(newest)));
      read = newest;
    }
    return document;
  }

  /** Nothing is shown by this any more when this returns. */
  @Override
  public void close() {
    text.end();
    boolean interrupted = Thread.interrupted();
    while (follower.isAlive()) {
      try {
        draft.noMore();
        shown.noMoreGrowing();
        follower.join(LOOK_AGAIN);
      } catch (InterruptedException e) {
        interrupted = true;
        follower.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
