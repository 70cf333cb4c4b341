package io.switchboard.act;

import io.switchboard.account.choice.Accounts;
import io.switchboard.act.AsChange.MemberInvited;
import io.switchboard.act.deed.Act;
import io.switchboard.act.deed.Doer;
import io.switchboard.act.deed.LimitAct;
import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.act.deed.Whom;
import io.switchboard.act.thing.InvitationThing;
import io.switchboard.act.thing.PostThing;
import io.switchboard.act.thing.SaidThing;
import io.switchboard.audit.Audit;
import io.switchboard.audit.AuditEntry;
import io.switchboard.audit.Change;
import io.switchboard.audit.Changes;
import io.switchboard.audit.Undone;
import io.switchboard.chat.PersonId;
import io.switchboard.community.Community;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.db.Database;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Invitations;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standings;
import io.switchboard.member.session.Sessions;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.request.RequestId;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Carries out what admins decide, records it, and takes it back. */
public final class Acts {
  /** So many of the newest are looked at for what somebody could take back. */
  private static final int LOOKED_AT = 200;

  /** What changes how many of a member's questions may run, or their weight. */
  private static final Set<String> SHARES =
      Set.of(Things.LIMIT, Things.LIMITS, Things.LIMIT_WEIGHT);

  private static final Set<String> OUT_BY = Set.of(Things.BAN, Things.PAUSE, Things.STANDING);

  private final InstantSource time;
  private final Audit audit;
  private final Rooms rooms;
  private final Changes changes;
  private final MayDo may;
  private final LimitChange ofLimits;
  private final TakeOut takingOut;
  private final EndTheirLinks ending;

  /** What is changed. */
  public record Rooms(
      People people,
      Limits limits,
      RequestQueue queue,
      Accounts accounts,
      Sharing sharing,
      Placed placed) {}

  /** What is there for all in a place. */
  public record Placed(LinkedPlaces linked, Community community) {}

  /** Who is changed, and by whose word. */
  public record People(
      Members members,
      Access access,
      Standings standings,
      Invitations invitations,
      Sessions sessions) {}

  public Acts(Database database, InstantSource time, Audit audit, Rooms rooms) {
    this.time = time;
    this.audit = audit;
    this.rooms = rooms;
    this.changes = new Changes(database, time, Things.of(rooms, time));
    this.may = new MayDo(rooms.people().access(), rooms.people().members());
    this.ofLimits = new LimitChange(rooms.limits());
    this.ending = new EndTheirLinks(rooms.sharing(), audit);
    this.takingOut = new TakeOut(rooms.queue(), rooms.people().standings());
  }

  /** Who says it in chats when somebody's questions are taken out. At wiring. */
  public void sayBy(TakenOut port) {
    takingOut.sayBy(port);
  }

  /** Does it, if this doer may. */
  public Outcome carryOut(Doer doer, Act act) {
    MemberInvited invited =
        act instanceof MemberAct.Invite(var length, int uses)
            ? invitation(doer, uses, time.instant().plus(length))
            : MemberInvited.NOT;
    Change change =
        switch (act) {
          case LimitAct limit -> ofLimits.of(limit);
          case MemberAct member -> AsChange.of(member, invited);
          case SwitchAct now -> AsChange.of(now);
        };
    Optional<Outcome> objection = may.objection(doer, act);
    if (objection.isPresent()) {
      audit.refused(doer.id(), change.what());
      return objection.get();
    }
    if (act instanceof MemberAct.Stop(Whom whom, RequestId request)) {
      int ended = takingOut.end(whom, request, false);
      return ended == 0
          ? new Outcome.NotFound()
          : new Outcome.Done(recorded(doer, change), "", ended);
    }
    if (act instanceof MemberAct.EndLink(Whom whom, ShareId share, var reason)) {
      return ending.one(doer, whom, share, change);
    }
    if (act instanceof MemberAct.EndLinks(Whom whom)) {
      return ending.all(doer, whom, change);
    }
    return changes
        .make(doer.id(), change)
        .<Outcome>map(entry -> new Outcome.Done(entry, invited.code(), after(entry)))
        .orElseGet(Outcome.NotFound::new);
  }

