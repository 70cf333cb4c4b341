package io.switchboard.pacing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides which of the waiting calls goes next, over all places. Knows no threads and no clock:
 * times are nanoseconds of any clock that does not run backwards. See the package's description for
 * the rules.
 */
final class SendBudget {
  private static final int REMEMBERED_MESSAGES = 2000;
  private static final int CALLS_BETWEEN_SWEEPS = 500;

  /** A rate; the same bucket may have several, each with a length of its own. */
  private record Key(String bucket, Duration per) {}

  /** How far a call is. */
  enum State {
    WAITING,
    GRANTED,
    /** Dropped, as a more important call for the same message came. */
    SUPERSEDED,
    OVER
  }

  /** A call that wants to go out. */
  static final class Call {
    private final Priority priority;
    private final Object message;
    private final List<Rate> rates;
    private final long notBefore;
    private final long order;
    private State state = State.WAITING;
    private long at;

    private Call(Priority priority, Object message, List<Rate> rates, long notBefore, long order) {
      this.priority = priority;
      this.message = message;
      this.rates = rates;
      this.notBefore = notBefore;
      this.order = order;
    }

    State state() {
      return state;
    }

    /** What it does, by what it is about. */
    String kind() {
      return switch (message) {
        case MessageId _ -> "edit";
        case Outbox.Draft _ -> "draft";
        case String _ -> "send";
        default -> "other";
      };
    }

    /** When it may go, should nothing else happen; as of the last {@link #pass}. */
    long at() {
      return at;
    }
  }

