package io.switchboard.audit;

import io.switchboard.audit.AuditEntry.Trace;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Changes things and takes changes back, each in one transaction with its record. Whether somebody
 * may is asked before.
 */
public final class Changes {
  private final Database database;
  private final InstantSource time;
  private final Map<String, Thing> things;

  /**
   * @param things by their kind, a word
   */
  public Changes(Database database, InstantSource time, Map<String, Thing> things) {
    this.database = database;
    this.time = time;
    this.things = Map.copyOf(things);
  }

  private record Found(Thing thing, String name) {}

  private Found found(String key) {
    String[] words = key.split(" ", 2);
    Thing thing = things.get(words[0]);
    if (thing == null) {
      throw new IllegalArgumentException("no kind of thing is called " + words[0]);
    }
    return new Found(thing, words.length > 1 ? words[1] : "");
  }

  /** Makes a change; empty if there is no such thing, or it cannot be made to stand so. */
  public Optional<AuditEntry> make(MemberId who, Change change) {
    Found found = found(change.thing());
    found.thing().prepare(found.name());
    return again(() -> database.inTransaction(h -> make(h, who, change, found)));
  }

  private Optional<AuditEntry> make(Handle h, MemberId who, Change change, Found found) {
    Optional<String> before = found.thing().read(h, found.name());
    if (before.isEmpty() || !found.thing().write(h, found.name(), change.state())) {
      return Optional.empty();
    }
    String after = found.thing().read(h, found.name()).orElse("");
    return Optional.of(
        AuditTable.insert(
            h,
            who,
            change.what(),
            change.target(),
            change.detail(),
            Trace.of(change.thing(), before.get(), after, null),
            time.instant()));
  }

  /**
   * Writes down a change that was made elsewhere.
   *
   * @param before how it stood
   */
  public AuditEntry note(MemberId who, Change change, String before) {
    return database.inTransaction(
        h ->
            AuditTable.insert(
                h,
                who,
                change.what(),
                change.target(),
                change.detail(),
                Trace.of(change.thing(), before, change.state(), null),
                time.instant()));
  }

  /**
   * Takes a change back if the thing still stands as the change left it. To take the taking back
   * back makes the change again.
   */
  public Undone undo(MemberId who, long id) {
    Optional<AuditEntry> entry = database.read(h -> AuditTable.find(h, id));
    if (entry.isEmpty()) {
      return new Undone.NotFound();
    }
    AuditEntry known = entry.get();
    if (known.trace().thing().isEmpty()
        || known.trace().before().equals(known.trace().after())
        || !things.containsKey(known.trace().thing().split(" ", 2)[0])) {
      return new Undone.Impossible(known);
    }
    Found found = found(known.trace().thing());
    found.thing().prepare(found.name());
    return again(() -> database.inTransaction(h -> undo(h, who, id, found)));
  }

  private Undone undo(Handle h, MemberId who, long id, Found found) {
    AuditEntry entry = AuditTable.locked(h, id).orElseThrow();
    Trace trace = entry.trace();
    Long by = trace.undoneBy();
    if (by != null) {
      return AuditTable.find(h, by)
          .<Undone>map(other -> new Undone.Already(entry, other))
          .orElseGet(() -> new Undone.Impossible(entry));
    }
    Optional<String> now = found.thing().read(h, found.name());
    if (now.isEmpty()) {
      return new Undone.Impossible(entry);
    }
    if (!now.get().equals(trace.after())) {
      return new Undone.ChangedSince(entry, now.get());
    }
    if (!found.thing().write(h, found.name(), trace.before())) {
      return new Undone.Impossible(entry);
    }
    String after = found.thing().read(h, found.name()).orElse("");
    AuditEntry undo =
        AuditTable.insert(
            h,
            who,
            "undo",
            entry.target(),
            entry.what(),
            Trace.of(trace.thing(), now.get(), after, id),
            time.instant());
    AuditTable.undone(h, id, undo.id());
    if (trace.undoes() != null) {
      AuditTable.notUndone(h, trace.undoes());
    }
    return new Undone.Done(undo, entry);
  }

  /** Two who add the same row for the first time: one of them finds it there the second time. */
  private static <T> T again(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnableToExecuteStatementException e) {
      return work.get();
    }
  }

  /** What can perhaps be taken back, the newest first. */
  public List<AuditEntry> undoable(int most) {
    return database.read(h -> AuditTable.undoable(h, most));
  }

  /** The last that this member did and that could be taken back, but for taking something back. */
  public Optional<AuditEntry> last(MemberId who) {
    return database.read(h -> AuditTable.last(h, who));
  }
}
