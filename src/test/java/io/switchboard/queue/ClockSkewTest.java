package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Processes on one PostgreSQL whose clocks are minutes apart. */
class ClockSkewTest {
  private final Database database = TestDatabases.postgres();
  private final RequestQueue right = process("right", Duration.ZERO);
  private final RequestQueue ahead = process("ahead", Duration.ofMinutes(7));
  private final RequestQueue behind = process("behind", Duration.ofMinutes(-7));

  private RequestQueue process(String holder, Duration off) {
    InstantSource clock = () -> InstantSource.system().instant().plus(off);
    Limits limits = new Limits(database, clock, QueueFixture.unlimited());
    return new RequestQueue(database, clock, holder, limits);
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
}
