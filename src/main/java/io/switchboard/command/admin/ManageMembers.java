package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.chat.PersonId;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Hours;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standing;
import io.switchboard.member.access.Standings;
import io.switchboard.member.session.Sessions;
import io.switchboard.text.Spans;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /member}: who is let in, until when, and who is not. */
public final class ManageMembers {
  private static final Pattern ID = Pattern.compile("[a-z]+:\\S+");
  private static final Set<String> AGAINST = Set.of("pause", "ban", "until", "hours", "role");
  private static final Set<String> OUT_NOW = Set.of("pause", "ban");
  private static final Duration LONGEST_PAUSE = Duration.ofDays(3660);

  private final Members members;
  private final ZoneId zone;
  private final Access access;
  private final Standings standings;
  private final Audit audit;
  private final TakeOut takingOut;
  private final Sessions sessions;

  public ManageMembers(Rooms rooms) {
    this.members = rooms.members();
    this.access = rooms.people().access();
    this.standings = rooms.people().standings();
    this.audit = rooms.audit();
    this.takingOut = new TakeOut(rooms.queue(), rooms.audit());
    this.zone = rooms.limits().zone();
    this.sessions = rooms.outside().browsers().sessions();
  }

  /** Somebody, whether they ever wrote or not. */
  private record Somebody(String name, List<PersonId> accounts, Optional<Member> member) {}

