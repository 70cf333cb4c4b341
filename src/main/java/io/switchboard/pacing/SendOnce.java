package io.switchboard.pacing;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
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

  /** Calls for a look: in a chat with one person a minute, in a group three. */
  private static final int FURTHEST = 60;

  /** Calls for what may have arrived between the end of a look and the send after it. */
  private static final int LATE = 5;

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
   * @param aboutToSend keeps the bookmark behind which a message is about to be sent; false if it
   *     is not ours to send any more
   * @param known whether it is known what a message shows: then it is another one, however much it
   *     looks like the one that is looked for
   */
  public record Keeping(String about, Predicate<String> aboutToSend, Predicate<MessageId> known) {}

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
      Look look = new Look(wanted);
      if (before != null) {
        Sent seen = look.from(before);
        unsure = seen.delivery instanceof Delivery.Failed ? look.here : null;
        if (!(seen.delivery instanceof Delivery.Gone)) {
          return seen;
        }
      }
      Delivery delivery = sendNow(priority, wanted);
      if (!(delivery instanceof Delivery.Failed(String _, boolean perhaps))) {
        Sent sent = new Sent(delivery, false);
        String bookmark = unsure;
        unsure = null;
        return bookmark != null && delivery instanceof Delivery.Delivered(MessageId message)
            ? orLate(look, sent, message, bookmark)
            : sent;
      }
      if (!perhaps) {
        unsure = null; // it is certain that nothing was sent
      }
      if (priority != Priority.FINAL || tries == PAUSES.size()) {
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

  private Sent orLate(Look look, Sent sent, MessageId message, String bookmark) {
    try {
      return look.orLate(sent, message, bookmark);
    } catch (RuntimeException e) {
      recall.forget(message); // nobody will be told that it is there
      throw e;
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
          if (!keeping.aboutToSend().test(bookmark)) {
            throw new CancellationException("another process has taken it over");
          }
          unsure = bookmark;
          return messenger.send(wanted.to, reply, wanted.nonce);
        });
  }

  /** One look for one message. */
  private final class Look {
    private final Wanted wanted;
    private final Recall.Wanted sought;

    /** Where it goes on. */
    private String here = "";

    /** Whether what is looked for is what is kept. */
    private boolean keepsSigns;

    /** The first sign that it showed; what has a smaller number was there before. */
    private @Nullable MessageId first;

    Look(Wanted wanted) {
      this.wanted = wanted;
      this.sought = new Recall.Wanted(wanted.actions, keeping.known(), this::signing);
    }

    /** Whoever goes on, should this process die, finds the sign that is about to be shown. */
    private void signing(String bookmark) {
      if (keepsSigns) {
        var _ = keeping.aboutToSend().test(bookmark);
      }
    }

    /** Delivered if it was found, Gone if it is not there, Failed if that cannot be said now. */
    Sent from(String bookmark) {
      return go(bookmark, FURTHEST, null);
    }

    /**
     * What was looked for in vain and sent again, unless the first has arrived meanwhile: that one
     * stays then.
     */
    Sent orLate(Sent again, MessageId message, String bookmark) {
      String between = first == null ? "" : recall.between(first, message, bookmark);
      if (between.isEmpty()) {
        return again;
      }
      Sent late = go(between, LATE, bookmark);
      if (!(late.delivery instanceof Delivery.Delivered)) {
        return again;
      }
      log.info("{}: the message that was being sent has arrived late", keeping.about());
      var _ = outbox.delete(wanted.to.place(), message);
      return late;
    }

    /**
     * @param keepAs what another process is to look behind, should this one die; null if for what
     *     is looked for here
     */
    private Sent go(String bookmark, int most, @Nullable String keepAs) {
      here = bookmark;
      keepsSigns = keepAs == null;
      for (int step = 1; step <= most && !here.isEmpty(); step++) {
        Recall.Look seen = next();
        String behind = keepAs != null ? keepAs : here;
        switch (seen) {
          case Recall.Look.Ours(MessageId message, MessageId sign, String next, String strays) -> {
            takeAway(sign, behind);
            // Only now, since taking the sign away may have waited for a slot.
            if (!keeping.known().test(message)) {
              log.info("{}: the message that was being sent has arrived", keeping.about());
              tidy(strays);
              return new Sent(new Delivery.Delivered(message), true);
            }
            here = next;
          }
          case Recall.Look.Stray(MessageId stray, MessageId sign, String next) -> {
            takeAway(sign, behind);
            takeAway(stray, keepAs != null ? keepAs : next);
            here = next;
          }
          case Recall.Look.Another(MessageId sign, String next) -> {
            // Another process, should this one die, need not look here again.
            takeAway(sign, keepAs != null ? keepAs : next);
            here = next;
          }
          case Recall.Look.Nothing(String next) -> here = next;
          case Recall.Look.NotNow(Delivery why, String next) -> {
            here = next;
            return new Sent(why, false);
          }
        }
      }
      if (!here.isEmpty()) {
        log.warn(
            "{}: after {} calls it is not known whether a message has arrived; it is sent again",
            keeping.about(),
            most);
      }
      return new Sent(new Delivery.Gone("not there"), false);
    }

    /** What was looked for is found; a sign that an earlier look may have left is taken away. */
    private void tidy(String from) {
      here = from;
      for (int step = 1; step <= LATE && !here.isEmpty(); step++) {
        Recall.Look seen = next();
        seen.shown().forEach(this::away);
        here =
            switch (seen) {
              case Recall.Look.Ours ours -> ours.strays();
              case Recall.Look.Another another -> another.next();
              case Recall.Look.Nothing nothing -> nothing.next();
              case Recall.Look.Stray _, Recall.Look.NotNow _ -> "";
            };
      }
    }

    /** One step; that there were too many calls is waited out. */
    private Recall.Look next() {
      Recall.Look[] seen = {new Recall.Look.Nothing("")};
      Delivery delivery =
          outbox.once(
              Priority.REPLY,
              wanted.to.place(),
              "look " + wanted.nonce,
              messenger -> {
                seen[0] = recall.look(wanted.to.place(), here, sought);
                return seen[0] instanceof Recall.Look.NotNow(Delivery why, String _)
                    ? why
                    : new Delivery.Gone("looked");
              });
      return delivery instanceof Delivery.Failed && !(seen[0] instanceof Recall.Look.NotNow)
          ? new Recall.Look.NotNow(delivery, here)
          : seen[0];
    }

    private void takeAway(MessageId sign, String bookmark) {
      if (first == null) {
        first = sign;
      }
      var _ = keeping.aboutToSend().test(SIGN + sign.value() + " " + bookmark);
      away(sign);
      var _ = keeping.aboutToSend().test(bookmark);
    }

    private void away(MessageId sign) {
      if (outbox.delete(wanted.to.place(), sign) instanceof Delivery.Failed(String why, _)) {
        log.warn("{}: a sign stays in the chat: {}", keeping.about(), why);
      }
    }
  }
}
