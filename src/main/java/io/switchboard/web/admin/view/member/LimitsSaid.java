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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How far a member's limits are used, in words. */
public final class LimitsSaid {
  private static final int MOST_DECIMALS = 4;
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
  List<MemberCard.Use> of(MemberId member, PageFrame frame) {
    // Somebody's roles are those of their last question: platforms tell them only then.
    Set<String> roles = queue.of(member).lastAsker().map(Asker::roles).orElse(Set.of());
    return limits.effective(new Asker(member, roles, NOWHERE)).stream()
        .limit(MOST)
        .map(use -> use(frame, use))
        .toList();
  }

  private MemberCard.Use use(PageFrame frame, LimitUse use) {
    Limit limit = use.limit();
    String amount = amount(frame, limit.what(), limit.amount());
    String window = frame.say("limit.window." + limit.window().name().toLowerCase(Locale.ROOT));
    String used =
        limit.what() == What.MONEY
            ? money(frame.locale(), use.used())
            : NumberFormat.getIntegerInstance(frame.locale()).format(use.used());
    long share = limit.amount() == 0 ? 100 : Math.min(100, use.used() * 100 / limit.amount());
    return new MemberCard.Use(frame.say("admin.limit.use", used, amount, window), (int) share);
  }

  private String amount(PageFrame frame, What what, long amount) {
    return what == What.MONEY
        ? money(frame.locale(), amount)
        : frame.say("limit.amount." + what.name().toLowerCase(Locale.ROOT), amount);
  }

  private String money(Locale locale, long millionths) {
    Currency currency = limits.prices().currency();
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int least = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(Math.max(least, MOST_DECIMALS));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(BigDecimal.valueOf(millionths, 6));
  }
}
