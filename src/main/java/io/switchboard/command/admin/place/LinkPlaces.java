package io.switchboard.command.admin.place;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.audit.Audit;
import io.switchboard.chat.Place;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.relay.LinkedPlace;
import io.switchboard.relay.LinkedPlaces;
import io.switchboard.relay.LinkedPlaces.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /conversation link|unlink}: places that have one conversation together. */
public final class LinkPlaces {
  private final LinkedPlaces linked;
  private final Audit audit;
  private final Acts acts;

  public LinkPlaces(LinkedPlaces linked, Audit audit, Acts acts) {
    this.linked = linked;
    this.audit = audit;
    this.acts = acts;
  }

  /** Makes a code, or enters one that was made elsewhere. */
  public List<Effect> link(Visit visit, String code) {
    Words words = visit.words();
    if (visit.place().kind() == Place.Kind.PRIVATE) {
      return List.of(Effect.tell(words.say("conversation.mode.private")));
    }
    LinkedPlaces.Wish here = wish(visit);
    if (code.isBlank()) {
      audit.record(visit.id(), "conversation link", visit.placeId().value(), "code");
      return List.of(
          Effect.tell(words.say("relay.code", linked.offer(here), LinkedPlaces.GOOD_FOR)));
    }
    return switch (linked.enter(code, here)) {
      case Outcome.Ready(List<LinkedPlace> others, String group) ->
          regroup(visit, others, group, "relay.linked", () -> linked.used(code));
      case Outcome.Same _ -> List.of(Effect.tell(words.say("relay.same")));
      case Outcome.Elsewhere _ -> List.of(Effect.tell(words.say("relay.elsewhere")));
      case Outcome.Full _ -> List.of(Effect.tell(words.say("relay.full", LinkedPlaces.MOST)));
      case Outcome.Wrong _ -> List.of(Effect.tell(words.say("relay.wrong")));
      case Outcome.TooMany _ -> List.of(Effect.tell(words.say("join.too-many")));
    };
  }

  /** Ends it. */
  public List<Effect> unlink(Visit visit) {
    List<LinkedPlace> others = linked.others(visit.placeId());
    return others.isEmpty()
        ? List.of(Effect.tell(visit.words().say("relay.not-linked")))
        : regroup(visit, others, LinkedPlaces.ALONE, "relay.left", () -> {});
  }

  private List<Effect> regroup(
      Visit visit, List<LinkedPlace> others, String group, String key, Runnable then) {
    var outcome =
        acts.carryOut(visit.doer(), new SwitchAct.LinkPlace(visit.placeId(), ids(others), group));
    if (!(outcome instanceof io.switchboard.act.deed.Outcome.Done)) {
      return List.of(Effect.tell(visit.words().say("relay.wrong")));
    }
    then.run();
    return everywhere(visit, others, key);
  }

  /** Says in each of the places what it has to do with the others. */
  private static List<Effect> everywhere(Visit visit, List<LinkedPlace> others, String key) {
    LinkedPlace here = here(visit);
    List<Effect> effects = new ArrayList<>();
    effects.add(Effect.announce(visit.words().say(key, called(others))));
    for (LinkedPlace other : others) {
      Words words = new Words(visit.words().texts(), other.language());
      List<LinkedPlace> seen = new ArrayList<>(List.of(here));
      if (key.equals("relay.linked")) {
        others.stream().filter(o -> !o.equals(other)).forEach(seen::add);
      }
      Document said = words.say(key, called(seen));
      effects.add(new Effect.In(other.place(), List.of(Effect.announce(said))));
    }
    return effects;
  }

  /** How it stands here, added to what else is told of the place. */
  public Document standing(Visit visit) {
    List<LinkedPlace> others = linked.others(visit.placeId());
    return others.isEmpty()
        ? new Document(List.of())
        : visit.words().say("relay.linked", called(others));
  }

  private static LinkedPlaces.Wish wish(Visit visit) {
    return new LinkedPlaces.Wish(
        visit.origin().sender().id(),
        visit.placeId(),
        visit.place().name(),
        visit.words().locale());
  }

  private static LinkedPlace here(Visit visit) {
    return new LinkedPlace(visit.placeId(), "", visit.place().name(), visit.words().locale(), 0);
  }

  /** What they are called, one after the other. */
  public static String called(List<LinkedPlace> places) {
    return places.stream().map(LinkedPlace::called).collect(Collectors.joining(", "));
  }

  private static String ids(List<LinkedPlace> places) {
    return places.stream().map(p -> p.place().value()).collect(Collectors.joining(", "));
  }
}
