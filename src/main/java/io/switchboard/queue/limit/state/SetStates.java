package io.switchboard.queue.limit.state;

import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.ledger.SetByAdmins;
import io.switchboard.queue.limit.ledger.Subjects;
import io.switchboard.queue.limit.rule.Boost;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What admins set for members, as text that people can read and that can be put back. Whoever reads
 * keeps all others from changing it, and from being let in by it, until the transaction ends.
 */
public final class SetStates {
  /** Nothing is set. */
  public static final String RULES = "by the rules";

  private static final String PART = " | ";
  private static final String APART = " \\| ";
  private static final String MODELS = "models ";
  private static final String COUNTED = "counted from ";
  private static final String BOOST = "boost ";

  private final Subjects subjects;
  private final InstantSource time;

  /** By the same clock as the limits. */
  public SetStates(Subjects subjects, InstantSource time) {
    this.subjects = subjects;
    this.time = time;
  }

  /** To be called before a transaction that reads what is set for the member. */
  public void prepare(MemberId member) {
    subjects.know(Set.of(Subjects.of(member)));
  }

  private SetByAdmins set(Handle h, MemberId member) {
    Subjects.lock(h, Set.of(Subjects.of(member)));
    return SetByAdmins.of(h, member, List.of(), time.instant());
  }

  /** Of one limit: {@code 50/day}. */
  public String limit(Handle h, MemberId member, What what, Window per) {
    return set(h, member).limits().stream()
        .filter(limit -> limit.what() == what && limit.window() == per)
        .findFirst()
        .map(Limit::toString)
        .orElse(RULES);
  }

  /** Makes it so. */
  public void limit(Handle h, MemberId member, What what, Window per, String state) {
    if (state.equals(RULES)) {
      SetByAdmins.noLimit(h, member, what, per);
    } else {
      SetByAdmins.limit(h, member, Limit.parse(state));
    }
  }

  /** Of the models that the member may use: {@code gpt-5, gpt-5-mini}. */
  public String models(Handle h, MemberId member) {
    List<String> models = set(h, member).models();
    return models.isEmpty() ? RULES : String.join(", ", models);
  }

  /** Makes it so. */
  public void models(Handle h, MemberId member, String state) {
    SetByAdmins.models(
        h, member, state.equals(RULES) ? List.of() : Arrays.asList(state.split(", ")));
  }

  /** Of what runs of one boost: {@code 100 from … until …}. */
  public String boost(Handle h, MemberId member, What what) {
    return boosts(set(h, member), boost -> boost.what() == what);
  }

  private String boosts(SetByAdmins set, Predicate<Boost> wanted) {
    Instant now = time.instant();
    return set.boosts().stream()
        .filter(boost -> boost.until().isAfter(now))
        .filter(wanted)
        .map(BoostText::of)
        .collect(
            Collectors.collectingAndThen(Collectors.joining(PART), t -> t.isEmpty() ? RULES : t));
  }

  /** What that is while one runs that begins now. */
  public String boosted(What what, long amount, Duration length) {
    Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
    return BoostText.of(new Boost(what, amount, now, now.plus(length)));
  }

  /** Makes it so; what a boost covered until now stays covered. */
  public void boost(Handle h, MemberId member, What what, String state) {
    List<Boost> wanted =
        state.equals(RULES)
            ? List.of()
            : Arrays.stream(state.split(APART)).map(BoostText::parse).toList();
    SetByAdmins.boosts(h, member, what, wanted, time.instant());
  }

  /** Of everything together. */
  public String all(Handle h, MemberId member) {
    SetByAdmins set = set(h, member);
    List<String> parts = new ArrayList<>();
    set.limits().forEach(limit -> parts.add(limit.toString()));
    if (!set.models().isEmpty()) {
      parts.add(MODELS + String.join(", ", set.models()));
    }
    Instant now = time.instant();
    set.boosts().stream()
        .filter(boost -> boost.until().isAfter(now))
        .forEach(boost -> parts.add(BOOST + BoostText.of(boost)));
    Instant from = Subjects.countedFrom(h, Subjects.of(member));
    if (!from.equals(Instant.EPOCH)) {
      parts.add(COUNTED + from);
    }
    return parts.isEmpty() ? RULES : String.join(PART, parts);
  }

  /** Makes it so; {@link #RULES} counts from the beginning. */
  public void all(Handle h, MemberId member, String state) {
    List<String> parts = state.equals(RULES) ? List.of() : List.of(state.split(APART));
    SetByAdmins.noLimits(h, member);
    SetByAdmins.models(h, member, List.of());
    Instant from = Instant.EPOCH;
    List<Boost> boosts = new ArrayList<>();
    for (String part : parts) {
      if (part.startsWith(COUNTED)) {
        from = Instant.parse(part.substring(COUNTED.length()));
      } else if (part.startsWith(BOOST)) {
        boosts.add(BoostText.parse(part.substring(BOOST.length())));
      } else if (part.startsWith(MODELS)) {
        models(h, member, part.substring(MODELS.length()));
      } else {
        SetByAdmins.limit(h, member, Limit.parse(part));
      }
    }
    for (What what : What.values()) {
      List<Boost> ours = boosts.stream().filter(boost -> boost.what() == what).toList();
      SetByAdmins.boosts(h, member, what, ours, time.instant());
    }
    Subjects.forgive(h, Subjects.of(member), from);
  }

  /** What {@link #all} is after a reset: nothing set, counted from now. */
  public String nothing() {
    return COUNTED + time.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
