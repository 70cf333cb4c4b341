package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many of its members ask at once, a pool lets in exactly so many as its limit says. */
class PoolExactlyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int MANY = 500;
  private static final int MEMBERS = 20;
  private static final int ALLOWED = 100;

  @Test
  void ofAPoolThatManyMembersUse() throws Exception {
    String url = TestDatabases.postgresUrl();
    try (Database here = TestDatabases.open(url);
        Database there = TestDatabases.open(url)) {
      assertThat(admitted(List.of(here, there))).isEqualTo(ALLOWED);
    }
  }

  private static LimitRules rules(String... requests) {
    return new LimitRules(
        List.of(requests).stream().map(Limit::parse).toList(), null, null, null, null, null, null);
  }

  private static long admitted(List<Database> processes) throws Exception {
    LimitSettings settings = new LimitSettings(rules(), Map.of(), Map.of("x:9", rules("100/hour")));
    List<RequestQueue> queues =
        processes.stream()
            .map(
                database ->
                    new RequestQueue(
                        database,
                        () -> NOW,
                        "process" + processes.indexOf(database),
                        new Limits(database, () -> NOW, settings)))
            .toList();
    Place place = new Place(new PlaceId("x:1"), Place.Kind.GROUP, "", List.of("x:9"));
    List<Callable<Admission>> all =
        IntStream.range(0, MANY)
            .<Callable<Admission>>mapToObj(
                i ->
                    () ->
                        queues
                            .get(i % queues.size())
                            .submit(
                                new Submission(
                                    "k" + i,
                                    new Asker(new MemberId(i % MEMBERS), Set.of(), place),
                                    Destination.in(place.id()),
                                    "lane" + i % 7,
                                    new Submission.Size(1, 1),
                                    "")))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(all).stream()
          .map(Future::resultNow)
          .filter(Admission.Queued.class::isInstance)
          .count();
    }
  }
}
