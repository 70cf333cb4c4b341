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
import io.switchboard.db.FreshDatabase;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each alert is said once, and once more when it is over: by two processes, and over restarts. */
class WatchTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {
    @Test
    void budgetsQueuesAndDisks() {
      eachIsSaidOnceAndItsEndOnce();
    }

    @Test
    void pools() {
      aPoolThatSlidesUpAndDownIsSpokenOfOnce();
    }
  }

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final PlaceId ROOM = new PlaceId("memory:staff");
    private static final AlertSettings SETTINGS =
        new AlertSettings(List.of("100tokens/calendar day"), 4, Duration.ofMinutes(5), 90);

    private final MemoryPlatform platform = new MemoryPlatform();
    private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
    private final Map<String, Boolean> heard = new TreeMap<>(Map.of("discord", true));
    private final List<Staff> staffs = new ArrayList<>();
    private long free = 50;
    private int events;
    private List<String> here = List.of();

    private Watch process(Database database, RequestQueue queue, Limits limits) {
      return process(database, queue, limits, SETTINGS);
    }

    private Watch process(
        Database database, RequestQueue queue, Limits limits, AlertSettings settings) {
      Messengers messengers = new Messengers(List.of(platform));
      Staff staff =
          new Staff(
              database,
              time,
              new StaffSettings(List.of("memory-channel:staff"), "en"),
              messengers,
              new Outbox(messengers),
              new Texts());
      staffs.add(staff);
      return new Watch(
          settings,
          new Watch.Rooms(
              database, staff, queue.busy(), new Watch.Pools(queue.statistics(), limits)),
          new Surroundings() {
            @Override
            public Map<String, Boolean> platforms() {
              return heard;
            }

            @Override
            public List<Disk> disks() {
              return List.of(new Disk("here:/data", 1_000_000_000, free * 10_000_000));
            }
          },
          time);
    }

    private void said(String... beginnings) {
      await()
          .untilAsserted(
              () ->
                  assertThat(platform.in(ROOM))
                      .extracting(MemoryPlatform.Shown::text)
                      .hasSize(beginnings.length)
                      .zipSatisfy(
                          List.of(beginnings), (text, begin) -> assertThat(text).contains(begin)));
    }

    /** Where the database has no clock of its own that cannot be stepped. */
    void eachIsSaidOnceAndItsEndOnce() {
      try (Database database = fresh()) {
        Limits limits = new Limits(database, time, LimitSettings.DEFAULTS);
        RequestQueue queue = new RequestQueue(database, time, "here", limits);
        Watch one = process(database, queue, limits);
        Watch other = process(database, queue, limits);
        look(one, other);
        said();
        use(queue, 85);
        look(one, other);
        said("of everybody together is nearly spent: 85% of 100 tokens per calendar day");
        use(queue, 20);
        look(one, other);
        look(process(database, queue, limits), other);
        said("nearly spent", "is spent: 105%");
        time.step(Duration.ofHours(12));
        look(one, other);
        said("nearly spent", "is spent", "has room again: 0%");

        for (int i = 0; i < 5; i++) {
          submit(queue, i);
        }
        look(one, other);
        said("nearly", "spent", "room again", "5 questions wait");
        free = 8;
        look(one, other);
        said("nearly", "spent", "room again", "5 questions wait", "92 % full; 80 MB are free");
        free = 11;
        look(one, other);
        queue.claim("main", 9);
        queue.claim("main", 9);
        look(one, other);
        said("nearly", "spent", "room", "wait", "full", "short again: 3");
        free = 20;
        look(one, other);
        said("nearly", "spent", "room", "wait", "full", "short again: 3", "room again: it is 80 %");
        staffs.forEach(Staff::close);
      }
    }

    void aPoolThatSlidesUpAndDownIsSpokenOfOnce() {
      try (Database database = fresh()) {
        LimitRules pool =
            new LimitRules(
                null, List.of(Limit.parse("100tokens/hour")), null, null, null, null, null);
        Limits limits =
            new Limits(
                database,
                time,
                new LimitSettings(
                    LimitSettings.DEFAULTS.default_(), Map.of(), Map.of("memory-chat:8", pool)));
        RequestQueue queue = new RequestQueue(database, time, "here", limits);
        Watch watch =
            process(database, queue, limits, new AlertSettings(List.of(), 0, Duration.ZERO, 0));
        here = List.of("memory-chat:8");
        use(queue, 6);
        time.step(Duration.ofMinutes(10));
        use(queue, 75);
        look(watch);
        said("of The garden (Memory) is nearly spent: 81% of 100 tokens per hour");
        for (int i = 0; i < 3; i++) {
          time.step(Duration.ofMinutes(17));
          look(watch);
        }
        use(queue, 6);
        look(watch);
        said("nearly spent: 81%");
        time.step(Duration.ofHours(2));
        look(watch);
        said("nearly spent", "has room again: 0%");
        staffs.forEach(Staff::close);
      }
    }

    @Test
    void aBudgetThatIsSetAgainIsSpokenOfAgain() {
      try (Database database = fresh()) {
        Limits limits = new Limits(database, time, LimitSettings.DEFAULTS);
        RequestQueue queue = new RequestQueue(database, time, "here", limits);
        use(queue, 85);
        look(process(database, queue, limits));
        said("nearly spent: 85%");
        look(process(database, queue, limits, new AlertSettings(List.of(), 0, Duration.ZERO, 0)));
        look(process(database, queue, limits));
        said("nearly spent: 85%", "nearly spent: 85%");
        staffs.forEach(Staff::close);
      }
    }

    @Test
    void processesWithOtherBoundsDoNotHaveEachOtherSayItAgain() {
      try (Database database = fresh()) {
        Limits limits = new Limits(database, time, LimitSettings.DEFAULTS);
        RequestQueue queue = new RequestQueue(database, time, "here", limits);
        AlertSettings less =
            new AlertSettings(List.of("90tokens/calendar day"), 1, Duration.ZERO, 0);
        Watch one = process(database, queue, limits);
        Watch other = process(database, queue, limits, less);
        look(one, other);
        use(queue, 85);
        submit(queue, 1);
        for (int i = 0; i < 3; i++) {
          look(one, other);
        }
        said("85% of 100 tokens", "94% of 90 tokens", "one question");
        staffs.forEach(Staff::close);
      }
    }

    @Test
    void aPlatformIsMissedAfterFiveMinutesAlsoOverARestart() {
      try (Database database = fresh()) {
        Limits limits = new Limits(database, time, LimitSettings.DEFAULTS);
        RequestQueue queue = new RequestQueue(database, time, "here", limits);
        Watch one = process(database, queue, limits);
        look(one);
        heard.put("discord", false);
        minutes(4, one);
        said();
        // Whoever has just started has not listened for long.
        Watch after = process(database, queue, limits);
        minutes(3, after);
        said();
        minutes(3, after, one);
        said("Discord cannot be reached, for 8 minutes now");
        Watch third = process(database, queue, limits);
        minutes(10, third);
        said("Discord cannot be reached");
        heard.put("discord", true);
        minutes(2, third, after);
        said("Discord cannot be reached", "Discord can be reached again");
        staffs.forEach(Staff::close);
      }
    }

    private void minutes(int minutes, Watch... watches) {
      for (int i = 0; i < minutes; i++) {
        time.step(Duration.ofMinutes(1));
        look(watches);
      }
    }

    private static void look(Watch... watches) {
      for (Watch watch : watches) {
        watch.look();
      }
    }

    private void use(RequestQueue queue, int tokens) {
      submit(queue, 99);
      queue.finish(queue.claim("main", 9).orElseThrow().id(), new Ending.Answered(tokens, 0));
    }

    private void submit(RequestQueue queue, int member) {
      Place place =
          new Place(
              new PlaceId("memory:p" + member),
              here.isEmpty() ? Place.Kind.PRIVATE : Place.Kind.GROUP,
              "",
              here);
      queue.submit(
          new Submission(
              "memory:event/" + ++events,
              new Asker(new MemberId(member + 1), Set.of(), place),
              Destination.in(place.id()),
              "lane-" + member,
              new Submission.Size(10, 10),
              "{}"));
    }
  }
}
