package io.switchboard.audit;

import io.switchboard.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an admin did, or that somebody tried who may not.
 *
 * @param who {@link Audit#NOBODY} if it was no member
 * @param what in a word or two that stay the same: {@code limit set}
 * @param target to whom or what: {@code member 5}; empty if to nothing
 * @param detail what exactly, for people to read; empty if there is no more to say
 */
public record AuditEntry(
    long id, MemberId who, String what, String target, String detail, Instant at, Trace trace) {
  /** One that only tells. */
  public AuditEntry(long id, MemberId who, String what, String target, String detail, Instant at) {
    this(id, who, what, target, detail, at, Trace.NONE);
  }

  /**
   * What it left behind.
   *
   * @param thing that was changed, see {@link Change}; empty where nothing can be put back
   * @param before how that stood, for people to read; empty where nothing is known
   * @param after how it stood then
   * @param undoes the entry that this one took back, or null
   * @param undoneBy the entry that took this one back, or null
   * @param refused whether it was only tried
   * @param person who tried it, where it was no member; else empty
   */
  public record Trace(
      String thing,
      String before,
      String after,
      @Nullable Long undoes,
      @Nullable Long undoneBy,
      boolean refused,
      String person) {
    /** Nothing. */
    public static final Trace NONE = new Trace("", "", "", null, null, false, "");

    static Trace of(String thing, String before, String after, @Nullable Long undoes) {
      return new Trace(thing, before, after, undoes, null, false, "");
    }

    static Trace refusedTo(String person) {
      return new Trace("", "", "", null, null, true, person);
    }
  }

  /** Whether it may be possible to take it back; for certain that is known when it is tried. */
  public boolean undoable() {
    return !trace.thing().isEmpty()
        && trace.undoneBy() == null
        && !trace.before().equals(trace.after());
  }
}
