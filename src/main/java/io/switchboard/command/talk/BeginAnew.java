package io.switchboard.command.talk;

import io.switchboard.chat.Place;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.home.Homes;
import io.switchboard.markup.Document;
import io.switchboard.relay.LinkedPlace;
import io.switchboard.relay.LinkedPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Another conversation: in a thread of its own where many people talk and the platform has threads,
 * so that nobody need mention the bot in it; else where it was asked for.
 */
final class BeginAnew {
  private final Talks talks;
  private final Homes homes;
  private final LinkedPlaces linked;

  BeginAnew(Talks talks, Homes homes, LinkedPlaces linked) {
    this.talks = talks;
    this.homes = homes;
    this.linked = linked;
  }

  /** Begins it; the title may be blank. */
  List<Effect> begin(Visit visit, String title) {
    Optional<Document> full = talks.full(visit);
    if (full.isPresent()) {
      return List.of(Effect.tell(full.get()));
    }
    List<LinkedPlace> others = linked.others(visit.placeId());
    if (!others.isEmpty()) {
      return everywhere(visit, title, others);
    }
    return visit.place().kind() == Place.Kind.GROUP
        ? List.of(inThread(visit, title))
        : List.of(Effect.tell(here(visit, title)));
  }

  /** A thread would be no part of what the places have together. */
  private List<Effect> everywhere(Visit visit, String title, List<LinkedPlace> others) {
    talks.startNew(visit, visit.place(), title);
    LinkedPlace here =
        new LinkedPlace(visit.placeId(), "", visit.place().name(), Locale.ENGLISH, 0);
    String names = others.stream().map(LinkedPlace::called).collect(Collectors.joining(", "));
    List<Effect> effects = new ArrayList<>();
    effects.add(Effect.announce(visit.words().say("relay.new", names)));
    for (LinkedPlace other : others) {
      Words words = new Words(visit.words().texts(), other.language());
      Document said = words.say("relay.new", here.called());
      effects.add(new Effect.In(other.place(), List.of(Effect.announce(said))));
    }
    return effects;
  }

  private Document here(Visit visit, String title) {
    talks.startNew(visit, visit.place(), title);
    if (shared(visit.place())) {
      return visit.words().say("conversation.new.shared");
    }
    return title.isBlank()
        ? visit.words().say("conversation.new")
        : visit.words().say("conversation.new.titled", title.strip());
  }

  private boolean shared(Place place) {
    return homes.of(place).isPresent();
  }

  private Effect inThread(Visit visit, String title) {
    Words words = visit.words();
    String name =
        title.isBlank()
            ? words.label("conversation.thread.of", visit.origin().sender().name())
            : title;
    return new Effect.OpenThread(
        Reply.of(words.say("conversation.thread", name)),
        name,
        opened -> {
          Place thread = new Place(opened, Place.Kind.THREAD, name, visit.place().scopes());
          talks.startNew(visit, thread, title);
          String welcome =
              shared(thread) ? "conversation.thread.welcome.shared" : "conversation.thread.welcome";
          return List.of(Effect.announce(words.say(welcome)));
        },
        opening ->
            List.of(
                opening
                    .<Effect>map(message -> Effect.change(message, here(visit, title)))
                    .orElseGet(() -> Effect.tell(here(visit, title)))));
  }
}
