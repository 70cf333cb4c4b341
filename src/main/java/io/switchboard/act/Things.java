package io.switchboard.act;

import static java.util.Map.entry;

import io.switchboard.act.thing.AccountThing;
import io.switchboard.act.thing.InvitationThing;
import io.switchboard.act.thing.LimitThing;
import io.switchboard.act.thing.LogThing;
import io.switchboard.act.thing.PlaceThing;
import io.switchboard.act.thing.SaidThing;
import io.switchboard.act.thing.SwitchThing;
import io.switchboard.audit.Thing;
import io.switchboard.community.Community;
import io.switchboard.conversation.home.Homes;
import io.switchboard.member.access.Said;
import io.switchboard.queue.limit.PlaceStates;
import io.switchboard.queue.limit.SetStates;
import java.util.Map;

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

  private Things() {}

  static Map<String, Thing> of(Acts.Rooms rooms) {
    SetStates limits = rooms.limits().states();
    PlaceStates places = rooms.limits().placeStates();
    return Map.ofEntries(
        entry(LIMIT, new LimitThing(limits, LimitThing.Facet.ONE)),
        entry(LIMITS, new LimitThing(limits, LimitThing.Facet.ALL)),
        entry(MODELS, new LimitThing(limits, LimitThing.Facet.MODELS)),
        entry(BOOST, new LimitThing(limits, LimitThing.Facet.BOOST)),
        entry(PAYS, new PlaceThing(places, PlaceThing.Facet.PAYS)),
        entry(PLACE_LIMIT, new PlaceThing(places, PlaceThing.Facet.ONE)),
        entry(PLACE_LIMITS, new PlaceThing(places, PlaceThing.Facet.ALL)),
        entry(PLACE_MODELS, new PlaceThing(places, PlaceThing.Facet.MODELS)),
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
        entry(
            COMMUNITY,
            new SwitchThing(
                "on",
                "off",
                (h, name) -> Community.switched(h),
                (h, name, on) -> Community.enable(h, on))));
  }
}
