package io.switchboard.act;

import static java.util.Map.entry;

import io.switchboard.act.thing.AccountThing;
import io.switchboard.act.thing.AnswersThing;
import io.switchboard.act.thing.InvitationThing;
import io.switchboard.act.thing.LinkedThing;
import io.switchboard.act.thing.LogThing;
import io.switchboard.act.thing.PostThing;
import io.switchboard.act.thing.SaidThing;
import io.switchboard.act.thing.SetThing;
import io.switchboard.act.thing.SwitchThing;
import io.switchboard.audit.Thing;
import io.switchboard.community.channel.Switches;
import io.switchboard.conversation.home.Homes;
import io.switchboard.member.access.Said;
import io.switchboard.queue.limit.state.BesideText;
import io.switchboard.queue.limit.state.ScopeStates;
import io.switchboard.queue.limit.state.SetStates;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** All kinds of things, by the word that begins their names in the record: never change one. */
final class Things {
  static final String LIMIT = "limit";
  static final String LIMITS = "limits";
  static final String MODELS = "models";
  static final String BOOST = "boost";
  static final String PAYS = "pays";
  static final String PLACE_LIMIT = "place-limit";
  static final String PLACE_LIMITS = "place-limits";
  static final String PLACE_MODELS = "place-models";
  static final String PLACE_BOOST = "place-boost";
  static final String LIMIT_WEIGHT = "limit-weight";
  static final String LIMIT_HOURS = "limit-hours";
  static final String PLACE_WEIGHT = "place-weight";
  static final String PLACE_HOURS = "place-hours";
  static final String BAN = "ban";
  static final String PAUSE = "pause";
  static final String END = "end";
  static final String HOURS = "hours";
  static final String ROLE = "role";
  static final String STANDING = "standing";
  static final String INVITATION = "invitation";
  static final String ACCOUNT = "account";
  static final String WEIGHT = "weight";
  static final String HOME = "home";
  static final String LOGS = "logs";
  static final String COMMUNITY = "community";
  static final String APPROVAL = "approval";
  static final String CHANNEL = "channel";
  static final String POST = "post";
  static final String ANSWERS = "answers";
  static final String LINKED = "linked";

  private Things() {}

  static Map<String, Thing> of(Acts.Rooms rooms, InstantSource time) {
    SetStates limits = rooms.limits().states();
    ScopeStates places = rooms.limits().scopeStates();
    return Map.ofEntries(
        entry(
            LIMIT,
            ofMember(
                limits,
                (h, n) -> limits.limit(h, n.member(), n.what(), n.window()),
                (h, n, to) -> limits.limit(h, n.member(), n.what(), n.window(), to))),
        entry(
            LIMITS,
            ofMember(
                limits,
                (h, n) -> limits.all(h, n.member()),
                (h, n, to) -> limits.all(h, n.member(), to))),
        entry(
            MODELS,
            ofMember(
                limits,
                (h, n) -> limits.models(h, n.member()),
                (h, n, to) -> limits.models(h, n.member(), to))),
        entry(
            BOOST,
            ofMember(
                limits,
                (h, n) -> limits.boost(h, n.member(), n.what()),
                (h, n, to) -> limits.boost(h, n.member(), n.what(), to))),
        entry(
            PAYS,
            ofPlace(
                places,
                (h, n) -> places.pays(h, n.scope()),
                (h, n, to) -> places.pays(h, n.scope(), to))),
        entry(
            PLACE_LIMIT,
            ofPlace(
                places,
                (h, n) -> places.limit(h, n.scope(), n.what(), n.window()),
                (h, n, to) -> places.limit(h, n.scope(), n.what(), n.window(), to))),
        entry(
            PLACE_LIMITS,
            ofPlace(
                places,
                (h, n) -> places.all(h, n.scope()),
                (h, n, to) -> places.all(h, n.scope(), to))),
        entry(
            PLACE_MODELS,
            ofPlace(
                places,
                (h, n) -> places.models(h, n.scope()),
                (h, n, to) -> places.models(h, n.scope(), to))),
        entry(
            PLACE_BOOST,
            ofPlace(
                places,
                (h, n) -> places.boost(h, n.scope(), n.what()),
                (h, n, to) -> places.boost(h, n.scope(), n.what(), to))),
        entry(LIMIT_WEIGHT, besideOfMember(limits, BesideText.WEIGHT)),
        entry(LIMIT_HOURS, besideOfMember(limits, BesideText.HOURS)),
        entry(PLACE_WEIGHT, besideOfPlace(places, BesideText.WEIGHT)),
        entry(PLACE_HOURS, besideOfPlace(places, BesideText.HOURS)),
        entry(BAN, new SaidThing(rooms.people().standings(), Said.BAN)),
        entry(PAUSE, new SaidThing(rooms.people().standings(), Said.PAUSE)),
        entry(END, new SaidThing(rooms.people().standings(), Said.END)),
        entry(HOURS, new SaidThing(rooms.people().standings(), Said.HOURS)),
        entry(ROLE, new SaidThing(rooms.people().standings(), Said.ROLE)),
        entry(STANDING, new SaidThing(rooms.people().standings(), Said.STANDING)),
        entry(INVITATION, new InvitationThing(rooms.people().invitations())),
        entry(ACCOUNT, new AccountThing(rooms.accounts(), false)),
        entry(WEIGHT, new AccountThing(rooms.accounts(), true)),
        entry(LOGS, new LogThing()),
        entry(HOME, new SwitchThing("shared", "own", Homes::said, Homes::say)),
        entry(ANSWERS, new AnswersThing()),
        entry(LINKED, new LinkedThing(rooms.placed().linked())),
        entry(POST, new PostThing(time)),
        entry(
            APPROVAL,
            new SwitchThing(
                "on",
                "off",
                (h, name) -> Switches.approvalSaid(h),
                (h, name, on) -> Switches.sayApproval(h, on))),
        entry(
            CHANNEL,
            new SwitchThing("open", "closed", Switches::channelSaid, Switches::sayChannel)),
        entry(
            COMMUNITY,
            new SwitchThing(
                "on",
                "off",
                (h, name) -> Switches.onSaid(h),
                (h, name, on) -> Switches.sayOn(h, on))));
  }

  private static Thing ofMember(
      SetStates states, BiFunction<Handle, SetThing.Name, String> read, SetThing.Put put) {
    return new SetThing(name -> states.prepare(name.member()), read, put);
  }

  private static Thing besideOfMember(SetStates states, BesideText key) {
    return ofMember(
        states,
        (h, n) -> states.beside(h, n.member(), key),
        (h, n, to) -> states.beside(h, n.member(), key, to));
  }

  private static Thing besideOfPlace(ScopeStates states, BesideText key) {
    return ofPlace(
        states,
        (h, n) -> states.beside(h, n.scope(), key),
        (h, n, to) -> states.beside(h, n.scope(), key, to));
  }

  private static Thing ofPlace(
      ScopeStates states, BiFunction<Handle, SetThing.Name, String> read, SetThing.Put put) {
    return new SetThing(name -> states.prepare(name.scope()), read, put);
  }
}
