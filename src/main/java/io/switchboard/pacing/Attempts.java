package io.switchboard.pacing;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of a platform: each waits for its slot, and is tried again as persistently as it is worth.
 */
final class Attempts {
  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final Gate gate;
  private final @Nullable Pauses pauses;
  private volatile Onlooker onlooker = (platform, kind, answer) -> {};

  Attempts(Gate gate, @Nullable Pauses pauses) {
    this.gate = gate;
    this.pauses = pauses;
  }

  void watchedBy(Onlooker those) {
    onlooker = those;
  }

  /** What is to be carried, and how persistently. */
  record Call(Persistence persistence, Priority priority, PlaceId place, Object message) {}

  /**
   * Tries until the platform has answered for good, it has taken too long, or the thread is
   * interrupted. What failed for good may have been done if any of the tries may have done it.
   */
  Delivery insist(Call wanted, Messenger messenger, Function<Messenger, Delivery> act) {
    Persistence persistence = wanted.persistence();
    PlaceId place = wanted.place();
    Duration pause = Duration.ZERO;
    int failures = 0;
    boolean perhaps = false;
    while (true) {
      long now = System.nanoTime();
      Optional<SendBudget.Call> call;
      try {
        call =
            gate.enter(
                wanted.priority(),
                wanted.message(),
                rates(messenger, place),
                now + pause.toNanos(),
                now + persistence.slot().toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Delivery.Failed("interrupted", perhaps);
      }
      if (call.isEmpty()) {
        return new Delivery.Failed("no slot, or something newer came", perhaps);
      }
      Delivery answer = once(call.get(), messenger, act);
      if (answer instanceof Delivery.Throttled throttled) {
        log.info("{} wants fewer calls for {}", place, throttled.retryAfter());
        if (!persistence.waitsOut()) {
          return new Delivery.Failed("too many calls", perhaps);
        }
        pause = Duration.ZERO;
      } else if (answer instanceof Delivery.Failed(String why, boolean thisTime)) {
        perhaps |= thisTime;
        if (!persistence.again(++failures)) {
          return new Delivery.Failed(why, perhaps);
        }
        pause = persistence.pauseAfter(failures);
        log.info("{}: {}; again in {}", place, why, pause);
      } else {
        return answer;
      }
    }
  }

  /** Tries once, in a slot that was given, and leaves it. */
  Delivery once(SendBudget.Call call, Messenger messenger, Function<Messenger, Delivery> act) {
    Delivery answer = new Delivery.Failed("an error on our side");
    try {
      answer = act.apply(messenger);
      return answer;
    } catch (CancellationException unwanted) {
      answer = new Delivery.Gone("no longer wanted");
      return answer;
    } catch (RuntimeException | Error surprise) {
      log.warn("{} failed", messenger.platform(), surprise);
      return answer;
    } finally {
      Optional<Rate> resting = gate.leave(call, answer);
      onlooker.called(messenger.platform(), call.kind(), answer);
      if (pauses != null && answer instanceof Delivery.Throttled(Duration length)) {
        resting.ifPresent(rate -> pauses.begin(rate, length));
      }
    }
  }

  /** The place's rates, with names that no other platform uses. */
  static List<Rate> rates(Messenger messenger, PlaceId place) {
    return ofPlatform(messenger, messenger.rates(place));
  }

  /** The same rates under such names. */
  static List<Rate> ofPlatform(Messenger messenger, List<Rate> rates) {
    return rates.stream()
        .map(rate -> new Rate(messenger.platform() + " " + rate.bucket(), rate.calls(), rate.per()))
        .toList();
  }
}
