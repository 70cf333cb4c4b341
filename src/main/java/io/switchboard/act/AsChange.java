package io.switchboard.act;

import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.act.deed.Whom;
import io.switchboard.act.thing.AccountThing;
import io.switchboard.act.thing.AnswersThing;
import io.switchboard.act.thing.SaidThing;
import io.switchboard.audit.Change;
import io.switchboard.chat.PlaceId;
import io.switchboard.logs.LogLevel;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Hours;
import io.switchboard.member.access.Said;
import io.switchboard.queue.request.RequestId;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.share.ShareId;
import io.switchboard.share.way.Ways;
import io.switchboard.staff.LogFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What each act but those about limits changes, and how it stands afterwards. */
final class AsChange {
  private AsChange() {}

  /** {@code 2h}, {@code 1h30m}. */
  static String written(Duration length) {
    return length.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  static String target(MemberId member) {
    return "member " + member;
  }

  static Change of(MemberAct act, MemberInvited invited) {
    return switch (act) {
      case MemberAct.Allow(Whom whom) -> said("allow", whom, "", Things.STANDING, Said.LET_IN);
      case MemberAct.Ban(Whom whom) -> said("ban", whom, "", Things.BAN, "banned");
      case MemberAct.Unban(Whom whom) -> said("unban", whom, "", Things.BAN, "not banned");
      case MemberAct.Pause(Whom whom, Instant until) -> {
        String end = until == null ? "" : "until " + until;
        yield said("pause", whom, end, Things.PAUSE, ("paused " + end).strip());
      }
      case MemberAct.Resume(Whom whom) -> said("resume", whom, "", Things.PAUSE, "not paused");
      case MemberAct.Until(Whom whom, Instant end) -> {
        String until = end == null ? "no end" : "until " + end;
        yield said("until", whom, until, Things.END, until);
      }
      case MemberAct.AtHours(Whom whom, Hours hours) -> {
        String written = hours == null ? "always" : hours.written();
        yield said("hours", whom, written, Things.HOURS, written);
      }
      case MemberAct.MakeRole(Whom whom, var role) -> {
        String word = role.name().toLowerCase(Locale.ROOT);
        yield said("role", whom, word, Things.ROLE, word);
      }
      // Changes nothing that stands.
      case MemberAct.Stop(Whom whom, RequestId request) ->
          said("stop", whom, request == null ? "" : "request " + request, "", "");
      case MemberAct.EndLink(Whom whom, ShareId share, String reason) ->
          new Change(
              "share revoke",
              whom.member().map(m -> target(m.id())).orElse(""),
              ("#" + share + " " + reason).strip(),
              "",
              "");
      case MemberAct.EndLinks(Whom whom) ->
          new Change(
              "share revoke", whom.member().map(m -> target(m.id())).orElse(""), "all", "", "");
      case MemberAct.Invite(Duration length, int uses) ->
          new Change(
              "member invite",
              "",
              "for " + written(length) + ", uses " + uses,
              Things.INVITATION + " " + invited.hash(),
              invited.state());
    };
  }

  /**
   * An invitation that is to be made.
   *
   * @param hash of its code
   */
  record MemberInvited(String code, String hash, String state) {
    static final MemberInvited NOT = new MemberInvited("", "", "");
  }

  private static Change said(String verb, Whom whom, String detail, String kind, String state) {
    return new Change(
        "member " + verb,
        whom.member().map(m -> target(m.id())).orElseGet(() -> whom.accounts().toString()),
        detail,
        kind + " " + SaidThing.name(whom.accounts()),
        state);
  }

  static Change of(SwitchAct act) {
    return switch (act) {
      case SwitchAct.UseAccount(String name, boolean on) ->
          new Change(
              on ? "account resume" : "account pause",
              name,
              "",
              Things.ACCOUNT + " " + name,
              on ? AccountThing.ASKED : AccountThing.PAUSED);
      case SwitchAct.WeighAccount(String name, Integer weight) -> {
        String written = weight == null ? AccountThing.AUTO : weight.toString();
        yield new Change("account weight", name, written, Things.WEIGHT + " " + name, written);
      }
      case SwitchAct.ShareConversations(String scope, boolean shared) -> {
        String mode = shared ? "shared" : "own";
        yield new Change("conversation " + mode, scope, "", Things.HOME + " " + scope, mode);
      }
      case SwitchAct.FollowLogs(LogLevel least) -> {
        String level = least == null ? LogFeed.OFF : least.name().toLowerCase(Locale.ROOT);
        yield new Change("logs", "", level, Things.LOGS, level);
      }
      case SwitchAct.EnableCommunity(boolean on) -> {
        String now = on ? "on" : "off";
        yield new Change("community " + now, "", "", Things.COMMUNITY, now);
      }
      case SwitchAct.ApproveFirst(boolean on) -> {
        String now = on ? "on" : "off";
        yield new Change("community approval", "", now, Things.APPROVAL, now);
      }
      case SwitchAct.OpenChannel(String channel, boolean open) ->
          new Change(
              open ? "community add" : "community remove",
              channel,
              "",
              Things.CHANNEL + " " + channel,
              open ? "open" : "closed");
      case SwitchAct.GiveAnswers(String scope, Ways.Given given) -> {
        String state = AnswersThing.state(given);
        yield new Change("answers", scope, state, Things.ANSWERS + " " + scope, state);
      }
      case SwitchAct.LinkPlace(PlaceId place, String others, String group) ->
          new Change(
              group.equals(LinkedPlaces.ALONE) ? "conversation unlink" : "conversation link",
              place.value(),
              others,
              Things.LINKED + " " + place,
              group);
    };
  }
}
