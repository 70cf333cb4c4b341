package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.chat.PersonId;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Standing;
import io.switchboard.member.access.Standings;
import io.switchboard.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code /member}: who is let in, until when, and who is not. */
public final class ManageMembers {
  private static final Pattern ID = Pattern.compile("[a-z]+:\\S+");
  private static final Set<String> AGAINST = Set.of("pause", "ban", "until");
  private static final Duration LONGEST_PAUSE = Duration.ofDays(3660);

  private final Members members;
  private final Access access;
  private final Standings standings;
  private final Audit audit;

  public ManageMembers(Members members, Access access, Standings standings, Audit audit) {
    this.members = members;
    this.access = access;
    this.standings = standings;
    this.audit = audit;
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
    if (AGAINST.contains(verb)
        && (self || somebody.accounts().stream().anyMatch(access::isAdmin))) {
      return List.of(Effect.tell(words.say("member.admin", somebody.name())));
    }
    return List.of(Effect.tell(act(visit, verb, somebody, more.strip())));
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

  /** A day counts to its end, in universal time, as nobody's own zone is known. */
  private Document until(Visit visit, Somebody who, String more) {
    Words words = visit.words();
    if (more.equalsIgnoreCase("never")) {
      standings.until(who.accounts(), null);
      return done(visit, "until", who, "never", words.say("member.until.never", who.name()));
    }
    Instant end;
    try {
      end = LocalDate.parse(more).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return words.say("meant.member");
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
      case Standing.Paused paused -> {
        Instant until = paused.until();
        yield until == null
            ? words.say("member.stands.paused")
            : words.say("member.stands.paused.until", until);
      }
    };
  }
}
