package io.switchboard.command.admin.limit;

import io.switchboard.act.deed.Whose;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.Why;
import io.switchboard.queue.limit.rule.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The limits of one member. */
record OfOne(Limits limits, RequestQueue queue, SetSomething setting, Member member, String who)
    implements Owner {
  @Override
  public Whose whose() {
    return new Whose.One(member.id());
  }

  @Override
  public Inline name() {
    return new Inline.Text(member.name());
  }

  @Override
  public String saysSet(What what) {
    return "limit.set";
  }

  @Override
  public String saysBoost() {
    return "limit.boosted";
  }

  @Override
  public String saysModels() {
    return "limit.models";
  }

  @Override
  public String saysReset() {
    return "limit.reset";
  }

  @Override
  public Document why(Visit visit) {
    return new ExplainLimits(visit.words(), setting.said(), setting.called())
        .explain(visit, member, limits.why(asker(visit)));
  }

  /**
   * Somebody else's roles are those of their last question, for platforms tell them only with what
   * somebody does.
   */
  private Asker asker(Visit visit) {
    if (member.id().equals(visit.id())) {
      return visit.asker();
    }
    Set<String> roles = queue.of(member.id()).lastAsker().map(Asker::roles).orElse(Set.of());
    return new Asker(member.id(), roles, visit.place());
  }

  @Override
  public Document show(Visit visit) {
    Words words = visit.words();
    LimitWords said = setting.said();
    Asker asker = asker(visit);
    List<LimitUse> binding = limits.effective(asker);
    List<Document> bounds =
        limits.bounds(asker).stream().map(bound -> said.bound(words, bound)).toList();
    List<Document> rest = rest(words, limits.why(asker));
    return binding.isEmpty() && bounds.isEmpty()
        ? rest.stream().reduce(words.say("limit.unlimited", name()), Document::and)
        : rest.stream()
            .reduce(
                Words.all(
                    words.say("limit.show", name()),
                    said.list(words, binding, visit.place().scopes()),
                    Words.list(bounds)),
                Document::and);
  }

  /** What is not a limit. */
  private List<Document> rest(Words words, Why why) {
    List<Document> rest = new ArrayList<>();
    why.beside().models().values().stream()
        .findFirst()
        .filter(models -> !models.isEmpty())
        .ifPresent(models -> rest.add(SetSomething.models(words, this, models)));
    why.beside().hours().values().stream()
        .findFirst()
        .ifPresent(hours -> rest.add(setting.hours(words, name(), hours)));
    if (why.beside().weight() != 1) {
      rest.add(words.say("limit.weight", name(), why.beside().weight()));
    }
    why.boosts().forEach(running -> rest.add(setting.said().boost(words, running)));
    return rest;
  }
}
