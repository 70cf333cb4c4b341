package io.switchboard.answer.shown;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.pacing.SendOnce;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Claimed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one answer, in order, and what each is known to show. Each is stored with the
 * request as soon as it is there, so that after a crash the same messages are edited and none is
 * sent twice; for the moment between sending and storing, the nonce is the same at every attempt.
 * Where nonces mean nothing, see {@link SendOnce}.
 */
final class AnswerMessages {
  private final Claimed request;
  private final RequestQueue queue;
  private final Outbox outbox;
  private final Messenger messenger;

  /** Whether a message is known to show something else, or another part. */
  private final Predicate<MessageId> known;

  private final List<MessageId> messages = new ArrayList<>();
  private final List<@Nullable Reply> shown = new ArrayList<>();
  private final @Nullable SendOnce careful;
  private final StillOurs stillOurs;
  private int resent;

  /** Buttons that no other answer's messages have. */
  private final Set<String> actions = new HashSet<>();

  /** Nonces of sends that were tried here, with whatever outcome. */
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  /** Whether the row of the request has all the messages. */
  private boolean stored;

  AnswerMessages(
      Claimed request,
      RequestQueue queue,
      Outbox outbox,
      Messenger messenger,
      Predicate<MessageId> shows) {
    this.request = request;
    this.queue = queue;
    this.outbox = outbox;
    this.messenger = messenger;
    this.known = shows.or(message -> queue.inChat().shows(request.replyTo().place(), message));
    this.careful =
        messenger instanceof Recall recall
            ? new SendOnce(
                new SendOnce.Keeping(
                    "request " + request.id(),
                    bookmark ->
                        queue
                            .inChat()
                            .aboutToSend(request.id(), request.trace().attempt(), bookmark),
                    known),
                request.trace().sending(),
                outbox,
                recall)
            : null;
    this.stillOurs = new StillOurs(this::isOurs);
    messages.addAll(request.trace().shown());
    stored = !messages.isEmpty();
    MessageId note = request.trace().note();
    if (messages.isEmpty() && note != null) {
      messages.add(note);
    }
    messages.forEach(message -> shown.add(null));
    actions.add(new AnswerAction.Stop(request.id().value()).encode());
  }

  /** All so far. */
  List<MessageId> all() {
    return List.copyOf(messages);
  }

  /** What a call for this message is about: its id, or as long as it is not sent the nonce. */
  Object about(int index) {
    return index < messages.size() ? messages.get(index) : nonce(index);
  }

