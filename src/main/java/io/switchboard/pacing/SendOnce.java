package io.switchboard.pacing;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Recall.Look;
import io.switchboard.chat.message.Reply;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages on a platform where a repeated send would be seen twice. Before each send it is
 * stored where the chat ends; when it is not known what became of a send, because no answer came or
 * the process died, the message is looked for behind that place, and only sent again if it is not
 * there. The sign that looking leaves in the chat is stored as soon as it is there, and taken away
 * before anything else is done, by another process if this one dies.
 */
public final class SendOnce {
  private static final Logger log = LoggerFactory.getLogger(SendOnce.class);

  /** What others may have said in the moment before the send; further away it is not looked. */
  private static final int FURTHEST = 8;

  /** What is kept begins so while there is a sign in the chat; the sign's id and a blank follow. */
  private static final String SIGN = "sign ";

  private static final List<Integer> PAUSES = List.of(1, 2, 4, 8, 15);

  private final Keeping keeping;
  private final Outbox outbox;
  private final Recall recall;

  /** Behind which bookmark a message may stand of which nobody knows; null if there is none. */
  private volatile @Nullable String unsure;

  /** What a process before this one left in the chat; null if nothing. */
  private volatile @Nullable MessageId left;

  /**
   * What is sent so.
   *
   * @param about for the log
   * @param aboutToSend keeps the bookmark behind which a message is about to be sent
   * @param known whether it is known what a message shows: then it is another one, however much it
   *     looks like the one that is looked for
   */
  public record Keeping(String about, Consumer<String> aboutToSend, Predicate<MessageId> known) {}

  /**
   * One for messages that follow each other.
   *
   * @param sending the bookmark that was kept last and of which nothing more is known; null or
   *     empty for none
   */
  public SendOnce(Keeping keeping, @Nullable String sending, Outbox outbox, Recall recall) {
    this.keeping = keeping;
    this.outbox = outbox;
    this.recall = recall;
    String kept = sending == null ? "" : sending;
    if (kept.startsWith(SIGN)) {
      int end = kept.indexOf(' ', SIGN.length());
      this.left = new MessageId(kept.substring(SIGN.length(), end));
      kept = kept.substring(end + 1);
    }
    this.unsure = kept.isEmpty() ? null : kept;
  }

  /** A message to send, and the buttons that only it, or its likes, can have. */
  public record Wanted(Destination to, Supplier<Reply> latest, String nonce, Set<String> actions) {}

  /** What came of it; {@code found} if it was sent before, with whatever it shows since then. */
  public record Sent(Delivery delivery, boolean found) {}

  /** Sends it, or finds it. Blocks. */
  public Sent send(Priority priority, Wanted wanted) {
    MessageId sign = left;
    if (sign != null) {
      left = null;
      var _ = outbox.delete(wanted.to.place(), sign);
    }
    for (int tries = 0; ; tries++) {
      String before = unsure;
      if (before != null) {
        Sent seen = look(wanted, before);
        unsure = seen.delivery instanceof Delivery.Failed ? unsure : null;
        if (!(seen.delivery instanceof Delivery.Gone)) {
          return seen;
        }
      }
      Delivery delivery = sendNow(priority, wanted);
      if (!(delivery instanceof Delivery.Failed)) {
        unsure = null;
        return new Sent(delivery, false);
      }
      if (unsure == null || priority != Priority.FINAL || tries == PAUSES.size()) {
        return new Sent(delivery, false);
      }
      try {
        TimeUnit.SECONDS.sleep(PAUSES.get(tries));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Sent(delivery, false);
      }
    }
  }

  private Delivery sendNow(Priority priority, Wanted wanted) {
    return outbox.once(
        priority,
        wanted.to.place(),
        wanted.nonce,
        messenger -> {
          Reply reply = wanted.latest.get();
          String bookmark = recall.bookmark(wanted.to, reply);
          keeping.aboutToSend().accept(bookmark);
          unsure = bookmark;
          return messenger.send(wanted.to, reply, wanted.nonce);
        });
  }

  /** Delivered if it was found, Gone if it is not there, Failed if that cannot be said now. */
  private Sent look(Wanted wanted, String bookmark) {
    PlaceId place = wanted.to.place();
    String from = bookmark;
    for (int step = 1; step <= FURTHEST && !from.isEmpty(); step++) {
      String here = from;
      Look[] seen = {new Look.Nothing("")};
      Delivery delivery =
          outbox.once(
              Priority.REPLY,
              place,
              "look " + wanted.nonce,
              messenger -> {
                seen[0] = recall.look(place, here, wanted.actions);
                return seen[0] instanceof Look.NotNow(Delivery why)
                    ? why
                    : new Delivery.Gone("looked");
              });
      if (delivery instanceof Delivery.Failed) {
        unsure = here;
        return new Sent(delivery, false);
      }
      switch (seen[0]) {
        case Look.Ours(MessageId message, MessageId sign, String next) -> {
          takeAway(place, sign, here);
          // Only now, since taking the sign away may have waited for a slot.
          if (!keeping.known().test(message)) {
            log.info("{}: the message that was being sent has arrived", keeping.about());
            return new Sent(new Delivery.Delivered(message), true);
          }
          from = next;
        }
        case Look.Another(MessageId sign, String next) -> {
          // Another process, should this one die, need not look here again.
          takeAway(place, sign, next);
          from = next;
        }
        case Look.Nothing(String next) -> from = next;
        case Look.NotNow _ -> {
          // Only when it was too often, which was waited out.
        }
      }
    }
    return new Sent(new Delivery.Gone("not there"), false);
  }

  private void takeAway(PlaceId place, MessageId sign, String bookmark) {
    keeping.aboutToSend().accept(SIGN + sign.value() + " " + bookmark);
    if (outbox.delete(place, sign) instanceof Delivery.Failed(String why, _)) {
      log.warn("{}: a sign stays in the chat: {}", keeping.about(), why);
    }
    keeping.aboutToSend().accept(bookmark);
  }
}