  /**
   * Does what the verb says.
   *
   * @param who a handle or a person's id
   * @param more how long or until when, for {@code pause} and {@code until}
   */
  public List<Effect> change(Visit visit, String verb, String who, String more) {
    Words words = visit.words();
    Optional<Somebody> meant = somebody(visit, who);
    if (meant.isEmpty()) {
      return List.of(Effect.tell(words.say("member.nobody", who)));
    }
    Somebody somebody = meant.get();
    boolean self = somebody.member().filter(m -> m.id().equals(visit.id())).isPresent();
    Role theirs = role(somebody);
    if ((AGAINST.contains(verb) || lifts(visit, verb)) && (self || theirs.atLeast(visit.role()))) {
      return List.of(Effect.tell(words.say("member.admin", somebody.name())));
    }
    if (verb.equals("stop")) {
      return !self && theirs.atLeast(visit.role())
          ? List.of(Effect.tell(words.say("member.admin", somebody.name())))
          : takingOut.stop(visit, somebody.name(), somebody.member(), more.strip());
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(Effect.tell(act(visit, verb, somebody, more.strip())));
    if (OUT_NOW.contains(verb) && isOut(somebody)) {
      somebody.member().ifPresent(member -> effects.addAll(takingOut.all(visit, member)));
    }
    return effects;
  }

  /**
   * Letting somebody in takes back what somebody higher may have said about their hours, too; that
   * is for nobody to do for themselves or for those beside them.
   */
  private static boolean lifts(Visit visit, String verb) {
    return verb.equals("allow") && visit.role() != Role.OWNER;
  }

  /** Not so where the command said nothing that could be done. */
  private boolean isOut(Somebody somebody) {
    return switch (standings.of(somebody.accounts().getFirst())) {
      case Standing.Banned banned -> true;
      case Standing.Paused paused -> true;
      default -> false;
    };
  }

  /** The highest that any of the accounts has. */
  private Role role(Somebody somebody) {
    return somebody.accounts().stream()
        .map(access::role)
        .max(Comparator.naturalOrder())
        .orElse(Role.MEMBER);
  }

  private Optional<Somebody> somebody(Visit visit, String who) {
    Optional<Member> member = members.named(who, visit.origin().sender().id().platform());
    if (member.isPresent()) {
      Member m = member.get();
      return Optional.of(new Somebody(m.name(), members.identities(m.id()), member));
    }
    String id = who.toLowerCase(Locale.ROOT);
    return ID.matcher(id).matches() && id.length() <= 200
        ? Optional.of(new Somebody(id, List.of(new PersonId(id)), Optional.empty()))
        : Optional.empty();
  }

  private Document act(Visit visit, String verb, Somebody who, String more) {
    Words words = visit.words();
    return switch (verb) {
      case "allow" -> {
        standings.allow(who.accounts());
        yield done(visit, verb, who, "", words.say("member.allowed", who.name()));
      }
      case "ban" -> {
        standings.ban(who.accounts());
        yield done(visit, verb, who, "", words.say("member.banned", who.name()));
      }
      case "unban" -> {
        standings.unban(who.accounts());
        yield done(visit, verb, who, "", words.say("member.unbanned", who.name()));
      }
      case "resume" -> {
        standings.resume(who.accounts());
        yield done(visit, verb, who, "", words.say("member.resumed", who.name()));
      }
      case "pause" -> pause(visit, who, more);
      case "until" -> until(visit, who, more);
      case "hours" -> hours(visit, who, more);
      case "role" -> makeRole(visit, who, more);
      case "show" -> show(words, who);
      default -> words.say("meant.member");
    };
  }

  private Document done(Visit visit, String verb, Somebody who, String detail, Document said) {
    String target =
        who.member().map(m -> "member " + m.id()).orElseGet(() -> who.accounts().toString());
    audit.record(visit.id(), "member " + verb, target, detail);
    return said;
  }

  private Document pause(Visit visit, Somebody who, String more) {
    Words words = visit.words();
    if (more.isEmpty()) {
      standings.pause(who.accounts(), null);
      return done(visit, "pause", who, "", words.say("member.paused", who.name()));
    }
    Optional<Duration> length =
        Spans.parse(more.replaceFirst("(?i)^for\\s+", ""))
            .filter(span -> span.compareTo(LONGEST_PAUSE) <= 0);
    if (length.isEmpty()) {
      return words.say("meant.member");
    }
    Instant until = visit.origin().at().plus(length.get());
    standings.pause(who.accounts(), until);
    return done(
        visit, "pause", who, "until " + until, words.say("member.paused.until", who.name(), until));
  }

  private Document hours(Visit visit, Somebody who, String more) {
    Words words = visit.words();
    if (more.equalsIgnoreCase("always")) {
      standings.hours(who.accounts(), null);
      return done(visit, "hours", who, "always", words.say("member.hours.always", who.name()));
    }
    Hours hours;
    try {
      hours = Hours.parse(more);
    } catch (IllegalArgumentException e) {
      return words.say("member.hours.how", zone.getId());
    }
    standings.hours(who.accounts(), hours);
    Inline written = new Inline.Code(hours.written());
    return done(
        visit,
        "hours",
        who,
        hours.written(),
        words.say("member.hours", who.name(), written, zone.getId()));
  }

  /** Admins make moderators; only owners make admins. */
  private Document makeRole(Visit visit, Somebody who, String more) {
    Words words = visit.words();
    Optional<Role> wanted =
        Stream.of(Role.MEMBER, Role.MODERATOR, Role.ADMIN)
            .filter(role -> role.name().equalsIgnoreCase(more))
            .findFirst();
    if (wanted.isEmpty()) {
      return words.say("member.role.how");
    }
    Role needed = wanted.get() == Role.ADMIN ? Role.OWNER : Role.ADMIN;
    if (!visit.role().atLeast(needed)) {
      return words.say("member.role.not-yours");
    }
    boolean less = !wanted.get().atLeast(role(who));
    standings.role(who.accounts(), wanted.get());
    if (less) {
      who.member().ifPresent(member -> sessions.endAll(member.id()));
    }
    String word = wanted.get().name().toLowerCase(Locale.ROOT);
    return done(visit, "role", who, word, words.say("member.role." + word, who.name()));
  }

  /** A day counts to its end, by the server's clock. */
  private Document until(Visit visit, Somebody who, String more) {
    Words words = visit.words();
    if (more.equalsIgnoreCase("never")) {
      standings.until(who.accounts(), null);
      return done(visit, "until", who, "never", words.say("member.until.never", who.name()));
    }
    Instant end;
    try {
      end = LocalDate.parse(more).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return words.say("meant.member");
    }
    if (!end.isAfter(visit.origin().at())) {
      return words.say("member.until.past", more);
    }
    standings.until(who.accounts(), end);
    return done(visit, "until", who, more, words.say("member.until", who.name(), end));
  }

  private Document show(Words words, Somebody who) {
    PersonId first = who.accounts().getFirst();
    Instant ends = standings.endsAt(first);
    String accounts =
        who.accounts().stream().map(PersonId::value).collect(Collectors.joining(", "));
    Document all =
        Words.all(
            words.say("member.show", who.name(), new Inline.Code(accounts)),
            stands(words, standings.of(first)));
    Hours hours = standings.hours(first);
    if (hours != null) {
      all =
          all.and(
              words.say(
                  "member.hours", who.name(), new Inline.Code(hours.written()), zone.getId()));
    }
    Role role = role(who);
    if (role != Role.MEMBER) {
      all = all.and(words.say("member.role." + role.name().toLowerCase(Locale.ROOT), who.name()));
    }
    return ends == null || standings.of(first) instanceof Standing.Ended
        ? all
        : all.and(words.say("member.until", who.name(), ends));
  }

  private static Document stands(Words words, Standing standing) {
    return switch (standing) {
      case Standing.Unknown unknown -> words.say("member.stands.configured");
      case Standing.Allowed allowed -> words.say("member.stands.allowed");
      case Standing.Banned banned -> words.say("member.stands.banned");
      case Standing.Ended(Instant at) -> words.say("member.stands.ended", at);
      case Standing.OutOfHours(Instant opensAt) -> words.say("member.stands.hours", opensAt);
      case Standing.Paused paused -> {
        Instant until = paused.until();
        yield until == null
            ? words.say("member.stands.paused")
            : words.say("member.stands.paused.until", until);
      }
    };
  }
}