  /** The first that does not show this yet; -1 if all do. */
  int firstStale(List<Reply> replies) {
    for (int i = 0; i < replies.size(); i++) {
      if (i >= messages.size() || !replies.get(i).equals(shown.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** These stand under this answer, and under no other. */
  void know(List<List<Button>> buttons) {
    buttons.stream().flatMap(List::stream).forEach(this::know);
  }

  private void know(Button button) {
    if (button instanceof Button.Press(String label, String action)) {
      actions.add(action);
    }
  }

  /** Sends the next message, or edits one that is there. */
  Delivery put(Priority priority, int index, Supplier<Reply> latest) {
    if (index == messages.size()) {
      return send(priority, index, latest);
    }
    if (!stored) {
      store();
    }
    AtomicReference<@Nullable Reply> asked = new AtomicReference<>();
    BooleanSupplier ours = priority == Priority.GROWING ? stillOurs::asFarAsKnown : this::isOurs;
    Delivery delivery =
        outbox.edit(
            priority, request.replyTo().place(), messages.get(index), noting(latest, asked, ours));
    demandOursAfter(delivery);
    remember(index, delivery instanceof Delivery.Delivered ? asked.get() : null);
    return delivery;
  }

  /** What could not be shown may have been kept back because it is not for us to show any more. */
  private void demandOursAfter(Delivery delivery) {
    if (delivery instanceof Delivery.Gone) {
      demandOurs();
    }
  }

  /** What a send that may be a repeated one shows is not known: it is edited once more. */
  private Delivery send(Priority priority, int index, Supplier<Reply> latest) {
    AtomicReference<@Nullable Reply> asked = new AtomicReference<>();
    Destination to = index == 0 ? request.replyTo() : Destination.in(request.replyTo().place());
    SendOnce.Sent sent = arrive(priority, to, index, noting(latest, asked, this::isOurs));
    demandOursAfter(sent.delivery());
    if (sent.delivery() instanceof Delivery.Delivered(MessageId message)) {
      messages.add(message);
      remember(index, sent.found() ? null : asked.get());
      store();
    }
    return sent.delivery();
  }

  private SendOnce.Sent arrive(
      Priority priority, Destination to, int index, Supplier<Reply> latest) {
    String nonce = nonce(index);
    if (careful != null) {
      return careful.send(priority, new SendOnce.Wanted(to, latest, nonce, actions));
    }
    boolean repeated = !tried.add(nonce) || request.trace().attempt() > 1;
    if (messenger instanceof Recall.ByReading reading) {
      return sendOrRead(reading, priority, to, nonce, latest, repeated);
    }
    return new SendOnce.Sent(outbox.send(priority, to, latest, nonce), repeated);
  }

  /** The platform may have forgotten the nonce since the first try. */
  private SendOnce.Sent sendOrRead(
      Recall.ByReading reading,
      Priority priority,
      Destination to,
      String nonce,
      Supplier<Reply> latest,
      boolean repeated) {
    int[] tries = {repeated ? 1 : 0};
    Delivery delivery =
        outbox.insist(
            priority,
            to.place(),
            nonce,
            messenger -> {
              Reply reply = latest.get();
              if (tries[0]++ > 0) {
                Delivery there =
                    reading.said(request.replyTo(), reply, new Recall.Wanted(actions, known));
                if (!(there instanceof Delivery.Gone)) {
                  return there;
                }
              }
              return messenger.send(to, reply, nonce);
            });
    return new SendOnce.Sent(delivery, tries[0] > 1);
  }

  /** What goes out, unless this process has been overtaken while it waited for its turn. */
  private Supplier<Reply> noting(
      Supplier<Reply> latest, AtomicReference<@Nullable Reply> asked, BooleanSupplier ours) {
    return () -> {
      if (!ours.getAsBoolean()) {
        throw new CancellationException("another process has taken it over");
      }
      Reply reply = latest.get();
      asked.set(reply);
      return reply;
    };
  }

  /**
   * Nothing is shown or kept any more by a process that was overtaken.
   *
   * @throws Overtaken if it was
   */
  void demandOurs() {
    if (!isOurs()) {
      throw new Overtaken(request.id());
    }
  }

  private boolean isOurs() {
    return queue.inChat().isAt(request.id(), request.trace().attempt());
  }

  private void store() {
    stored = false;
    try {
      if (!queue.inChat().shownBy(request.id(), request.trace().attempt(), all())) {
        throw new Overtaken(request.id());
      }
    } catch (RuntimeException away) {
      // The next attempt knows only where to look for them, and may be made in this process.
      if (messenger instanceof Recall recall) {
        messages.forEach(recall::forget);
      }
      throw away;
    }
    stored = true;
  }

  private String nonce(int index) {
    return "a" + request.id() + "p" + index + (resent == 0 ? "" : "r" + resent);
  }

  private void remember(int index, @Nullable Reply reply) {
    while (shown.size() <= index) {
      shown.add(null);
    }
    shown.set(index, reply);
  }

  /**
   * Somebody has deleted the message meanwhile, or it can be edited no more; the answer is still
   * owed. Should the old message be there after all, it is taken away: it shows less of the same.
   */
  Delivery sendAgain(int index, Reply reply) {
    resent++;
    AtomicReference<@Nullable Reply> asked = new AtomicReference<>();
    Destination to = Destination.in(request.replyTo().place());
    Delivery delivery =
        arrive(Priority.FINAL, to, index, noting(() -> reply, asked, this::isOurs)).delivery();
    demandOursAfter(delivery);
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      MessageId old = messages.set(index, message);
      remember(index, reply);
      store();
      if (!old.equals(message)) {
        var _ = outbox.delete(request.replyTo().place(), old);
      }
    } else {
      // It may have arrived unseen: the next try is the same one.
      resent--;
    }
    return delivery;
  }

  /** What was shown in more messages has become shorter. */
  void deleteBehind(int most) {
    if (messages.size() > most) {
      demandOurs();
    }
    while (messages.size() > most) {
      outbox.delete(request.replyTo().place(), messages.removeLast());
      shown.removeLast();
      store();
    }
  }
}
