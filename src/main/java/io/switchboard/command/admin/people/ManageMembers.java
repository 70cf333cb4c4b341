package io.switchboard.command.admin.people;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.Whom;
import io.switchboard.chat.PersonId;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Cut;
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
import io.switchboard.queue.request.RequestId;
import io.switchboard.text.Spans;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /member}: who is let in, until when, and who is not. */
public final class ManageMembers {
  private static final Pattern ID = Pattern.compile("[a-z]+:\\S+");
  private static final Pattern REQUEST = Pattern.compile("\\d{1,18}");
  private static final Duration LONGEST_PAUSE = Duration.ofDays(3660);

  private final Members members;
  private final ZoneId zone;
  private final Access access;
  private final Standings standings;
  private final Acts acts;
  private final Ban banning;

  public ManageMembers(Rooms rooms) {
    this.members = rooms.members();
    this.access = rooms.people().access();
    this.standings = rooms.people().standings();
    this.acts = rooms.acts();
    this.banning = new Ban(rooms);
    this.zone = rooms.limits().zone();
  }

  /**
   * Does what the verb says.
   *
   * @param who a handle or a person's id
   * @param more how long or until when, for {@code pause} and {@code until}
   */
  public List<Effect> change(Visit visit, String verb, String who, String more) {
    Words words = visit.words();
    Optional<Whom> meant = somebody(visit, who);
    if (meant.isEmpty()) {
      return List.of(Effect.tell(words.say("member.nobody", Cut.of(who))));
    }
    Named named = new Named(meant.get(), "/member " + verb + " " + who);
    return verb.equals("ban")
        ? banning.ban(visit, meant.get(), named.so(), more.strip().toLowerCase(Locale.ROOT))
        : List.of(Effect.tell(act(visit, named, more.strip())));
  }

  /** The highest that any of the accounts has. */
  private Role role(Whom somebody) {
    return somebody.accounts().stream()
        .map(access::role)
        .max(Comparator.naturalOrder())
        .orElse(Role.MEMBER);
  }

  private Optional<Whom> somebody(Visit visit, String who) {
    Optional<Member> member = members.named(who, visit.origin().sender().id().platform());
    if (member.isPresent()) {
      Member m = member.get();
      return Optional.of(new Whom(m.name(), members.identities(m.id()), member));
    }
    String id = who.toLowerCase(Locale.ROOT);
    return ID.matcher(id).matches() && id.length() <= 200
        ? Optional.of(new Whom(id, List.of(new PersonId(id)), Optional.empty()))
        : Optional.empty();
  }

  /**
   * Somebody.
   *
   * @param so the command up to their name, for examples
   */
  private record Named(Whom whom, String so) {
    /** As whoever asks has named them. */
    String called() {
      return so.split(" ", 3)[2];
    }

    Inline example(String more) {
      return new Inline.Command((so + " " + more).strip());
    }
  }

  private Document act(Visit visit, Named named, String more) {
    Words words = visit.words();
    Whom who = named.whom();
    return switch (named.so().split(" ", 3)[1]) {
      case "allow" ->
          done(visit, who, new MemberAct.Allow(who), words.say("member.allowed", who.name()));
      case "unban" ->
          done(visit, who, new MemberAct.Unban(who), words.say("member.unbanned", who.name()));
      case "resume" ->
          done(visit, who, new MemberAct.Resume(who), words.say("member.resumed", who.name()));
      case "stop" -> stop(visit, named, more);
      case "pause" -> pause(visit, named, more);
      case "until" -> until(visit, named, more);
      case "hours" -> hours(visit, named, more);
      case "role" -> makeRole(visit, named, more);
      default -> show(words, named);
    };
  }

  private Document done(Visit visit, Whom who, MemberAct act, Document said) {
    Outcome outcome = acts.carryOut(visit.doer(), act);
    return act instanceof MemberAct.MakeRole && outcome instanceof Outcome.NotAllowed
        ? visit.words().say("member.role.not-yours")
        : SayOutcome.of(visit.words(), who.name(), outcome, entry -> said);
  }

  /** Ends what they wait for, all of it or one request; they may ask again. */
  private Document stop(Visit visit, Named named, String number) {
    Words words = visit.words();
    Whom who = named.whom();
    if (!number.isEmpty() && !REQUEST.matcher(number).matches()) {
      return words.say("member.wrong.request", Cut.of(number), named.example(""));
    }
    RequestId one = number.isEmpty() ? null : new RequestId(Long.parseLong(number));
    return switch (acts.carryOut(visit.doer(), new MemberAct.Stop(who, one))) {
      case Outcome.Done done -> words.say("member.stopped", who.name(), done.ended());
      case Outcome.NotFound ignored -> words.say("member.stopped.nothing", who.name());
      case Outcome other ->
          SayOutcome.of(words, who.name(), other, done -> words.say("desk.broken"));
    };
  }

