package io.switchboard.queue.request;

import io.switchboard.queue.limit.Closed;
import io.switchboard.queue.limit.LimitReached;
import java.util.List;

/** What became of a submission. */
public sealed interface Admission {
  /** In a word for figures: {@code queued}, or why not. */
  default String outcome() {
    return switch (this) {
      case Queued _ -> "queued";
      case AlreadySeen _ -> "already_seen";
      case OverLimit _ -> "over_limit";
      case TooManyWaiting _ -> "too_many_waiting";
      case PlaceFull _ -> "place_full";
      case OutOfHours _ -> "out_of_hours";
      case NoRoom _ -> "no_room";
      case TooLong _ -> "too_long";
      case TooManyFiles _ -> "too_many_files";
      case ModelNotAllowed _ -> "model_not_allowed";
    };
  }

  /** Whether it is stored: now, or before. */
  default boolean taken() {
    return this instanceof Queued || this instanceof AlreadySeen;
  }

  /** It is stored and will be answered. */
  record Queued(RequestId id, Position position) implements Admission {}

  /** The same event was stored before; nothing new happened. */
  record AlreadySeen(RequestId id) implements Admission {}

  /** A limit is reached. */
  record OverLimit(LimitReached limit) implements Admission {}

  /** The member has so many requests waiting already. */
  record TooManyWaiting(int allowed) implements Admission {}

  /**
   * In its place, or in what that belongs to, so many requests wait already, whoever asked.
   *
   * @param scope in the configuration's words
   */
  record PlaceFull(String scope, int allowed) implements Admission {}

  /** It is none of the hours in which questions may be asked. */
  record OutOfHours(Closed closed) implements Admission {}

  /** There is no room on the database's disk to keep it and its answer. */
  record NoRoom() implements Admission {}

  /** The question is longer than allowed, in characters. */
  record TooLong(int characters, int allowed) implements Admission {}

  /** More files come with the question than allowed. */
  record TooManyFiles(int files, int allowed) implements Admission {}

  /** The model may not be used. */
  record ModelNotAllowed(String model, List<String> allowed) implements Admission {
    public ModelNotAllowed {
      allowed = List.copyOf(allowed);
    }
  }
}