  private final Map<Key, Window> windows = new HashMap<>();
  private final List<Call> waiting = new ArrayList<>();
  private final Set<Object> onTheirWay = new HashSet<>();
  private final Map<Object, Long> lastGrowth =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
          return size() > REMEMBERED_MESSAGES;
        }
      };
  private long asked;
  private long granted;

  /**
   * A call queues up. {@link #pass} then says whether it may go.
   *
   * @param message what it sends or edits: never two calls at once
   * @param rates all of which it must keep
   * @param notBefore it is no hurry before
   */
  Call ask(Priority priority, Object message, List<Rate> rates, long notBefore, long now) {
    supersede(message, priority);
    if (asked++ % CALLS_BETWEEN_SWEEPS == 0) {
      sweep(now);
    }
    Call call = new Call(priority, message, List.copyOf(rates), notBefore, asked);
    waiting.add(call);
    return call;
  }

  /** Drops what waits for a message and is less important than this. */
  void supersede(Object message, Priority priority) {
    for (Call other : List.copyOf(waiting)) {
      if (other.message.equals(message) && other.priority.compareTo(priority) > 0) {
        waiting.remove(other);
        other.state = State.SUPERSEDED;
      }
    }
  }

  /** Lets all go that may go now, the most important first. */
  void pass(long now) {
    waiting.sort(
        Comparator.<Call, Priority>comparing(call -> call.priority)
            .thenComparingLong(call -> turn(call))
            .thenComparingLong(call -> call.order));
    Map<Key, Integer> held = new HashMap<>();
    for (Call call : List.copyOf(waiting)) {
      boolean first = !lastGrowth.containsKey(call.message);
      long at = Math.max(now, call.notBefore);
      for (Rate rate : call.rates) {
        Window window = window(rate, now);
        int kept = held.getOrDefault(key(rate), 0);
        at = Math.max(at, window.freeAt(call.priority, calls(rate), kept, first, now));
      }
      if (onTheirWay.contains(call.message)) {
        at = Window.NEVER;
      }
      call.at = at;
      if (at <= now) {
        grant(call, now);
      } else if (call.priority.compareTo(Priority.REPLY) <= 0) {
        hold(call, now, held);
      }
    }
  }

  /** Among growing answers, the one served longest ago; all others by arrival. */
  private long turn(Call call) {
    return call.priority == Priority.GROWING ? lastGrowth.getOrDefault(call.message, 0L) : 0;
  }

  private void grant(Call call, long now) {
    waiting.remove(call);
    call.state = State.GRANTED;
    onTheirWay.add(call.message);
    granted++;
    for (Rate rate : call.rates) {
      window(rate, now).take(call.priority, calls(rate), now);
    }
    if (call.priority == Priority.GROWING) {
      lastGrowth.put(call.message, granted);
    }
  }

  /**
   * Sets a slot of each rate aside, so that nobody less important takes it; unless the call will
   * wait for so long that the slot would be back by then.
   */
  private void hold(Call call, long now, Map<Key, Integer> held) {
    for (Rate rate : call.rates) {
      if (call.at == Window.NEVER || call.at - now < window(rate, now).span()) {
        held.merge(key(rate), 1, Integer::sum);
      }
    }
  }

  /** What a growing answer sent is this message now: its next text is not its first. */
  void shows(Call call, MessageId message) {
    Long turn = lastGrowth.get(call.message);
    if (turn != null) {
      lastGrowth.putIfAbsent(message, turn);
    }
  }

  /** A call that was granted is over. */
  void done(Call call, boolean accepted, long now) {
    call.state = State.OVER;
    onTheirWay.remove(call.message);
    for (Rate rate : call.rates) {
      Window window = window(rate, now);
      window.done(now);
      if (accepted) {
        window.accepted();
      }
    }
  }

  /**
   * The platform refused a call that was granted, for there were too many.
   *
   * @return the rate that rests now
   */
  Optional<Rate> throttled(Call call, Duration retryAfter, long now) {
    done(call, false, now);
    Optional<Rate> slowest =
        call.rates.stream()
            .min(Comparator.comparingDouble(rate -> (double) calls(rate) / rate.per().toNanos()));
    slowest.ifPresent(rate -> window(rate, now).refused(nanos(retryAfter), now));
    return slowest;
  }

  /** A rate rests until then. */
  void rest(Rate rate, long until, long now) {
    window(rate, now).rest(until);
  }

  /** A call is not wanted any more. */
  void cancel(Call call) {
    waiting.remove(call);
    call.state = State.OVER;
  }

  /** Those that wait. */
  List<Call> waiting() {
    return List.copyOf(waiting);
  }

  /** By the first words of the buckets' names, which are the platforms'. */
  Map<String, Pressure> pressure(long now) {
    Map<String, Pressure> all = new TreeMap<>();
    windows.forEach(
        (key, window) -> {
          window.advance(now);
          all.merge(
              platform(key.bucket()),
              new Pressure(0, window.left(now)),
              (a, b) -> new Pressure(0, Math.min(a.left(), b.left())));
        });
    waiting.stream()
        .filter(call -> !call.rates.isEmpty())
        .map(call -> platform(call.rates.getFirst().bucket()))
        .forEach(
            name ->
                all.merge(
                    name, new Pressure(1, 1), (a, b) -> new Pressure(a.waiting() + 1, a.left())));
    return all;
  }

  private static String platform(String bucket) {
    int end = bucket.indexOf(' ');
    return end < 0 ? bucket : bucket.substring(0, end);
  }

  /** How many rates are remembered. */
  int remembered() {
    return windows.size();
  }

  private void sweep(long now) {
    windows.values().forEach(window -> window.advance(now));
    windows.values().removeIf(window -> window.idle(now));
  }

  private Window window(Rate rate, long now) {
    Window window = windows.computeIfAbsent(key(rate), key -> new Window(key.per()));
    window.advance(now);
    return window;
  }

  private static Key key(Rate rate) {
    return new Key(rate.bucket(), rate.per());
  }

  private static int calls(Rate rate) {
    return Math.max(1, rate.calls());
  }

  private static long nanos(Duration duration) {
    return duration.compareTo(Duration.ofDays(30)) > 0
        ? Duration.ofDays(30).toNanos()
        : Math.max(0, duration.toNanos());
  }
}
