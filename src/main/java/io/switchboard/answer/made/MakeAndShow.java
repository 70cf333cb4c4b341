package io.switchboard.answer.made;

import io.switchboard.account.Account;
import io.switchboard.account.Failure;
import io.switchboard.account.choice.Accounts;
import io.switchboard.account.media.Made;
import io.switchboard.answer.words.Voice;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the account make one file, and shows it. */
public final class MakeAndShow {
  private static final Logger log = LoggerFactory.getLogger(MakeAndShow.class);

  private static final int TRIES = 4;
  private static final long TRY_AGAIN_SECONDS = 30;

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
  public MakeAndShow(
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

  /** How it is made, by the account that the request was claimed for or another one. */
  @FunctionalInterface
  interface Making {
    Made by(Account account) throws InterruptedException;
  }

  /**
   * What is to be made.
   *
   * @param taken under which name it was taken from the limits
   * @param unshown said where the place shows no such files
   */
  record Work(
      Making making,
      Function<Made.File, Upload> file,
      Reply caption,
      Destination to,
      String taken,
      Document unshown) {}

  /** Makes, shows and finishes. */
  void run(Claimed request, Work work, Voice voice) throws InterruptedException {
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
      switch (make(request, work.making())) {
        case Made.File made -> show(request, work, made);
        case Made.Broken(Failure failure) ->
            fail(request, work, voice.failure(failure.kind()), failure);
        case Made.Text _ -> throw new IllegalStateException("a text is no file");
      }
    } catch (InterruptedException e) {
      if (!stopped.get()) {
        throw e;
      }
      allowances.giveBack(work.taken());
      say(request, work, voice.stopped());
      queue.finish(request.id(), new Ending.Answered(0, 0));
    }
  }

  private Made make(Claimed request, Making making) throws InterruptedException {
    Account account = accounts.named(request.account()).orElseThrow();
    for (int tries = 1; ; tries++) {
      Duration pause = queue.mayAsk(request.id());
      while (pause.isPositive()) {
        TimeUnit.NANOSECONDS.sleep(waits.apply(pause).toNanos());
        pause = queue.mayAsk(request.id());
      }
      Made made = making.by(account);
      if (!(made instanceof Made.Broken(Failure failure)) || !failure.passing() || tries == TRIES) {
        return made;
      }
      log.warn("account {}: {} ({})", account.name(), failure.kind(), failure.detail());
      Duration asked = failure.retryAfter();
      Duration wait = asked == null ? Duration.ofSeconds(1L << tries) : asked;
      TimeUnit.NANOSECONDS.sleep(waits.apply(wait).toNanos());
    }
  }

  private void show(Claimed request, Work work, Made.File made) throws InterruptedException {
    Upload file = work.file().apply(made);
    Delivery delivery = upload(request, work, file);
    while (delivery instanceof Delivery.Failed(String why, _)) {
      log.warn("the file of request {} cannot be shown yet: {}", request.id(), why);
      TimeUnit.SECONDS.sleep(TRY_AGAIN_SECONDS);
      delivery = upload(request, work, file);
    }
    switch (delivery) {
      case Delivery.Delivered(MessageId message) -> {
        if (!queue.inChat().shownBy(request.id(), request.trace().attempt(), List.of(message))) {
          return; // somebody else has taken it over, and shows it
        }
        MessageId note = request.trace().note();
        if (note != null) {
          outbox.delete(request.replyTo().place(), note);
        }
        Made.Cost cost = made.cost();
        Use use = new Use(cost.model(), cost.tokensIn(), cost.tokensOut());
        queue.finish(request.id(), new Ending.Answered(use));
      }
      case Delivery.Gone(String why) ->
          fail(
              request,
              work,
              work.unshown(),
              new Failure(Failure.Kind.REFUSED, "not shown: " + why, null));
      default -> throw new IllegalStateException("a file was " + delivery);
    }
  }

  private Delivery upload(Claimed request, Work work, Upload file) {
    return outbox.upload(Priority.FINAL, work.to(), file, work::caption, "d" + request.id());
  }

  private void fail(Claimed request, Work work, Document why, Failure failure) {
    allowances.giveBack(work.taken());
    accounts.report(request.account(), failure);
    say(request, work, why);
    queue.finish(request.id(), new Ending.Failed(failure.kind() + ": " + failure.detail()));
  }

  private void say(Claimed request, Work work, Document text) {
    MessageId note = request.trace().note();
    Reply reply = Reply.of(text);
    if (note != null) {
      var _ = outbox.edit(Priority.FINAL, request.replyTo().place(), note, () -> reply);
    } else {
      var _ = outbox.send(Priority.FINAL, work.to(), () -> reply, "f" + request.id());
    }
  }
}
