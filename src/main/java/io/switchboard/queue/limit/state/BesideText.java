package io.switchboard.queue.limit.state;

import io.switchboard.queue.limit.ledger.Beside;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is said beside limits, as text: {@code weight 2.0}, {@code hours mon-fri 09:00-17:00}. */
public enum BesideText {
  /** The share of the account. */
  WEIGHT,
  /** When questions may be asked. */
  HOURS;

  private String word() {
    return this == WEIGHT ? "weight " : "hours ";
  }

  private @Nullable String of(Beside beside) {
    Double weight = beside.weight();
    return this == HOURS ? beside.hours() : weight == null ? null : weight.toString();
  }

  String read(Handle h, String subject) {
    String said = of(Beside.of(h, subject));
    return said == null ? SetStates.RULES : said;
  }

  void write(Handle h, String subject, String state) {
    put(h, subject, state.equals(SetStates.RULES) ? null : state);
  }

  private void put(Handle h, String subject, @Nullable String value) {
    Beside before = Beside.of(h, subject);
    Beside after =
        this == HOURS
            ? new Beside(before.weight(), value)
            : new Beside(value == null ? null : Double.valueOf(value), before.hours());
    Beside.put(h, subject, after);
  }

  /** Adds what is said to the parts of a state. */
  void add(Beside beside, List<String> parts) {
    String said = of(beside);
    if (said != null) {
      parts.add(word() + said);
    }
  }

  /** What that part of a state says; null if it says nothing of this. */
  @Nullable String in(List<String> parts) {
    return parts.stream()
        .filter(part -> part.startsWith(word()))
        .map(part -> part.substring(word().length()))
        .findFirst()
        .orElse(null);
  }
}
