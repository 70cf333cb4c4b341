package io.switchboard.pacing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets threads wait until the budget lets their call go. */
final class Gate {
  private final ReentrantLock lock = new ReentrantLock();
  private final SendBudget budget = new SendBudget();
  private final Map<SendBudget.Call, Condition> sleepers = new HashMap<>();

  /**
   * Waits for a slot.
   *
   * @param notBefore on {@link System#nanoTime}, as all times here
   * @param giveUpAt when waiting is no longer worth it
   * @return the call, to be given to {@link #leave}; empty if it was given up or superseded
   */
  Optional<SendBudget.Call> enter(
      Priority priority, Object message, List<Rate> rates, long notBefore, long giveUpAt)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      SendBudget.Call call = budget.ask(priority, message, rates, notBefore, System.nanoTime());
      Condition woken = lock.newCondition();
      sleepers.put(call, woken);
      try {
        pass();
        while (call.state() == SendBudget.State.WAITING) {
          long now = System.nanoTime();
          if (now - giveUpAt >= 0) {
            return Optional.empty();
          }
          long wait = Math.min(call.at() - now, giveUpAt - now);
          if (wait > 0) {
            woken.awaitNanos(wait);
          }
          if (call.state() == SendBudget.State.WAITING) {
            pass();
          }
        }
        return call.state() == SendBudget.State.GRANTED ? Optional.of(call) : Optional.empty();
      } catch (InterruptedException e) {
        if (call.state() == SendBudget.State.GRANTED) {
          budget.done(call, false, System.nanoTime());
          pass();
        }
        throw e;
      } finally {
        sleepers.remove(call);
        if (call.state() == SendBudget.State.WAITING) {
          budget.cancel(call);
          pass();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Drops what waits for a message and is less important than this. */
  void supersede(Object message, Priority priority) {
    lock.lock();
    try {
      budget.supersede(message, priority);
      pass();
    } finally {
      lock.unlock();
    }
  }

  /** How near each platform's budgets are to their end. */
  Map<String, Pressure> pressure() {
    lock.lock();
    try {
      return budget.pressure(System.nanoTime());
    } finally {
      lock.unlock();
    }
  }

  /** A rate rests for so long from now on. */
  void rest(Rate rate, Duration left) {
    lock.lock();
    try {
      long now = System.nanoTime();
      budget.rest(rate, now + left.toNanos(), now);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The call was answered.
   *
   * @return the rate that rests now, if the platform wants that
   */
  Optional<Rate> leave(SendBudget.Call call, Delivery answer) {
    Optional<Rate> resting = Optional.empty();
    lock.lock();
    try {
      long now = System.nanoTime();
      if (answer instanceof Delivery.Throttled throttled) {
        resting = budget.throttled(call, throttled.retryAfter(), now);
      } else {
        if (answer instanceof Delivery.Delivered(MessageId message)) {
          budget.shows(call, message);
        }
        budget.done(call, answer instanceof Delivery.Delivered, now);
      }
      pass();
    } finally {
      lock.unlock();
    }
    return resting;
  }

  /** Lets go whoever may go, and wakes all for whom something has changed. */
  private void pass() {
    Map<SendBudget.Call, Long> before = new HashMap<>();
    sleepers.keySet().forEach(call -> before.put(call, call.at()));
    budget.pass(System.nanoTime());
    sleepers.forEach(
        (call, woken) -> {
          boolean sooner = call.at() < before.getOrDefault(call, 0L);
          if (sooner || call.state() != SendBudget.State.WAITING) {
            woken.signal();
          }
        });
  }
}