  private Document pause(Visit visit, Named named, String more) {
    Words words = visit.words();
    Whom who = named.whom();
    if (more.isEmpty()) {
      Document said = words.say("member.paused", who.name(), named.called());
      return done(visit, who, new MemberAct.Pause(who, null), said);
    }
    Optional<Duration> length =
        Spans.parse(more.replaceFirst("(?i)^for\\s+", ""))
            .filter(span -> span.compareTo(LONGEST_PAUSE) <= 0);
    if (length.isEmpty()) {
      return words.say("member.wrong.length", Cut.of(more), named.example("for 2d"));
    }
    Instant until = visit.origin().at().plus(length.get());
    Document said = words.say("member.paused.until", who.name(), until);
    return done(visit, who, new MemberAct.Pause(who, until), said);
  }

  private Document hours(Visit visit, Named named, String more) {
    Words words = visit.words();
    Whom who = named.whom();
    if (more.equalsIgnoreCase("always")) {
      Document said = words.say("member.hours.always", who.name());
      return done(visit, who, new MemberAct.AtHours(who, null), said);
    }
    Hours hours;
    try {
      hours = Hours.parse(more);
    } catch (IllegalArgumentException e) {
      return words.say(
          "member.wrong.hours",
          Cut.of(more),
          named.example("mon-fri 09:00-17:00, sat 10-14"),
          zone.getId());
    }
    Document said =
        words.say("member.hours", who.name(), words.week(hours.written()), zone.getId());
    return done(visit, who, new MemberAct.AtHours(who, hours), said);
  }

  private Document makeRole(Visit visit, Named named, String more) {
    Words words = visit.words();
    Whom who = named.whom();
    Optional<Role> wanted =
        Stream.of(Role.MEMBER, Role.MODERATOR, Role.ADMIN)
            .filter(role -> role.name().equalsIgnoreCase(more))
            .findFirst();
    if (wanted.isEmpty()) {
      return words.say("member.wrong.role", Cut.of(more), named.example("moderator"));
    }
    String word = wanted.get().name().toLowerCase(Locale.ROOT);
    Document said = words.say("member.role." + word, who.name());
    return done(visit, who, new MemberAct.MakeRole(who, wanted.get()), said);
  }

  /** A day counts to its end, by the server's clock. */
  private Document until(Visit visit, Named named, String more) {
    Words words = visit.words();
    Whom who = named.whom();
    if (more.equalsIgnoreCase("never")) {
      Document said = words.say("member.until.never", who.name());
      return done(visit, who, new MemberAct.Until(who, null), said);
    }
    Instant end;
    try {
      end = LocalDate.parse(more).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      LocalDate next = LocalDate.ofInstant(visit.origin().at(), zone).plusDays(30);
      return words.say("member.wrong.date", Cut.of(more), named.example(next.toString()));
    }
    if (!end.isAfter(visit.origin().at())) {
      return words.say("member.until.past", more, named.called());
    }
    Document said = words.say("member.until", who.name(), end);
    return done(visit, who, new MemberAct.Until(who, end), said);
  }

  private Document show(Words words, Named named) {
    Whom who = named.whom();
    PersonId first = who.accounts().getFirst();
    Instant ends = standings.endsAt(first);
    String accounts =
        who.accounts().stream().map(PersonId::value).collect(Collectors.joining(", "));
    Document all =
        Words.all(
            words.say("member.show", who.name(), new Inline.Code(accounts)),
            stands(words, named, standings.of(first)));
    Hours hours = standings.hours(first);
    if (hours != null) {
      all =
          all.and(words.say("member.hours", who.name(), words.week(hours.written()), zone.getId()));
    }
    Role role = role(who);
    if (role != Role.MEMBER) {
      all = all.and(words.say("member.role." + role.name().toLowerCase(Locale.ROOT), who.name()));
    }
    return ends == null || standings.of(first) instanceof Standing.Ended
        ? all
        : all.and(words.say("member.until", who.name(), ends));
  }

  private static Document stands(Words words, Named named, Standing standing) {
    return switch (standing) {
      case Standing.Unknown unknown -> words.say("member.stands.configured");
      case Standing.Allowed allowed -> words.say("member.stands.allowed");
      case Standing.Banned banned -> words.say("member.stands.banned");
      case Standing.Ended(Instant at) -> words.say("member.stands.ended", at);
      case Standing.OutOfHours(Instant opensAt) -> words.say("member.stands.hours", opensAt);
      case Standing.Paused paused -> {
        Instant until = paused.until();
        yield until == null
            ? words.say("member.stands.paused", named.called())
            : words.say("member.stands.paused.until", until);
      }
    };
  }
}
