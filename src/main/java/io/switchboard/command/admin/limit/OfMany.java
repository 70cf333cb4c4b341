package io.switchboard.command.admin.limit;

import io.switchboard.act.deed.Whose;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The limits of a place, of those who have a role, or of everybody. */
record OfMany(Limits limits, SetSomething setting, Meant.Many meant, String who) implements Owner {
  /** Nobody's number: nothing is set for them, and they used nothing. */
  private static final MemberId ANYBODY = new MemberId(0);

  private String scope() {
    return meant.scope();
  }

  private String kind() {
    return meant.kind().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Whose whose() {
    return new Whose.Many(scope());
  }

  @Override
  public Inline name() {
    return meant.kind() == Meant.Kind.PLACE
        ? setting.called().place(scope())
        : new Inline.Code(scope());
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

  @Override
  public String saysReset() {
    return "limit.place.reset";
  }

  @Override
  public Document why(Visit visit) {
    return visit
        .words()
        .say("limit.wrong.why", Examples.of("why", setting.someone().beside(visit)));
  }

  /** What is said there alone, as whoever asks would meet it. */
  @Override
  public Document show(Visit visit) {
    Words words = visit.words();
    LimitWords said = setting.said();
    boolean place = meant.kind() == Meant.Kind.PLACE;
    Asker asker =
        new Asker(
            ANYBODY,
            meant.kind() == Meant.Kind.ROLE ? Set.of(scope()) : Set.of(),
            new Place(
                visit.placeId(),
                place ? Place.Kind.GROUP : Place.Kind.PRIVATE,
                "",
                place ? List.of(scope()) : List.of()));
    Why why = limits.why(asker);
    List<Document> all = new ArrayList<>();
    Document used =
        place
            ? said.list(
                words,
                why.uses().stream().filter(use -> use.scope().equals(scope())).toList(),
                List.of(scope()))
            : Words.list(List.of());
    List<Document> bounds =
        why.verdicts().stream()
            .filter(verdict -> verdict.scope().equals(scope()))
            .filter(verdict -> verdict.outcome() == Why.Outcome.BINDS)
            .filter(verdict -> !place || !verdict.what().counted())
            .map(verdict -> line(words, said, verdict, place))
            .toList();
    all.add(used.and(Words.list(bounds)));
    List<String> models = why.beside().models().getOrDefault(scope(), List.of());
    if (!models.isEmpty()) {
      all.add(SetSomething.models(words, this, models));
    }
    String hours = why.beside().hours().get(scope());
    if (hours != null) {
      all.add(setting.hours(words, name(), hours));
    }
    if (why.beside().weights().containsKey(scope())) {
      all.add(words.say("limit.weight", name(), why.beside().weights().get(scope())));
    }
    limits.ofPlaces().boosts(scope()).stream()
        .map(
            boost ->
                words.say(
                    saysBoost(),
                    name(),
                    said.amount(words, boost.what(), boost.amount()),
                    boost.until()))
        .forEach(all::add);
    Document what = all.stream().reduce(new Document(List.of()), Document::and);
    Document told =
        what.blocks().isEmpty()
            ? words.say("limit.place.unlimited", called(words))
            : words.say("limit.place.show", called(words)).and(what);
    return place ? told.and(pays(words, asker, why)) : told;
  }

  private Inline called(Words words) {
    return meant.kind() == Meant.Kind.EVERYBODY
        ? new Inline.Text(words.label("limit.why.scope.default"))
        : name();
  }

  private Document pays(Words words, Asker asker, Why why) {
    return limits.pool(asker).isEmpty()
        ? words.say("limit.pays.none")
        : words.say("limit.why.pays." + why.pays().name().toLowerCase(Locale.ROOT));
  }

  private static Document line(Words words, LimitWords said, Why.Verdict verdict, boolean place) {
    Limit limit = Objects.requireNonNull(verdict.limit());
    String text = said.said(words, limit);
    return !place
        ? Document.plain(text)
        : words.say(
            verdict.subject().equals(verdict.scope()) ? "limit.bound.shared" : "limit.bound.each",
            text);
  }
}
