package io.switchboard.answer.shown;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.Claimed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One answer in its place: as it grows, by one thread at a time, and then as it is to stay. */
public final class ShownAnswer {
  private static final Document NOTHING_YET = Document.plain("…");

  private final AnswerMessages messages;
  private final Outbox outbox;
  private final Messenger messenger;
  private final GrowingParts growingParts;
  private final boolean owed;

  /** What the thread that follows the growing text works at. */
  private volatile @Nullable Object growing;

  /**
   * That of one request.
   *
   * @param shows whether a message is known to show some other answer that has come to its end
   */
  public ShownAnswer(
      Claimed request,
      RequestQueue queue,
      Outbox outbox,
      Messenger messenger,
      Predicate<MessageId> shows) {
    this.outbox = outbox;
    this.messenger = messenger;
    this.growingParts = new GrowingParts(messenger);
    this.messages = new AnswerMessages(request, queue, outbox, messenger, shows);
    this.owed = messenger.owesReply(request.replyTo());
  }

  /** The messages so far, in order. */
  public List<MessageId> messages() {
    return messages.all();
  }

  /**
   * Nothing of this answer is to be shown or kept by a process that was overtaken.
   *
   * @throws Overtaken if this one was
   */
  public void demandOurs() {
    messages.demandOurs();
  }

  /** Whether the platform shows that a reply is owed, until there is one. */
  public boolean owed() {
    return owed && messages.all().isEmpty();
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
      messages.deleteBehind(1);
    }
    int index = messages.firstStale(replies);
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
    growing = messages.about(index);
    return messages.put(Priority.GROWING, index, latest) instanceof Delivery.Delivered;
  }

  /**
   * Makes the first message before there is any text, so that there is a button to stop it. It is
   * no growth: the first text does not wait for its turn behind it.
   */
  public void begin(List<List<Button>> buttons) {
    if (messages.all().isEmpty()) {
      growing = messages.about(0);
      var _ = messages.put(Priority.SPARE, 0, () -> Reply.of(NOTHING_YET).with(buttons));
    }
  }

  /**
   * Makes the messages show exactly this, and nothing else.
   *
   * @return Delivered, or why the place cannot show it
   * @throws Overtaken if that is for another process to do now
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
    for (int index = messages.firstStale(replies);
        index >= 0;
        index = messages.firstStale(replies)) {
      Reply reply = replies.get(index);
      Delivery delivery = messages.put(Priority.FINAL, index, () -> reply);
      if (delivery instanceof Delivery.Gone && index < messages.all().size()) {
        delivery = messages.sendAgain(index, reply);
      }
      if (!(delivery instanceof Delivery.Delivered)) {
        return delivery;
      }
    }
    messages.deleteBehind(replies.size());
    return new Delivery.Delivered(messages.all().getLast());
  }

  /** The text has ended: what still waits to be shown of it while it grew is not worth a call. */
  public void noMoreGrowing() {
    Object waitingFor = growing;
    if (waitingFor != null) {
      outbox.noMoreGrowing(waitingFor);
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
    messages.know(buttons);
    List<Reply> replies = new ArrayList<>();
    for (Document part : parts) {
      replies.add(Reply.of(part).with(replies.size() == parts.size() - 1 ? buttons : List.of()));
    }
    return replies;
  }
}
