package io.switchboard.audit;

import io.switchboard.audit.AuditEntry.Trace;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The record of what admins did, and of what others tried. */
public final class Audit {
  /** Who is no member. */
  public static final MemberId NOBODY = new MemberId(0);

  /** Whoever looks at pages without being signed in: nobody can tell one from another. */
  public static final PersonId VISITOR = new PersonId("page:visitor");

  /** Of more than so many tries in {@link #COUNTED} nothing new is to be learnt. */
  private static final int MOST_REFUSALS = 60;

  private static final Duration COUNTED = Duration.ofHours(1);

  private final Database database;
  private final InstantSource time;

  public Audit(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * Writes down what was done and cannot be taken back, cut to what the columns take; see {@link
   * AuditEntry}. What can be taken back goes through {@link Changes}.
   */
  public AuditEntry record(MemberId who, String what, String target, String detail) {
    return database.inTransaction(h -> record(h, who, what, target, detail));
  }

  /** {@link #record(MemberId, String, String, String)} in the transaction that does it. */
  public AuditEntry record(Handle h, MemberId who, String what, String target, String detail) {
    return AuditTable.insert(h, who, what, target, detail, Trace.NONE, time.instant());
  }

  /**
   * Writes down what a member tried who may not; at most so often in an hour that nobody can fill
   * the disk with it.
   *
   * @param what {@code /limit set}: never what else was written, which may be private
   */
  public void refused(MemberId who, String what) {
    refused(who, "", what);
  }

  /** The same of somebody who is no member. */
  public void refused(PersonId who, String what) {
    refused(NOBODY, who.value(), what);
  }

  /**
   * The same of {@link #VISITOR}, once an hour for each page: what knocks at every door of the
   * internet is not to hide what people tried.
   *
   * @param what the method and the page's pattern, which nobody outside can choose
   */
  public void visitorRefused(String what) {
    var since = time.instant().minus(COUNTED);
    if (!database.read(h -> AuditTable.tried(h, VISITOR.value(), what, since))) {
      refused(VISITOR, what);
    }
  }

  private void refused(MemberId who, String person, String what) {
    var now = time.instant();
    database.useTransaction(
        h -> {
          if (AuditTable.refusals(h, who, person, now.minus(COUNTED)) < MOST_REFUSALS) {
            AuditTable.insert(h, who, "refused", what, "", Trace.refusedTo(person), now);
          }
        });
  }

  /** The last entries, the newest first. */
  public List<AuditEntry> recent(int most) {
    return before(Long.MAX_VALUE, most);
  }

  /**
   * Older ones, the newest first.
   *
   * @param id those with a smaller number
   */
  public List<AuditEntry> before(long id, int most) {
    return before(id, Which.ALL, most);
  }

  /** Which entries are wanted. */
  public enum Which {
    ALL,
    /** What somebody tried who may not. */
    REFUSED,
    /** What can perhaps be taken back; see {@link AuditEntry#undoable}. */
    UNDOABLE
  }

  /** {@link #before(long, int)}, of these only. */
  public List<AuditEntry> before(long id, Which which, int most) {
    return database.read(h -> AuditTable.before(h, id, which, most));
  }

  /**
   * What was done to a member, the newest first; also to those who have become a part of them.
   *
   * @param target as in {@code member 5}
   */
  public List<AuditEntry> about(String what, String target, int most) {
    return database.read(h -> AuditTable.about(h, what, target, most));
  }

  /** The entry of that number. */
  public Optional<AuditEntry> find(long id) {
    return database.read(h -> AuditTable.find(h, id));
  }
}
