package io.switchboard.fake.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** One request for an answer and what became of it. Safe to read while it runs. */
public final class Generation {
  /** How far it is. */
  public enum State {
    RUNNING,
    /** Sent to the end. */
    COMPLETE,
    /** Refused by status or error event. */
    REFUSED,
    /** Cut off on purpose. */
    CUT,
    /** The asker closed the connection. */
    ABORTED
  }

  private final JsonNode request;
  private final String question;
  private final Instant at;
  private final long askedAt = System.nanoTime();
  private final StringBuffer sent = new StringBuffer();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final Runnable atEnd;
  private volatile long firstAt;
  private volatile long endAt;

  Generation(JsonNode request, String question, Instant at, Runnable atEnd) {
    this.request = request;
    this.question = question;
    this.at = at;
    this.atEnd = atEnd;
  }

  /** The request's body. */
  public JsonNode request() {
    return request;
  }

  /** The text of the last message of the user. */
  public String question() {
    return question;
  }

  public Instant at() {
    return at;
  }

  /** When it was asked for, on {@link System#nanoTime}. */
  public long askedAt() {
    return askedAt;
  }

  /** The text sent so far. */
  public String sent() {
    return sent.toString();
  }

  public State state() {
    return state.get();
  }

  /** When the first text went out, on {@link System#nanoTime}; 0 before. */
  public long firstAt() {
    return firstAt;
  }

  /** When it ended, just before the last piece went out, on {@link System#nanoTime}; 0 before. */
  public long endAt() {
    return endAt;
  }

  void adding() {
    if (firstAt == 0) {
      firstAt = System.nanoTime();
    }
  }

  void add(String text) {
    sent.append(text);
  }

  /** The first end counts. */
  void ended(State how) {
    if (state.compareAndSet(State.RUNNING, how)) {
      endAt = System.nanoTime();
      atEnd.run();
    }
  }

  @Override
  public String toString() {
    return state() + ": " + question;
  }
}
