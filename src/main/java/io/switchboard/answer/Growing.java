package io.switchboard.answer;

import io.switchboard.chat.Button;
import io.switchboard.chat.PlaceId;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.pacing.Outbox;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a text while it grows, on a thread of its own, until it is closed. */
final class Growing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Growing.class);

  /** Both platforms show a typing sign for about five seconds. */
  private static final long TYPING_MILLIS = 4_000;

  /** A text that comes sooner needs no sign, which would cost a call that the text may want. */
  private static final long SOON_MILLIS = 400;

  private final GrowingText text;
  private final ShownAnswer shown;
  private final Outbox outbox;
  private final PlaceId place;
  private final List<List<Button>> buttons;
  private final Thread follower;
  private volatile @Nullable Document instead;

  Growing(
      GrowingText text,
      ShownAnswer shown,
      Outbox outbox,
      PlaceId place,
      List<List<Button>> buttons) {
    this.text = text;
    this.shown = shown;
    this.outbox = outbox;
    this.place = place;
    this.buttons = buttons;
    this.follower = Thread.ofVirtual().name("growing").start(this::follow);
  }

  /** Shows this as long as no text comes. */
  void sayInstead(Document document) {
    instead = document;
    text.startOver();
  }

  private void follow() {
    try {
      long seen = text.awaitNewer(0, SOON_MILLIS);
      while (!text.hasEnded()) {
        if (text.isEmpty()) {
          outbox.typing(place);
        }
        boolean more = true;
        while (more && !text.hasEnded() && (!text.isEmpty() || instead != null)) {
          more = shown.grow(this::now, buttons);
        }
        seen = text.awaitNewer(seen, TYPING_MILLIS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.warn("an answer is not shown while it grows; it will be shown when it is whole", e);
    }
  }

  private Document now() {
    Document other = instead;
    return text.isEmpty() && other != null ? other : Markdown.parse(text.soFar());
  }

  /** Nothing is shown by this any more when this returns. */
  @Override
  public void close() {
    text.end();
    boolean interrupted = Thread.interrupted();
    while (follower.isAlive()) {
      try {
        shown.noMoreGrowing();
        follower.join(Duration.ofMillis(20));
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
