package io.switchboard.queue.limit.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What admins set beside limits, by subject: {@code member:5}, or the scope of a place, a role or
 * everybody.
 *
 * @param weight the share of the account; null if nothing is set
 * @param hours when questions may be asked, or {@code always}; null if nothing is set
 */
public record Beside(@Nullable Double weight, @Nullable String hours) {
  /** Nothing is set. */
  public static final Beside NOTHING = new Beside(null, null);

  /** For those of which anything is set. */
  public static Map<String, Beside> of(Handle h, Collection<String> subjects) {
    Map<String, Beside> all = new HashMap<>();
    if (!subjects.isEmpty()) {
      h.createQuery("select subject, weight, hours from limit_beside where subject in (<subjects>)")
          .bindList("subjects", List.copyOf(subjects))
          .map(
              (row, context) -> {
                double weight = row.getDouble("weight");
                Beside beside = new Beside(row.wasNull() ? null : weight, row.getString("hours"));
                return all.put(row.getString("subject"), beside);
              })
          .list();
    }
    return all;
  }

  /** For one. */
  public static Beside of(Handle h, String subject) {
    return of(h, List.of(subject)).getOrDefault(subject, NOTHING);
  }

  /** Makes it so. */
  public static void put(Handle h, String subject, Beside beside) {
    h.createUpdate("delete from limit_beside where subject = :subject")
        .bind("subject", subject)
        .execute();
    if (!beside.equals(NOTHING)) {
      h.createUpdate(
              "insert into limit_beside (subject, weight, hours) values (:subject, :weight,"
                  + " :hours)")
          .bind("subject", subject)
          .bind("weight", beside.weight())
          .bind("hours", beside.hours())
          .execute();
    }
  }

  /** Of two weights the lower one stays; the hours of the one that goes on, if it has any. */
  static void merge(Handle h, String from, String to) {
    Beside theirs = of(h, from);
    Beside ours = of(h, to);
    Double a = ours.weight();
    Double b = theirs.weight();
    Double weight = a == null ? b : b == null ? a : Double.valueOf(Math.min(a, b));
    put(h, to, new Beside(weight, ours.hours() == null ? theirs.hours() : ours.hours()));
    put(h, from, NOTHING);
  }
}
