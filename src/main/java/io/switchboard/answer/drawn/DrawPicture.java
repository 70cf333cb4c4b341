package io.switchboard.answer.drawn;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.media.Draws;
import io.switchboard.account.media.Made;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.conversation.PictureWish;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the account draw, and shows the picture. */
public final class DrawPicture {
  private static final Logger log = LoggerFactory.getLogger(DrawPicture.class);

  private static final int TRIES = 4;
  private static final long TRY_AGAIN_SECONDS = 30;
  private static final int LONGEST_CAPTION = 200;

  private final Accounts accounts;
  private final RequestQueue queue;
  private final Outbox outbox;
  private final Allowances allowances;
  private final UnaryOperator<Duration> waits;

  /**
   * Through these rooms.
   *
   * @param waits how long to wait in truth before an account is asked again
   */
  public DrawPicture(
      Accounts accounts,
      RequestQueue queue,
      Outbox outbox,
      Allowances allowances,
      UnaryOperator<Duration> waits) {
    this.allowances = allowances;
    this.accounts = accounts;
    this.queue = queue;
    this.outbox = outbox;
    this.waits = waits;
  }

  /** Draws, shows and finishes. */
  public void run(Claimed request, PictureWish wish, Voice voice) throws InterruptedException {
    if (!request.trace().shown().isEmpty()) {
      queue.finish(request.id(), new Ending.Answered(0, 0));
      return;
    }
    AtomicBoolean stopped = new AtomicBoolean();
    Thread self = Thread.currentThread();
    queue.onStop(
        request.id(),
        () -> {
          stopped.set(true);
          self.interrupt();
        });
    try {
      outbox.typing(request.replyTo().place());
      switch (draw(request, wish)) {
        case Made.File picture -> show(request, wish, picture, voice);
        case Made.Broken(Failure failure) ->
            fail(request, wish, voice.failure(failure.kind()), failure);
        case Made.Text _ -> throw new IllegalStateException("a picture is no text");
      }
    } catch (InterruptedException e) {
      if (!stopped.get()) {
        throw e;
      }
      allowances.giveBack(wish.taken());
      say(request, voice.stopped());
      queue.finish(request.id(), new Ending.Answered(0, 0));
    }
  }

  private Made draw(Claimed request, PictureWish wish) throws InterruptedException {
    Account account = accounts.named(request.account()).orElseThrow();
    Optional<Draws> brush =
        account
            .draws()
            .or(() -> accounts.all().stream().flatMap(a -> a.draws().stream()).findFirst());
    if (brush.isEmpty()) {
      return new Made.Broken(new Failure(Failure.Kind.NO_SUCH_MODEL, "nobody draws", null));
    }
    for (int tries = 1; ; tries++) {
      Duration pause = queue.mayAsk(request.id());
      while (pause.isPositive()) {
        TimeUnit.NANOSECONDS.sleep(waits.apply(pause).toNanos());
        pause = queue.mayAsk(request.id());
      }
      Made made = brush.get().draw(wish.text());
      if (!(made instanceof Made.Broken(Failure failure)) || !failure.passing() || tries == TRIES) {
        return made;
      }
      log.warn("account {}: {} ({})", account.name(), failure.kind(), failure.detail());
      Duration asked = failure.retryAfter();
      Duration wait = asked == null ? Duration.ofSeconds(1L << tries) : asked;
      TimeUnit.NANOSECONDS.sleep(waits.apply(wait).toNanos());
    }
  }

  private void show(Claimed request, PictureWish wish, Made.File picture, Voice voice)
      throws InterruptedException {
    String ending = picture.type().equals("image/png") ? "png" : "jpg";
    Upload file =
        new Upload(
            Upload.Kind.PICTURE,
            "picture." + ending,
            picture.type(),
            picture.content(),
            wish.text());
    Reply caption = Reply.of(caption(wish));
    Delivery delivery = upload(request, file, caption);
    while (delivery instanceof Delivery.Failed(String why)) {
      log.warn("the picture of request {} cannot be shown yet: {}", request.id(), why);
      TimeUnit.SECONDS.sleep(TRY_AGAIN_SECONDS);
      delivery = upload(request, file, caption);
    }
    switch (delivery) {
      case Delivery.Delivered(MessageId message) -> {
        queue.inChat().shownBy(request.id(), List.of(message));
        MessageId note = request.trace().note();
        if (note != null) {
          outbox.delete(request.replyTo().place(), note);
        }
        queue.finish(request.id(), new Ending.Answered(0, 0));
      }
      case Delivery.Gone(String why) ->
          fail(
              request,
              wish,
              voice.noPicture(),
              new Failure(Failure.Kind.REFUSED, "not shown: " + why, null));
      default -> throw new IllegalStateException("a picture was " + delivery);
    }
  }

  private Delivery upload(Claimed request, Upload file, Reply caption) {
    return outbox.upload(
        Priority.FINAL, request.replyTo(), file, () -> caption, "d" + request.id());
  }

  private static Document caption(PictureWish wish) {
    String text = wish.text().replaceAll("\\s+", " ").strip();
    String shown =
        text.codePointCount(0, text.length()) <= LONGEST_CAPTION
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_CAPTION)) + "…";
    return new Document(List.of(new Block.Paragraph(List.of(new Inline.Text(shown)))));
  }

  private void fail(Claimed request, PictureWish wish, Document why, Failure failure) {
    allowances.giveBack(wish.taken());
    accounts.report(request.account(), failure);
    say(request, why);
    queue.finish(request.id(), new Ending.Failed(failure.kind() + ": " + failure.detail()));
  }

  private void say(Claimed request, Document text) {
    MessageId note = request.trace().note();
    Reply reply = Reply.of(text);
    if (note != null) {
      var _ = outbox.edit(Priority.FINAL, request.replyTo().place(), note, () -> reply);
    } else {
      var _ = outbox.send(Priority.FINAL, request.replyTo(), () -> reply, "f" + request.id());
    }
  }
}
