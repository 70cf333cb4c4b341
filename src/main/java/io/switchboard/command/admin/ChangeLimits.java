package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limit;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /limit set|show|reset}: the limits of one member. */
public final class ChangeLimits {
  private final Members members;
  private final Limits limits;
  private final Audit audit;

  public ChangeLimits(Members members, Limits limits, Audit audit) {
    this.members = members;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * Sets, shows or resets.
   *
   * @param who a handle or a person's id
   * @param limit as in {@code 50/day}; only for {@code set}
   */
  public List<Effect> change(Visit visit, String verb, String who, String limit) {
    Words words = visit.words();
    if (who.isEmpty()) {
      return List.of(Effect.tell(words.say("meant.limit")));
    }
    Optional<Member> member = members.named(who, visit.origin().sender().id().platform());
    if (member.isEmpty()) {
      return List.of(Effect.tell(words.say("limit.nobody", who)));
    }
    return List.of(
        Effect.tell(
            switch (verb) {
              case "set" -> set(visit, member.get(), limit);
              case "show" -> show(visit, member.get());
              case "reset" -> reset(visit, member.get());
              default -> words.say("meant.limit");
            }));
  }

  private Document set(Visit visit, Member member, String written) {
    Limit limit;
    try {
      limit = Limit.parse(written);
    } catch (IllegalArgumentException e) {
      return visit.words().say("meant.limit");
    }
    limits.set(member.id(), limit);
    audit.record(visit.id(), "limit set", target(member), limit.toString());
    return visit.words().say("limit.set", member.name(), LimitWords.said(visit.words(), limit));
  }

  private Document reset(Visit visit, Member member) {
    limits.reset(member.id());
    audit.record(visit.id(), "limit reset", target(member), "");
    return visit.words().say("limit.reset", member.name());
  }

  private static String target(Member member) {
    return "member " + member.id();
  }

  private Document show(Visit visit, Member member) {
    Words words = visit.words();
    boolean self = member.id().equals(visit.id());
    Asker asker = self ? visit.asker() : new Asker(member.id(), Set.of(), visit.place());
    List<LimitUse> binding = limits.effective(asker);
    return binding.isEmpty()
        ? words.say("limit.unlimited", member.name())
        : words
            .say("limit.show", member.name())
            .and(LimitWords.list(words, binding, visit.place().scopes()));
  }
}
