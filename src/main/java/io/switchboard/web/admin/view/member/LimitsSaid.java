package io.switchboard.web.admin.view.member;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.web.PageFrame;
import io.switchboard.web.admin.Said;
import io.switchboard.web.admin.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far a member's limits are used, in words. */
public final class LimitsSaid {
  private static final int MOST = 12;

  /** Limits of places bind there only; here it is asked for the member alone. */
  private static final Place NOWHERE =
      new Place(new PlaceId("page:admin"), Place.Kind.PRIVATE, "", List.of());

  private final Limits limits;
  private final RequestQueue queue;

  public LimitsSaid(Limits limits, RequestQueue queue) {
    this.limits = limits;
    this.queue = queue;
  }

  /** Those that count use, twelve at most. */
  List<MemberCard.Use> of(MemberId member, Visitor visitor) {
    // Somebody's roles are those of their last question: platforms tell them only then.
    Set<String> roles = queue.of(member).lastAsker().map(Asker::roles).orElse(Set.of());
    return limits.effective(new Asker(member, roles, NOWHERE)).stream()
        .limit(MOST)
        .map(use -> use(visitor, use))
        .toList();
  }

  private MemberCard.Use use(Visitor visitor, LimitUse use) {
    PageFrame frame = visitor.frame();
    Said said = visitor.said();
    Limit limit = use.limit();
    String amount = amount(visitor, limit.what(), limit.amount());
    String window = frame.say("limit.window." + limit.window().name().toLowerCase(Locale.ROOT));
    String used =
        limit.what() == What.MONEY
            ? said.money(use.used(), limits.prices().currency())
            : said.number(use.used());
    long share = limit.amount() == 0 ? 100 : Math.min(100, use.used() * 100 / limit.amount());
    return new MemberCard.Use(frame.say("admin.limit.use", used, amount, window), (int) share);
  }

  private String amount(Visitor visitor, What what, long amount) {
    return what == What.MONEY
        ? visitor.said().money(amount, limits.prices().currency())
        : visitor.frame().say("limit.amount." + what.name().toLowerCase(Locale.ROOT), amount);
  }
}
