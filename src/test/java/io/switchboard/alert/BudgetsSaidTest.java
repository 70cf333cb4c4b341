package io.switchboard.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.command.MemoryPlatform;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.pacing.Outbox;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.Submission;
import io.switchboard.staff.Staff;
import io.switchboard.staff.StaffSettings;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A budget is called as people would call it, in each language, and never as it is configured. */
class BudgetsSaidTest {
  private static final List<String> BUDGETS =
      List.of("2tokens/calendar day", "3tokens/calendar week", "1/calendar month");
  private static final List<String> POOL =
      List.of("1token/minute", "2tokens/hour", "3tokens/calendar hour");
  private static final String SCOPE = "memory-chat:8";

  private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
  private final MemoryPlatform platform = new MemoryPlatform();

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-Hans", "zh-Hant", "ko"})
  void asPeopleCallIt(String language) {
    Messengers messengers = new Messengers(List.of(platform));
    StaffSettings settings = new StaffSettings(List.of("memory-channel:staff"), language);
    try (Database database = TestDatabases.h2();
        Staff staff =
            new Staff(database, time, settings, messengers, new Outbox(messengers), new Texts())) {
      Limits limits = limits(database);
      RequestQueue queue = new RequestQueue(database, time, "here", limits);
      Watch watch =
          new Watch(
              new AlertSettings(BUDGETS, 0, Duration.ZERO, 0),
              new Watch.Rooms(
                  database, staff, queue.busy(), new Watch.Pools(queue.statistics(), limits)),
              new NothingAround(),
              time);
      use(queue);
      watch.look();
      time.step(Duration.ofDays(60));
      watch.look();
      await().untilAsserted(() -> assertThat(said()).hasSize(2 * (BUDGETS.size() + POOL.size())));
    }
    assertThat(said())
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(SCOPE, "memory-")
                    .doesNotContainPattern("[a-z0-9]/[a-z]")
                    .doesNotContainPattern("\\d(tokens|requests)"))
        .filteredOn(text -> text.contains("The garden (Memory)"))
        .hasSize(2 * POOL.size());
  }

  private Limits limits(Database database) {
    LimitRules pool =
        new LimitRules(
            null, POOL.stream().map(Limit::parse).toList(), null, null, null, null, null);
    return new Limits(
        database,
        time,
        new LimitSettings(LimitSettings.DEFAULTS.default_(), Map.of(), Map.of(SCOPE, pool)));
  }

  private List<String> said() {
    return platform.in(new PlaceId("memory:staff")).stream()
        .map(MemoryPlatform.Shown::text)
        .toList();
  }

  private static void use(RequestQueue queue) {
    Place place = new Place(new PlaceId("memory:p"), Place.Kind.GROUP, "", List.of(SCOPE));
    queue.submit(
        new Submission(
            "memory:event/1",
            new Asker(new MemberId(1), Set.of(), place),
            Destination.in(place.id()),
            "lane",
            new Submission.Size(1, 0),
            "{}"));
    queue.finish(queue.claim("main", 9).orElseThrow().id(), new Ending.Answered(9, 0));
  }

  private record NothingAround() implements Surroundings {
    @Override
    public Map<String, Boolean> platforms() {
      return Map.of();
    }

    @Override
    public List<Disk> disks() {
      return Stream.<Disk>empty().toList();
    }
  }
}
