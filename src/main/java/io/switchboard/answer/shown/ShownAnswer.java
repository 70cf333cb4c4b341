package io.switchboard.answer.shown;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.AnswerAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
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
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages that show one answer. Each is stored with the request as soon as it is there, so
 * that after a crash the same messages are edited and none is sent twice; for the moment between
 * sending and storing, the nonce is the same at every attempt. Where nonces mean nothing, see
 * {@link SendOnce}.
 */
public final class ShownAnswer {
  private static final Document NOTHING_YET = Document.plain("…");

  private final Claimed request;
  private final RequestQueue queue;
  private final Outbox outbox;
  private final Messenger messenger;
  private final List<MessageId> messages = new ArrayList<>();
  private final List<@Nullable Reply> shown = new ArrayList<>();
  private final @Nullable SendOnce careful;
  private final GrowingParts growingParts;
  private int resent;

  /** Buttons that no other answer's messages have. */
  private final Set<String> actions = new HashSet<>();

  /** Nonces of sends that were tried here, with whatever outcome. */
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  /** Whether the row of the request has all the messages. */
  private boolean stored;

  /** What the thread that follows the growing text works at: a message's id, or its nonce. */
  private volatile @Nullable Object growing;

  /**
   * Those of one request.
   *
   * @param shows whether a message is known to show some other answer that has come to its end
   */
  public ShownAnswer(
      Claimed request,
      RequestQueue queue,
      Outbox outbox,
      Messenger messenger,
      Predicate<MessageId> shows) {
    this.request = request;
    this.queue = queue;
    this.outbox = outbox;
    this.messenger = messenger;
    this.growingParts = new GrowingParts(messenger);
    this.careful =
        messenger instanceof Recall recall
            ? new SendOnce(
                new SendOnce.Keeping(
                    "request " + request.id(),
                    bookmark -> queue.inChat().aboutToSend(request.id(), bookmark),
                    shows.or(message -> queue.inChat().shows(request.replyTo().place(), message))),
                request.trace().sending(),
                outbox,
                recall)
            : null;
    messages.addAll(request.trace().shown());
    stored = !messages.isEmpty();
    MessageId note = request.trace().note();
    if (messages.isEmpty() && note != null) {
      messages.add(note);
    }
    messages.forEach(message -> shown.add(null));
    actions.add(new AnswerAction.Stop(request.id().value()).encode());
  }

  /** The messages so far, in order. */
  public List<MessageId> messages() {
    return List.copyOf(messages);
  }

  /** Whether the text needs no more than one message. */
  public boolean fitsOneMessage(Document text) {
    return growingParts.of(text).size() == 1;
  }

  /**
   * Brings one message up to what the newest text asks for; false if everything shows it already,
   * or nothing can be shown.
   */
  public boolean grow(Supplier<Document> newest, List<List<Button>> buttons) {
    List<Reply> replies = growing(growingParts.of(newest.get()), buttons);
    if (replies.size() == 1) {
      deleteBehind(1);
    }
    int index = firstStale(replies);
    if (index < 0) {
      return false;
    }
    Supplier<Reply> latest =
        () -> {
          Document text = newest.get();
          if (!Visible.in(text)) {
            throw new CancellationException("the account has started over");
          }
          List<Reply> now = growing(growingParts.of(text), buttons);
          return now.get(Math.min(index, now.size() - 1));
        };
    growing = index < messages.size() ? messages.get(index) : nonce(index);
    return put(Priority.GROWING, index, latest) instanceof Delivery.Delivered;
  }

  /** Makes the first message before there is any text, so that there is a button to stop it. */
  public void begin(List<List<Button>> buttons) {
    if (messages.isEmpty()) {
      growing = nonce(0);
      send(Priority.GROWING, 0, () -> Reply.of(NOTHING_YET).with(buttons));
    }
  }

  /**
   * Makes the messages show exactly this, and nothing else.
   *
   * @return Delivered, or why the place cannot show it
   */
  public Delivery settle(Document whole, List<List<Button>> buttons) {
    List<Document> parts = messenger.cut(whole);
    Delivery delivery = settle(parts, buttons);
    // Only by a refusal may the platform have taught us that less fits a message.
    List<Document> now = messenger.cut(whole);
    return delivery instanceof Delivery.Delivered && now.size() > parts.size()
        ? settle(now, buttons)
        : delivery;
  }

