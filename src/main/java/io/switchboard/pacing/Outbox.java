package io.switchboard.pacing;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Drafts;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.message.Uploads;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said goes out by here. Calls block until the platform has answered for good.
 * Safe for many threads; an interrupt ends the waiting with a {@link Delivery.Failed}.
 */
public final class Outbox {
  private final Messengers messengers;
  private final Gate gate = new Gate();
  private final Attempts attempts;

  /** One that forgets pauses with its process. */
  public Outbox(Messengers messengers) {
    this(messengers, null);
  }

  /** One that holds to pauses that were asked for before its process began. */
  public Outbox(Messengers messengers, @Nullable Pauses pauses) {
    this.messengers = messengers;
    this.attempts = new Attempts(gate, pauses);
    if (pauses != null) {
      pauses.left().forEach(pause -> gate.rest(pause.rate(), pause.left()));
    }
  }

  /** Says who is told of every call. At wiring. */
  public void watchedBy(Onlooker those) {
    attempts.watchedBy(those);
  }

  /** How near each platform's budgets are to their end, by the platforms that were spoken to. */
  public Map<String, Pressure> pressure() {
    return gate.pressure();
  }

  /**
   * Sends when the place's budget allows. Waits out any {@link Delivery.Throttled} and tries a
   * {@link Delivery.Failed} again with back-off (with the same nonce) for a bounded time, so the
   * result is Delivered, Gone or at last Failed: after five tries in half a minute for a REPLY,
   * after ten minutes for a FINAL. GROWING and SPARE are tried once, wait at most 20 s for a slot,
   * and never wait out a Throttled.
   *
   * @param latest asked once the slot is there, so that what goes out is the newest; a {@link
   *     CancellationException} from it means that nothing should go out any more
   */
  public Delivery send(Priority priority, Destination to, Supplier<Reply> latest, String nonce) {
    return carry(priority, to.place(), nonce, messenger -> messenger.send(to, latest.get(), nonce));
  }

  /**
   * Does something else that counts as a send, when the place's budget allows. Waits out a {@link
   * Delivery.Throttled}, as {@link #send} does, but tries nothing again that may have been done.
   *
   * @param about nothing else about this goes out at the same time
   */
  public Delivery once(
      Priority priority, PlaceId place, Object about, Function<Messenger, Delivery> act) {
    return carry(Persistence.once(priority), priority, place, about, act);
  }

  /**
   * The same for what may be done again, whatever came of it: as often tried as {@link #send}.
   *
   * @param about nothing else about this goes out at the same time
   */
  public Delivery insist(
      Priority priority, PlaceId place, Object about, Function<Messenger, Delivery> act) {
    return carry(priority, place, about, act);
  }

  /**
   * Shows a file when the place's budget allows, see {@link Uploads}; as often tried as {@link
   * #send}.
   *
   * @return {@link Delivery.Gone} also where no files can be shown
   */
  public Delivery upload(
      Priority priority, Destination to, Upload file, Supplier<Reply> caption, String nonce) {
    return carry(
        priority,
        to.place(),
        nonce,
        messenger ->
            messenger instanceof Uploads uploads
                ? uploads.upload(to, file, caption.get(), nonce)
                : new Delivery.Gone(messenger.platform() + " shows no files"));
  }

  /** What a place can show of files; empty if none at all. */
  public Optional<Uploads> uploads(PlaceId place) {
    return messengers
        .of(place.platform())
        .filter(Uploads.class::isInstance)
        .map(Uploads.class::cast);
  }

  /**
   * Edits when the place's budget allows; see {@link #send}. Edits of one message go out one after
   * the other. One that waits is given up, with a Failed, when another of higher priority is asked
   * for the same message: so a loop that shows a growing answer needs no stopping before the final
   * text is sent from another thread.
   */
  public Delivery edit(
      Priority priority, PlaceId place, MessageId message, Supplier<Reply> latest) {
    return carry(priority, place, message, messenger -> messenger.edit(message, latest.get()));
  }

