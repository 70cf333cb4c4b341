package io.switchboard.answer.shown;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.Claimed;
import io.switchboard.queue.RequestQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages that show one answer. Each is stored with the request as soon as it is there, so
 * that after a crash the same messages are edited and none is sent twice; for the moment between
 * sending and storing, the nonce is the same at every attempt. Where nonces mean nothing, a message
 * is begun without text, and gets its text once it is stored.
 */
public final class ShownAnswer {
  /** What a message shows before it shows anything, where a repeated send would be seen twice. */
  private static final Reply BEGUN =
      Reply.of(new Document(List.of(new Block.Paragraph(List.of(new Inline.Text("…"))))));

  private final Claimed request;
  private final RequestQueue queue;
  private final Outbox outbox;
  private final Messenger messenger;
  private final List<MessageId> messages = new ArrayList<>();
  private final List<@Nullable Reply> shown = new ArrayList<>();
  private int resent;

  /** Nonces of sends that were tried here, with whatever outcome. */
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  /** Whether the row of the request has all the messages. */
  private boolean stored;

  /** What the thread that follows the growing text works at: a message's id, or its nonce. */
  private volatile @Nullable Object growing;

  public ShownAnswer(Claimed request, RequestQueue queue, Outbox outbox, Messenger messenger) {
    this.request = request;
    this.queue = queue;
    this.outbox = outbox;
    this.messenger = messenger;
    messages.addAll(request.trace().shown());
    stored = !messages.isEmpty();
    MessageId note = request.trace().note();
    if (messages.isEmpty() && note != null) {
      messages.add(note);
    }
    messages.forEach(message -> shown.add(null));
  }

  /** The messages so far, in order. */
  public List<MessageId> messages() {
    return List.copyOf(messages);
  }

  /** Whether the text needs no more than one message. */
  public boolean fitsOneMessage(Document text) {
    return messenger.cut(text).size() == 1;
  }

  /**
   * Brings one message up to what the newest text asks for; false if everything shows it already,
   * or nothing can be shown.
   */
  public boolean grow(Supplier<Document> newest, List<List<Button>> buttons) {
    List<Reply> replies = replies(newest.get(), buttons);
    int index = firstStale(replies);
    if (index < 0) {
      return false;
    }
    Supplier<Reply> latest =
        () -> {
          List<Reply> now = replies(newest.get(), buttons);
          return now.get(Math.min(index, now.size() - 1));
        };
    growing = index < messages.size() ? messages.get(index) : nonce(index);
    return put(Priority.GROWING, index, latest) instanceof Delivery.Delivered;
  }

  /** Makes the first message where that is to be there before any text is. */
  public void open() {
    if (messages.isEmpty() && !messenger.sendsOnce()) {
      growing = nonce(0);
      send(Priority.GROWING, 0, () -> BEGUN);
    }
  }

  /**
   * Makes the messages show exactly this, and nothing else.
   *
   * @return Delivered, or why the place cannot show it
   */
  public Delivery settle(Document whole, List<List<Button>> buttons) {
    List<Reply> replies = replies(whole, buttons);
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
    while (messages.size() > replies.size()) {
      outbox.delete(request.replyTo().place(), messages.removeLast());
      shown.removeLast();
      store();
    }
    return new Delivery.Delivered(messages.getLast());
  }

  /** The text has ended: what still waits to be shown of it while it grew is not worth a call. */
  public void noMoreGrowing() {
    Object waitingFor = growing;
    if (waitingFor != null) {
      outbox.noMoreGrowing(waitingFor);
    }
  }

  /** Somebody has deleted the message meanwhile; the answer is still owed. */
  private Delivery sendAgain(int index, Reply reply) {
    resent++;
    Delivery delivery =
        outbox.send(
            Priority.FINAL, Destination.in(request.replyTo().place()), () -> reply, nonce(index));
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      messages.set(index, message);
      remember(index, reply);
      store();
    }
    return delivery;
  }

  private Delivery put(Priority priority, int index, Supplier<Reply> latest) {
    if (index == messages.size()) {
      return send(priority, index, messenger.sendsOnce() ? latest : () -> BEGUN);
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
    boolean first = tried.add(nonce(index)) && request.trace().attempt() <= 1;
    Delivery delivery = outbox.send(priority, to, noting(latest, asked), nonce(index));
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      messages.add(message);
      remember(index, first ? asked.get() : null);
      store();
    }
    return delivery;
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
    queue.shownBy(request.id(), messages());
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

  /** One reply a message; the buttons are under the last one. */
  private List<Reply> replies(Document whole, List<List<Button>> buttons) {
    List<Document> parts = messenger.cut(whole);
    List<Reply> replies = new ArrayList<>();
    for (Document part : parts) {
      replies.add(Reply.of(part).with(replies.size() == parts.size() - 1 ? buttons : List.of()));
    }
    return replies;
  }
}
