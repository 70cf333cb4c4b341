package io.switchboard.alert;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;
import io.switchboard.queue.daily.Statistics;
import io.switchboard.queue.daily.Sums;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.staff.Staff;
import io.switchboard.text.Money;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Budgets of everybody together, and pools of places that count money or tokens. */
final class WatchBudgets {
  private static final int NEARLY = 80;
  private static final int SPENT = 100;

  /** Windows that slide go up and down by a question at a time. */
  private static final int CLEARLY = 10;

  private static final String SUBJECT = "budget ";
  private static final String ALL = "alert.budget.all";

  private final List<Budget> budgets;
  private final Staff staff;
  private final Watch.Pools pools;
  private final Unwatched unwatched;

  WatchBudgets(AlertSettings settings, Staff staff, Watch.Pools pools, Unwatched unwatched) {
    this.budgets = settings.budgets().stream().map(Budget::parse).toList();
    this.staff = staff;
    this.pools = pools;
    this.unwatched = unwatched;
  }

  void look() {
    Set<String> watched = new HashSet<>();
    LocalDate today = pools.statistics().today();
    for (Budget budget : budgets) {
      Sums sums =
          pools.statistics().days(budget.from(today), today).stream()
              .map(Statistics.Day::sums)
              .reduce(Sums.NONE, Sums::plus);
      watched.addAll(tell("", budget.limit(), budget.used(sums)));
    }
    for (String scope : pools.limits().ofPlaces().scopes()) {
      for (LimitUse use : uses(scope)) {
        watched.addAll(tell(scope, use.limit(), use.used()));
      }
    }
    unwatched.except(SUBJECT, watched);
  }

  /** As whoever asks there would meet it. */
  private List<LimitUse> uses(String scope) {
    Place there = new Place(new PlaceId("none:0"), Place.Kind.GROUP, "", List.of(scope));
    return pools.limits().effective(new Asker(new MemberId(0), Set.of(), there)).stream()
        .filter(use -> use.scope().equals(scope))
        .filter(use -> use.limit().what() == What.MONEY || use.limit().what() == What.TOKENS)
        .filter(use -> use.limit().amount() > 0)
        .toList();
  }

  /** What it would be called that it is nearly spent, and that it is. */
  private Set<String> tell(String scope, Limit limit, long used) {
    String subject = SUBJECT + scope + " " + limit;
    String nearly = subject + " " + NEARLY;
    String spent = subject + " " + SPENT;
    long percent = Math.round(Math.floor(100.0 * used / limit.amount()));
    Locale language = staff.language();
    String share = NumberFormat.getPercentInstance(language).format(percent / 100.0);
    Supplier<Object> whose = () -> scope.isEmpty() ? staff.say(ALL) : staff.called(scope);
    String said = said(limit);
    if (percent >= SPENT) {
      // Where it went past both at once, one word is enough.
      staff.begin(nearly);
      staff.raise(spent, "alert.budget.spent", whose, share, said);
    } else {
      if (percent < SPENT - CLEARLY) {
        staff.end(spent);
      }
      if (percent >= NEARLY) {
        staff.raise(nearly, "alert.budget.nearly", whose, share, said);
      } else if (percent < NEARLY - CLEARLY) {
        staff.over(nearly, "alert.budget.over", whose, share, said);
      }
    }
    return Set.of(nearly, spent);
  }

  /** As a person would say it: {@code $50.00 per calendar month}. */
  private String said(Limit limit) {
    String amount =
        limit.what() == What.MONEY
            ? Money.say(staff.language(), pools.limits().prices().currency(), limit.amount())
            : staff.say("limit.amount." + lower(limit.what()), limit.amount());
    return staff.say("limit.said", amount, staff.say("limit.window." + lower(limit.window())));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
