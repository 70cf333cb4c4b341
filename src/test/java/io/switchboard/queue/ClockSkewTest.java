package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.shared.SharedTime;
import io.switchboard.queue.limit.AdminSays;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.money.Prices;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processes on one PostgreSQL whose clocks are minutes apart. */
class ClockSkewTest {
  private final Database database = TestDatabases.postgres();
  private final RequestQueue right = process("right", Duration.ZERO);
  private final RequestQueue ahead = process("ahead", Duration.ofMinutes(7));
  private final RequestQueue behind = process("behind", Duration.ofMinutes(-7));

  private RequestQueue process(String holder, Duration off) {
    InstantSource clock = () -> InstantSource.system().instant().plus(off);
    return new RequestQueue(database, clock, holder, limits(off, QueueFixture.unlimited()));
  }

  private Limits limits(Duration off, LimitSettings settings) {
    InstantSource clock = () -> InstantSource.system().instant().plus(off);
    SharedTime shared = SharedTime.of(database, clock);
    return new Limits(database, shared, settings, Prices.NONE, ZoneId.of("UTC"));
  }

  private static RequestId ask(RequestQueue queue, String name) {
    return ((Admission.Queued) queue.submit(QueueFixture.question(1, name, 1))).id();
  }

  /** As if its process had died long enough ago. */
  private void runOut(RequestId request) {
    database.useTransaction(
        h ->
            h.execute(
                "update request set lease_until = clock_timestamp() where id = ?",
                request.value()));
  }

  @Test
  void nothingIsTakenOverFromWhoeverLives() {
    try (database) {
      for (RequestQueue queue : new RequestQueue[] {right, ahead, behind}) {
        RequestId request = ask(queue, "skew" + queue.hashCode());
        assertThat(queue.claim("main", 9)).map(Claimed::id).contains(request);
        queue.upkeep().beat();
      }
      for (RequestQueue queue : new RequestQueue[] {ahead, behind, right}) {
        assertThat(queue.upkeep().recover()).isZero();
        assertThat(queue.upkeep().held()).hasSize(1);
      }
    }
  }

  @Test
  void nothingIsLostOfWhoeverDies() {
    try (database) {
      RequestId request = ask(ahead, "one");
      RequestQueue[] turns = {ahead, behind, right, ahead};
      for (int i = 0; i + 1 < turns.length; i++) {
        assertThat(turns[i].claim("main", 9)).map(Claimed::id).contains(request);
        runOut(request);
        assertThat(turns[i + 1].upkeep().recover()).isEqualTo(1);
      }
      assertThat(behind.claim("main", 9)).map(Claimed::id).contains(request);
      behind.putBack(request, Instant.EPOCH);
      assertThat(ahead.claim("main", 9)).map(Claimed::id).contains(request);
      ahead.finish(request, new Ending.Answered(1, 1));
      assertThat(right.busy().load().waiting()).isZero();
      assertThat(right.position(ask(behind, "two")).orElseThrow().startsNow()).isTrue();
    }
  }

  @Test
  void noClockBeginsAWindowOfItsOwn() {
    LimitSettings two = QueueFixture.limited(List.of("2/hour", "2/calendar month"), null, null);
    try (database) {
      Asker asker = QueueFixture.asker(1);
      Limits right = limits(Duration.ZERO, two);
      List<Limits> wrong =
          List.of(limits(Duration.ofDays(40), two), limits(Duration.ofDays(-40), two));
      Map<What, Long> one = Map.of(What.REQUESTS, 1L);
      assertThat(wrong.get(0).allowances().take("a", asker, one)).isEmpty();
      assertThat(wrong.get(1).allowances().take("b", asker, one)).isEmpty();
      for (Limits limits : List.of(right, wrong.get(0), wrong.get(1))) {
        assertThat(limits.allowances().take("c", asker, one)).isPresent();
      }
      new AdminSays(database, wrong.get(0))
          .boost(asker.member(), What.REQUESTS, 1, Duration.ofHours(1));
      assertThat(right.allowances().take("c", asker, one)).isEmpty();
      new AdminSays(database, wrong.get(1)).reset(asker.member());
      assertThat(right.effective(asker)).allMatch(use -> use.used() == 0);
    }
  }
}
