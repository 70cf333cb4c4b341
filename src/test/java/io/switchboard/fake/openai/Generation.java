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
  private final StringBuffer sent = new StringBuffer();
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final Runnable atEnd;

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

  /** The text sent so far. */
  public String sent() {
    return sent.toString();
  }

  public State state() {
    return state.get();
  }

  void add(String text) {
    sent.append(text);
  }

  /** The first end counts. */
  void ended(State how) {
    if (state.compareAndSet(State.RUNNING, how)) {
      atEnd.run();
    }
  }

  @Override
  public String toString() {
    return state() + ": " + question;
  }
}
