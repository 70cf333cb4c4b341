package io.switchboard.act;

import io.switchboard.act.deed.Act;
import io.switchboard.act.deed.Doer;
import io.switchboard.act.deed.LimitAct;
import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.act.deed.Whom;
import io.switchboard.act.thing.SaidThing;
import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.PersonId;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may do and take back what. */
final class MayDo {
  private static final Set<String> OF_PEOPLE =
      Set.of(Things.STANDING, Things.BAN, Things.PAUSE, Things.END, Things.HOURS, Things.ROLE);

  private static final Set<String> OF_MEMBERS =
      Set.of(
          Things.LIMIT,
          Things.LIMITS,
          Things.MODELS,
          Things.BOOST,
          Things.LIMIT_WEIGHT,
          Things.LIMIT_HOURS);

  private final Access access;
  private final Members members;

  MayDo(Access access, Members members) {
    this.access = access;
    this.members = members;
  }

  /** Why not; empty if they may. */
  Optional<Outcome> objection(Doer doer, Act act) {
    Role needed = needed(act);
    Optional<Outcome> tooLow =
        doer.role().atLeast(needed)
            ? Optional.empty()
            : Optional.of(new Outcome.NotAllowed(needed));
    // To whoever stands too high for them it says nothing that they are too low for the act.
    return tooLow.isPresent() && !doer.role().atLeast(Role.MODERATOR)
        ? tooLow
        : against(doer, act).or(() -> tooLow);
  }

  private Optional<Outcome> against(Doer doer, Act act) {
    return switch (act) {
      // Taking back what was said against somebody helps them only as far as others see no reason.
      case MemberAct.Unban ignored -> Optional.empty();
      case MemberAct.Resume ignored -> Optional.empty();
      case MemberAct.Invite ignored -> Optional.empty();
      case MemberAct.Stop(Whom whom, var request) ->
          self(doer, whom.accounts()) ? Optional.empty() : against(doer, whom);
      case MemberAct.EndLink(Whom whom, var share, var reason) ->
          self(doer, whom.accounts()) ? Optional.empty() : against(doer, whom);
      case MemberAct.EndLinks(Whom whom) -> against(doer, whom);
      case MemberAct.Allow(Whom whom) ->
          doer.role() == Role.OWNER ? Optional.empty() : against(doer, whom);
      case MemberAct.Ban(Whom whom) -> against(doer, whom);
      case MemberAct.Pause(Whom whom, var until) -> against(doer, whom);
      case MemberAct.Until(Whom whom, var end) -> against(doer, whom);
      case MemberAct.AtHours(Whom whom, var hours) -> against(doer, whom);
      case MemberAct.MakeRole(Whom whom, var role) -> against(doer, whom);
      case LimitAct ignored -> Optional.empty();
      case SwitchAct ignored -> Optional.empty();
    };
  }

  private static Role needed(Act act) {
    return switch (act) {
      case MemberAct.MakeRole(var whom, Role role) -> toMake(role == Role.ADMIN);
      case MemberAct.EndLink ignored -> Role.ADMIN;
      case MemberAct.EndLinks ignored -> Role.ADMIN;
      case MemberAct ignored -> Role.MODERATOR;
      case LimitAct ignored -> Role.ADMIN;
      case SwitchAct ignored -> Role.ADMIN;
    };
  }

  private static Role toMake(boolean admins) {
    return admins ? Role.OWNER : Role.ADMIN;
  }

  private Optional<Outcome> against(Doer doer, Whom whom) {
    return against(doer, whom.accounts());
  }

  private Optional<Outcome> against(Doer doer, List<PersonId> accounts) {
    Role theirs =
        accounts.stream().map(access::role).max(Comparator.naturalOrder()).orElse(Role.MEMBER);
    return self(doer, accounts) || theirs.atLeast(doer.role())
        ? Optional.of(new Outcome.NotAgainst())
        : Optional.empty();
  }

  private boolean self(Doer doer, List<PersonId> accounts) {
    return members.identities(doer.id()).stream().anyMatch(accounts::contains);
  }

  /** Why they may not take it back; empty if they may. */
  Optional<Outcome> objection(Doer doer, AuditEntry entry) {
    String[] thing = entry.trace().thing().split(" ", 2);
    Role needed = needed(thing[0], entry.trace().before());
    if (!doer.role().atLeast(needed)) {
      return Optional.of(new Outcome.NotAllowed(needed));
    }
    if (OF_MEMBERS.contains(thing[0])
        && members.find(new MemberId(Long.parseLong(thing[1].split(" ", 2)[0]))).isEmpty()) {
      return Optional.of(new Outcome.NotFound());
    }
    return OF_PEOPLE.contains(thing[0]) && doer.role() != Role.OWNER
        ? against(doer, SaidThing.accounts(thing[1]))
        : Optional.empty();
  }

  private static Role needed(String kind, String before) {
    if (kind.equals(Things.ROLE)) {
      return toMake(before.contains("admin"));
    }
    return OF_PEOPLE.contains(kind) || kind.equals(Things.INVITATION) || kind.equals(Things.POST)
        ? Role.MODERATOR
        : Role.ADMIN;
  }
}
