package io.switchboard.queue.limit.state;

import io.switchboard.queue.limit.ledger.Beside;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Everything that is set for one subject, in one line: {@code 50/day | weight 2.0 | …}. */
record WholeState(Handle h, String subject, Instant now) {
  private static final String PART = " | ";
  private static final String APART = " \\| ";
  private static final String MODELS = "models ";
  private static final String COUNTED = "counted from ";
  private static final String BOOST = "boost ";

  String of(List<Limit> limits, List<String> models, List<Boost> boosts) {
    List<String> parts = new ArrayList<>();
    limits.forEach(limit -> parts.add(limit.toString()));
    if (!models.isEmpty()) {
      parts.add(MODELS + String.join(", ", models));
    }
    Beside beside = Beside.of(h, subject);
    for (BesideText key : BesideText.values()) {
      key.add(beside, parts);
    }
    boosts.stream()
        .filter(boost -> boost.until().isAfter(now))
        .forEach(boost -> parts.add(BOOST + BoostText.of(boost)));
    Instant from = Subjects.countedFrom(h, subject);
    if (!from.equals(Instant.EPOCH)) {
      parts.add(COUNTED + from);
    }
    return parts.isEmpty() ? SetStates.RULES : String.join(PART, parts);
  }

  static String nothing(Instant now) {
    return COUNTED + now.truncatedTo(ChronoUnit.MICROS);
  }

  /** What such a line says. */
  record Read(
      List<Limit> limits,
      List<String> models,
      List<Boost> boosts,
      List<String> parts,
      Instant from) {
    List<Boost> boosts(What what) {
      return boosts.stream().filter(boost -> boost.what() == what).toList();
    }

    /** Puts what is beside limits, and from when it is counted. */
    void rest(Handle h, String subject) {
      String weight = BesideText.WEIGHT.in(parts);
      Double weighs = weight == null ? null : Double.valueOf(weight);
      Beside.put(h, subject, new Beside(weighs, BesideText.HOURS.in(parts)));
      Subjects.forgive(h, subject, from);
    }
  }

  static Read read(String state) {
    List<String> parts =
        state.equals(SetStates.RULES) ? List.of() : List.of(state.split(APART, -1));
    List<Limit> limits = new ArrayList<>();
    List<String> models = new ArrayList<>();
    List<Boost> boosts = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    Instant from = Instant.EPOCH;
    for (String part : parts) {
      if (part.startsWith(COUNTED)) {
        from = Instant.parse(part.substring(COUNTED.length()));
      } else if (part.startsWith(BOOST)) {
        boosts.add(BoostText.parse(part.substring(BOOST.length())));
      } else if (part.startsWith(MODELS)) {
        models.addAll(List.of(part.substring(MODELS.length()).split(", ", -1)));
      } else if (part.startsWith("weight ") || part.startsWith("hours ")) {
        rest.add(part);
      } else {
        limits.add(Limit.parse(part));
      }
    }
    return new Read(limits, models, boosts, rest, from);
  }
}
