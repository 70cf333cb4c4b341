package io.switchboard.command.admin.done;

import io.switchboard.audit.AuditEntry;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.relay.LinkedPlace;
import io.switchboard.relay.LinkedPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** When a link of places is taken back, or comes back, each of them but the present one is told. */
final class TellPlaces {
  private static final String LINK = "linked ";

  private TellPlaces() {}

  /** What an act changed, said where it matters. */
  static List<Effect> of(Visit visit, AuditEntry act) {
    if (!act.trace().thing().startsWith(LINK)) {
      return List.of();
    }
    List<LinkedPlace> before = LinkedPlaces.places(act.trace().before());
    List<LinkedPlace> after = LinkedPlaces.places(act.trace().after());
    boolean apart = before.size() > after.size();
    List<LinkedPlace> all = apart ? before : after;
    List<Effect> told = new ArrayList<>();
    for (LinkedPlace place : all) {
      List<LinkedPlace> others =
          all.stream().filter(o -> !o.place().equals(place.place())).toList();
      if (!place.place().equals(visit.placeId()) && !others.isEmpty()) {
        Words words = new Words(visit.words().texts(), place.language());
        String called = others.stream().map(LinkedPlace::called).collect(Collectors.joining(", "));
        told.add(
            new Effect.In(
                place.place(),
                List.of(
                    Effect.announce(words.say(apart ? "relay.left" : "relay.linked", called)))));
      }
    }
    return told;
  }
}