  /**
   * The growing text of a message is about to be replaced by its final one: what waits to be shown
   * of it is given up.
   *
   * @param message its id, or as long as it is not sent the nonce
   */
  public void noMoreGrowing(Object message) {
    gate.supersede(message, Priority.REPLY);
  }

  /** Deletes when the place's budget allows. */
  public Delivery delete(PlaceId place, MessageId message) {
    return carry(Priority.REPLY, place, message, messenger -> messenger.delete(message));
  }

  /**
   * Shows a draft, see {@link Drafts}, when the place's budget for drafts allows: tried once, waits
   * at most 20 s for a slot.
   *
   * @param key this and no other draft; for {@link #noMoreDrafts}
   * @param latest asked once the slot is there; a {@link CancellationException} from it means that
   *     nothing should go out any more
   * @return whether it is shown; false also where there are no drafts
   */
  public boolean draft(Priority priority, Draft key, Supplier<Document> latest) {
    PlaceId place = key.place();
    Optional<Messenger> messenger = messengers.of(place.platform());
    if (messenger.isEmpty() || !(messenger.get() instanceof Drafts drafts)) {
      return false;
    }
    List<Rate> rates = Attempts.ofPlatform(messenger.get(), drafts.draftRates(place));
    if (rates.isEmpty()) {
      return false;
    }
    try {
      long now = System.nanoTime();
      long giveUpAt = now + Persistence.of(Priority.GROWING).slot().toNanos();
      return gate.enter(priority, key, rates, now, giveUpAt)
          .filter(call -> draft(call, messenger.get(), drafts, key, latest))
          .isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean draft(
      SendBudget.Call call,
      Messenger messenger,
      Drafts drafts,
      Draft key,
      Supplier<Document> latest) {
    Delivery delivery =
        attempts.once(
            call,
            messenger,
            there ->
                drafts.draft(key.place(), key.id(), latest.get())
                    ? new Delivery.Delivered(new MessageId(key.place().platform() + ":draft"))
                    : new Delivery.Failed("not shown"));
    return delivery instanceof Delivery.Delivered;
  }

  /** The final text is about to be sent: what waits to be shown in this draft is given up. */
  public void noMoreDrafts(Draft key) {
    gate.supersede(key, Priority.FINAL);
  }

  /** A text that is shown in a private chat before it is a message. */
  public record Draft(PlaceId place, long id) {}

  /**
   * Shows that an answer is being prepared, if there is budget to spare right now.
   *
   * @return whether the place has room for such signs at all
   */
  public boolean typing(PlaceId place) {
    Optional<Messenger> messenger = messengers.of(place.platform());
    if (messenger.isEmpty()) {
      return false;
    }
    List<Rate> rates = Attempts.rates(messenger.get(), place);
    if (rates.stream().anyMatch(rate -> rate.calls() < 2)) {
      // The one call there is may be wanted for a text any moment.
      return false;
    }
    try {
      long now = System.nanoTime();
      Optional<SendBudget.Call> call = gate.enter(Priority.SPARE, new Object(), rates, now, now);
      if (call.isPresent()) {
        try {
          messenger.get().typing(place);
        } finally {
          var _ = gate.leave(call.get(), new Delivery.Failed(""));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private Delivery carry(
      Priority priority, PlaceId place, Object message, Function<Messenger, Delivery> act) {
    return carry(Persistence.of(priority), priority, place, message, act);
  }

  private Delivery carry(
      Persistence persistence,
      Priority priority,
      PlaceId place,
      Object message,
      Function<Messenger, Delivery> act) {
    Optional<Messenger> messenger = messengers.of(place.platform());
    if (messenger.isEmpty()) {
      return new Delivery.Gone(place.platform() + " is switched off");
    }
    return attempts.insist(
        new Attempts.Call(persistence, priority, place, message), messenger.get(), act);
  }
}
