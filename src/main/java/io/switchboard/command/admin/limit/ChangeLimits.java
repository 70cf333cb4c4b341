package io.switchboard.command.admin.limit;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.LimitAct;
import io.switchboard.chat.Place;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Someone;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.LimitRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /limit set|show|reset|boost|why}: the limits of one member, or of many: of a place, of
 * those who have a role, of everybody; {@code /limit pays}: whose quota a place uses.
 */
public final class ChangeLimits {
  private final Limits limits;
  private final Acts acts;
  private final FindMeant finding;
  private final RequestQueue queue;
  private final SetSomething setting;

  public ChangeLimits(Rooms rooms) {
    this.limits = rooms.limits();
    this.acts = rooms.acts();
    Someone someone = Someone.of(rooms);
    this.finding =
        new FindMeant(
            rooms.members(),
            someone,
            limits,
            Set.copyOf(rooms.records().overseen().staff().platforms()));
    this.queue = rooms.queue();
    this.setting = new SetSomething(limits, acts, someone, rooms.called());
  }

  /**
   * Does what the verb says.
   *
   * @param who a handle or a person's id; {@code here}, or a place or role in the configuration's
   *     words, or {@code default}
   * @param limit as in {@code 50/day} for {@code set}, {@code 100 for 2h} for {@code boost}, {@code
   *     member}, {@code place} or {@code both} for {@code pays}; else not used
   */
  public List<Effect> change(Visit visit, String verb, String who, String limit) {
    return List.of(
        Effect.tell(
            switch (finding.find(visit, verb, who)) {
              case Meant.Nobody(Document why) -> why;
              case Meant.Many(String scope, Meant.Kind kind)
                  when verb.equals("pays") && kind == Meant.Kind.PLACE ->
                  pays(visit, who, scope, limit);
              case Meant.Many meant when verb.equals("pays") -> placesPay(visit, who);
              case Meant.Somebody ignored when verb.equals("pays") -> placesPay(visit, who);
              case Meant.Many meant ->
                  setting.change(visit, verb, new OfMany(limits, setting, meant, who), limit);
              case Meant.Somebody(Member member) ->
                  setting.change(
                      visit, verb, new OfOne(limits, queue, setting, member, who), limit);
            }));
  }

  private static Document placesPay(Visit visit, String who) {
    return visit.words().say("limit.wrong.payer", Cut.of(who), Examples.of("pays", "here"));
  }

  private Document pays(Visit visit, String who, String where, String whose) {
    Words words = visit.words();
    Optional<LimitRules.Pays> pays =
        Arrays.stream(LimitRules.Pays.values())
            .filter(p -> p.name().equalsIgnoreCase(whose.strip()))
            .findFirst();
    if (pays.isEmpty()) {
      return words.say("limit.wrong.pays", Cut.of(whose), Examples.of("pays", who));
    }
    Place there =
        who.equalsIgnoreCase("here")
            ? visit.place()
            : new Place(visit.placeId(), Place.Kind.GROUP, "", List.of(where));
    Optional<String> scope = limits.pool(new Asker(visit.id(), Set.of(), there));
    if (scope.isEmpty()) {
      return words.say("limit.pays.no-pool");
    }
    String word = pays.get().name().toLowerCase(Locale.ROOT);
    Document done = words.say("limit.why.pays." + word);
    return SayOutcome.of(
        words,
        scope.get(),
        acts.carryOut(visit.doer(), new LimitAct.Pays(scope.get(), pays.get())),
        entry -> done);
  }
}
