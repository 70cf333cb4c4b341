package io.switchboard.queue;

import io.switchboard.chat.Place;
import io.switchboard.member.MemberId;
import io.switchboard.queue.busy.Onlooker;
import io.switchboard.queue.daily.Daily;
import io.switchboard.queue.daily.Sums;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.line.RequestRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Adds requests that are over to the sums of the day. Needs the queue's clock. */
final class Counting {
  private final Daily daily;
  private volatile Onlooker onlooker = Onlooker.NOBODY;

  Counting(ZoneId zone) {
    this.daily = new Daily(zone);
  }

  void watchedBy(Onlooker those) {
    onlooker = those;
  }

  /**
   * It was answered.
   *
   * @param used by which model; the account's own goes by the account's name where nobody said it
   */
  void answered(Handle h, RequestRow.Whole one, Use used, Map<What, Long> amounts, Instant now) {
    RequestRow row = one.row();
    Instant started = Objects.requireNonNullElse(row.startedAt(), row.submittedAt());
    String account = Objects.requireNonNullElse(row.account(), "");
    Sums sums =
        new Sums(
            1,
            0,
            0,
            Math.max(0, used.in()),
            Math.max(0, used.out()),
            amounts.getOrDefault(What.MONEY, 0L),
            between(row.submittedAt(), started),
            between(started, now));
    daily.add(h, asked(one), Objects.requireNonNullElse(used.model(), account), sums, now);
    h.afterCommit(() -> onlooker.answered(account, sums));
  }

  private static Duration between(Instant from, Instant to) {
    return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
  }

  /** It was not. */
  void failed(Handle h, RequestRow.Whole one, Instant now) {
    daily.add(h, asked(one), "", Sums.ONE_FAILED, now);
    String account = Objects.requireNonNullElse(one.row().account(), "");
    h.afterCommit(() -> onlooker.failed(account));
  }

  private static Daily.Asked asked(RequestRow.Whole one) {
    RequestRow row = one.row();
    MemberId member = new MemberId(row.member());
    Place place = Carrying.asker(member, one.carried()).place();
    List<String> scopes = place.scopes();
    boolean within = place.kind() == Place.Kind.THREAD && scopes.size() > 1;
    String name =
        place.kind() == Place.Kind.PRIVATE
            ? Daily.PRIVATE
            : scopes.isEmpty() ? place.id().value() : scopes.get(within ? 1 : 0);
    return new Daily.Asked(row.id(), member, name, within ? "" : place.name(), row.lane());
  }
}