  private AuditEntry recorded(Doer doer, Change change) {
    return audit.record(doer.id(), change.what(), change.target(), change.detail());
  }

  private static MemberInvited invitation(Doer doer, int uses, Instant until) {
    String code = Invitations.fresh();
    return new MemberInvited(
        code, Invitations.hash(code), InvitationThing.state(uses, until, doer.id()));
  }

  /**
   * Whoever is kept out by it waits for nothing any more, and whoever may do less is signed out.
   *
   * @return how many questions were ended
   */
  private int after(AuditEntry entry) {
    String[] thing = entry.trace().thing().split(" ", 2);
    if (SHARES.contains(thing[0])) {
      rooms.queue().allowAnew(new MemberId(Long.parseLong(thing[1].split(" ", 2)[0])));
      return 0;
    }
    if (thing[0].equals(Things.COMMUNITY) || thing[0].equals(Things.CHANNEL)) {
      rooms.placed().community().switched();
    }
    if (thing[0].equals(Things.POST)) {
      rooms.placed().community().decidedAnew(new ShareId(Long.parseLong(thing[1])));
    }
    if (!OUT_BY.contains(thing[0]) && !thing[0].equals(Things.ROLE)) {
      return 0;
    }
    List<PersonId> accounts = SaidThing.accounts(thing[1]);
    Optional<Member> member =
        accounts.stream()
            .flatMap(a -> rooms.people().members().named(a.value(), a.platform()).stream())
            .findFirst();
    if (thing[0].equals(Things.ROLE)) {
      if (!role(entry.trace().after()).atLeast(role(entry.trace().before()))) {
        member.ifPresent(m -> rooms.people().sessions().endAll(m.id()));
      }
      return 0;
    }
    return takingOut.ifOut(new Whom("", accounts, member));
  }

  private static Role role(String state) {
    return Arrays.stream(Role.values())
        .filter(role -> state.contains(role.name().toLowerCase(Locale.ROOT)))
        .max(Comparator.naturalOrder())
        .orElse(Role.MEMBER);
  }

  /**
   * Writes down what the staff decided about a post, so that it can be taken back. What it did was
   * done by {@link Community}, which knows of races among those who decide.
   *
   * @param what in a word or two that stay the same: {@code community approve}
   */
  public void decided(Doer doer, ShareId share, String what, String reason, Judged states) {
    changes.note(
        doer.id(),
        new Change(
            what,
            share.toString(),
            reason,
            Things.POST + " " + share,
            PostThing.state(states.after())),
        PostThing.state(states.before()));
  }

  /** How a post stood, and how it stands. */
  public record Judged(ItemRow.State before, ItemRow.State after) {}

  /** Takes an act back, whoever did it, if this doer may; also an act that took one back. */
  public Outcome undo(Doer doer, long entry) {
    Optional<AuditEntry> found = audit.find(entry).filter(e -> !e.trace().refused());
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (!found.get().trace().thing().isEmpty()) {
      Optional<Outcome> objection = may.objection(doer, found.get());
      if (objection.isPresent()) {
        audit.refused(doer.id(), "undo " + found.get().what());
        return objection.get();
      }
    }
    return switch (changes.undo(doer.id(), entry)) {
      case Undone.Done(AuditEntry undo, var what) -> new Outcome.Done(undo, "", after(undo));
      case Undone.NotFound ignored -> new Outcome.NotFound();
      case Undone why -> new Outcome.NotUndone(why);
    };
  }

  /** The last act of this doer that can perhaps be taken back. */
  public Optional<AuditEntry> last(Doer doer) {
    return changes.last(doer.id());
  }

  /** Acts of anybody that this doer may perhaps take back, the newest first. */
  public List<AuditEntry> undoable(Doer doer, int most) {
    return changes.undoable(LOOKED_AT).stream()
        .filter(entry -> may.objection(doer, entry).isEmpty())
        .limit(most)
        .toList();
  }
}
