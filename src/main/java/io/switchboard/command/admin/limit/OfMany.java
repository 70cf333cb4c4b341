package io.switchboard.command.admin.limit;

import io.switchboard.act.Act;
import io.switchboard.act.Acts;
import io.switchboard.act.LimitAct;
import io.switchboard.chat.Place;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.Why;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits of a place, of those who have a role, or of everybody. */
record OfMany(Limits limits, Acts acts, SetSomething setting) {
  /** Nobody's number: nothing is set for them, and they used nothing. */
  private static final MemberId ANYBODY = new MemberId(0);

  private record Owner(Meant.Many meant, String who) implements SetSomething.Owner {
    private String scope() {
      return meant.scope();
    }

    private String kind() {
      return meant.kind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Inline name() {
      return new Inline.Code(scope());
    }

    @Override
    public Act set(Limit limit) {
      return new LimitAct.SetForPlace(scope(), limit);
    }

    @Override
    public Act models(List<String> models) {
      return new LimitAct.ModelsForPlace(scope(), models);
    }

    @Override
    public Act weigh(@Nullable Double weight) {
      return new LimitAct.WeighForPlace(scope(), weight);
    }

    @Override
    public Act atHours(@Nullable String hours) {
      return new LimitAct.AtHoursForPlace(scope(), hours);
    }

    @Override
    public Act boost(What what, long amount, Duration length) {
      return new LimitAct.BoostForPlace(scope(), what, amount, length);
    }

    @Override
    public String saysSet(What what) {
      boolean each = meant.kind() == Meant.Kind.PLACE && !what.pooled();
      return "limit." + kind() + ".set" + (each ? ".each" : "");
    }

    @Override
    public String saysBoost() {
      return "limit.boosted." + kind();
    }

    @Override
    public String saysModels() {
      return "limit.place.models";
    }
  }

  Document change(Visit visit, String verb, String who, Meant.Many meant, String limit) {
    Owner owner = new Owner(meant, who);
    return switch (verb) {
      case "set" -> setting.set(visit, owner, limit);
      case "boost" -> setting.boost(visit, owner, limit);
      case "reset" ->
          setting.act(
              visit,
              new LimitAct.ResetPlace(meant.scope()),
              visit.words().say("limit.place.reset", owner.name()));
      case "why" -> visit.words().say("limit.wrong.why", Examples.of("why", "@alice"));
      default -> show(visit, owner);
    };
  }

  /** What is said there alone, as whoever asks would meet it. */
  private Document show(Visit visit, Owner owner) {
    Words words = visit.words();
    LimitWords said = setting.said();
    boolean place = owner.meant().kind() == Meant.Kind.PLACE;
    Asker asker =
        new Asker(
            ANYBODY,
            owner.meant().kind() == Meant.Kind.ROLE ? Set.of(owner.scope()) : Set.of(),
            new Place(
                visit.placeId(),
                place ? Place.Kind.GROUP : Place.Kind.PRIVATE,
                "",
                place ? List.of(owner.scope()) : List.of()));
    Why why = limits.why(asker);
    List<Document> all = new ArrayList<>();
    Document used =
        place
            ? said.list(
                words,
                why.uses().stream().filter(use -> use.scope().equals(owner.scope())).toList(),
                List.of(owner.scope()))
            : Words.list(List.of());
    List<Document> bounds =
        why.verdicts().stream()
            .filter(verdict -> verdict.scope().equals(owner.scope()))
            .filter(verdict -> verdict.outcome() == Why.Outcome.BINDS)
            .filter(verdict -> !place || !verdict.what().counted())
            .map(verdict -> line(words, said, verdict, place))
            .toList();
    all.add(used.and(Words.list(bounds)));
    List<String> models = why.beside().models().getOrDefault(owner.scope(), List.of());
    if (!models.isEmpty()) {
      all.add(SetSomething.models(words, owner, models));
    }
    String hours = why.beside().hours().get(owner.scope());
    if (hours != null) {
      all.add(setting.hours(words, owner.name(), hours));
    }
    if (why.beside().weights().containsKey(owner.scope())) {
      all.add(words.say("limit.weight", owner.name(), why.beside().weights().get(owner.scope())));
    }
    limits.ofPlaces().boosts(owner.scope()).stream()
        .map(
            boost ->
                words.say(
                    owner.saysBoost(),
                    owner.name(),
                    said.amount(words, boost.what(), boost.amount()),
                    boost.until()))
        .forEach(all::add);
    Document what = all.stream().reduce(new Document(List.of()), Document::and);
    Document told =
        what.blocks().isEmpty()
            ? words.say("limit.place.unlimited", owner.name())
            : words.say("limit.place.show", owner.name()).and(what);
    return place ? told.and(pays(words, asker, why)) : told;
  }

  private Document pays(Words words, Asker asker, Why why) {
    return limits.pool(asker).isEmpty()
        ? words.say("limit.pays.none")
        : words.say("limit.why.pays." + why.pays().name().toLowerCase(Locale.ROOT));
  }

  private static Document line(Words words, LimitWords said, Why.Verdict verdict, boolean place) {
    Limit limit = java.util.Objects.requireNonNull(verdict.limit());
    String text = said.said(words, limit);
    return !place
        ? Document.plain(text)
        : words.say(
            verdict.subject().equals(verdict.scope()) ? "limit.bound.shared" : "limit.bound.each",
            text);
  }
}
