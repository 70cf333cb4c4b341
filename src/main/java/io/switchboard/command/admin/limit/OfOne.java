package io.switchboard.command.admin.limit;

import io.switchboard.act.Act;
import io.switchboard.act.Acts;
import io.switchboard.act.LimitAct;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.Why;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The limits of one member. */
record OfOne(Limits limits, RequestQueue queue, Acts acts, SetSomething setting) {
  private record Owner(Member member, String who) implements SetSomething.Owner {
    private MemberId id() {
      return member.id();
    }

    @Override
    public Inline name() {
      return new Inline.Text(member.name());
    }

    @Override
    public Act set(Limit limit) {
      return new LimitAct.Set(id(), limit);
    }

    @Override
    public Act models(List<String> models) {
      return new LimitAct.Models(id(), models);
    }

    @Override
    public Act weigh(@Nullable Double weight) {
      return new LimitAct.Weigh(id(), weight);
    }

    @Override
    public Act atHours(@Nullable String hours) {
      return new LimitAct.AtHours(id(), hours);
    }

    @Override
    public Act boost(What what, long amount, Duration length) {
      return new LimitAct.Boost(id(), what, amount, length);
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
  }

  Document change(Visit visit, String verb, String who, Member member, String limit) {
    Owner owner = new Owner(member, who);
    return switch (verb) {
      case "set" -> setting.set(visit, owner, limit);
      case "boost" -> setting.boost(visit, owner, limit);
      case "reset" ->
          setting.act(
              visit,
              new LimitAct.Reset(member.id()),
              visit.words().say("limit.reset", owner.name()));
      case "why" ->
          new ExplainLimits(visit.words(), setting.said())
              .explain(visit, member, limits.why(asker(visit, member)));
      default -> show(visit, owner);
    };
  }

  /**
   * Somebody else's roles are those of their last question, for platforms tell them only with what
   * somebody does.
   */
  private Asker asker(Visit visit, Member member) {
    if (member.id().equals(visit.id())) {
      return visit.asker();
    }
    Set<String> roles = queue.of(member.id()).lastAsker().map(Asker::roles).orElse(Set.of());
    return new Asker(member.id(), roles, visit.place());
  }

  private Document show(Visit visit, Owner owner) {
    Words words = visit.words();
    LimitWords said = setting.said();
    Asker asker = asker(visit, owner.member());
    List<LimitUse> binding = limits.effective(asker);
    List<Document> bounds =
        limits.bounds(asker).stream().map(bound -> said.bound(words, bound)).toList();
    List<Document> rest = rest(words, owner, limits.why(asker));
    return binding.isEmpty() && bounds.isEmpty()
        ? rest.stream().reduce(words.say("limit.unlimited", owner.name()), Document::and)
        : rest.stream()
            .reduce(
                Words.all(
                    words.say("limit.show", owner.name()),
                    said.list(words, binding, visit.place().scopes()),
                    Words.list(bounds)),
                Document::and);
  }

  /** What is not a limit. */
  private List<Document> rest(Words words, Owner owner, Why why) {
    List<Document> rest = new ArrayList<>();
    why.beside().models().values().stream()
        .findFirst()
        .filter(models -> !models.isEmpty())
        .ifPresent(models -> rest.add(SetSomething.models(words, owner, models)));
    why.beside().hours().values().stream()
        .findFirst()
        .ifPresent(hours -> rest.add(setting.hours(words, owner.name(), hours)));
    if (why.beside().weight() != 1) {
      rest.add(words.say("limit.weight", owner.name(), why.beside().weight()));
    }
    why.boosts().forEach(running -> rest.add(setting.said().boost(words, running)));
    return rest;
  }
}