  private Delivery settle(List<Document> parts, List<List<Button>> buttons) {
    List<Reply> replies = replies(parts, buttons);
    for (int index = firstStale(replies); index >= 0; index = firstStale(replies)) {
      Reply reply = replies.get(index);
      Delivery delivery = put(Priority.FINAL, index, () -> reply);
      if (delivery instanceof Delivery.Gone && index < messages.size()) {
        delivery = sendAgain(index, reply);
      }
      if (!(delivery instanceof Delivery.Delivered)) {
        return delivery;
      }
    }
    deleteBehind(replies.size());
    return new Delivery.Delivered(messages.getLast());
  }

  /** What was shown in more messages has become shorter. */
  private void deleteBehind(int most) {
    while (messages.size() > most) {
      outbox.delete(request.replyTo().place(), messages.removeLast());
      shown.removeLast();
      store();
    }
  }

  /** The text has ended: what still waits to be shown of it while it grew is not worth a call. */
  public void noMoreGrowing() {
    Object waitingFor = growing;
    if (waitingFor != null) {
      outbox.noMoreGrowing(waitingFor);
    }
  }

  /**
   * Somebody has deleted the message meanwhile, or it can be edited no more; the answer is still
   * owed. Should the old message be there after all, it is taken away: it shows less of the same.
   */
  private Delivery sendAgain(int index, Reply reply) {
    resent++;
    Delivery delivery =
        arrive(Priority.FINAL, Destination.in(request.replyTo().place()), index, () -> reply)
            .delivery();
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      MessageId old = messages.set(index, message);
      remember(index, reply);
      store();
      if (!old.equals(message)) {
        var _ = outbox.delete(request.replyTo().place(), old);
      }
    }
    return delivery;
  }

  private Delivery put(Priority priority, int index, Supplier<Reply> latest) {
    if (index == messages.size()) {
      return send(priority, index, latest);
    }
    if (!stored) {
      store();
    }
    AtomicReference<@Nullable Reply> asked = new AtomicReference<>();
    Delivery delivery =
        outbox.edit(
            priority, request.replyTo().place(), messages.get(index), noting(latest, asked));
    remember(index, delivery instanceof Delivery.Delivered ? asked.get() : null);
    return delivery;
  }

  /** What a send that may be a repeated one shows is not known: it is edited once more. */
  private Delivery send(Priority priority, int index, Supplier<Reply> latest) {
    AtomicReference<@Nullable Reply> asked = new AtomicReference<>();
    Destination to = index == 0 ? request.replyTo() : Destination.in(request.replyTo().place());
    SendOnce.Sent sent = arrive(priority, to, index, noting(latest, asked));
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
    return new SendOnce.Sent(outbox.send(priority, to, latest, nonce), repeated);
  }

  private static Supplier<Reply> noting(
      Supplier<Reply> latest, AtomicReference<@Nullable Reply> asked) {
    return () -> {
      Reply reply = latest.get();
      asked.set(reply);
      return reply;
    };
  }

  private void store() {
    queue.inChat().shownBy(request.id(), messages());
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

  private int firstStale(List<Reply> replies) {
    for (int i = 0; i < replies.size(); i++) {
      if (i >= messages.size() || !replies.get(i).equals(shown.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private void know(Button button) {
    if (button instanceof Button.Press(String label, String action)) {
      actions.add(action);
    }
  }

  /** Only what has formulas is shown otherwise in the end: the rest need not be shown again. */
  private List<Reply> growing(List<Document> parts, List<List<Button>> buttons) {
    return replies(parts, buttons).stream()
        .map(reply -> reply.body().hasFormulas() ? reply.andGrowing() : reply)
        .toList();
  }

  /** One reply a message; the buttons are under the last one. */
  private List<Reply> replies(List<Document> parts, List<List<Button>> buttons) {
    buttons.stream().flatMap(List::stream).forEach(this::know);
    List<Reply> replies = new ArrayList<>();
    for (Document part : parts) {
      replies.add(Reply.of(part).with(replies.size() == parts.size() - 1 ? buttons : List.of()));
    }
    return replies;
  }
}
