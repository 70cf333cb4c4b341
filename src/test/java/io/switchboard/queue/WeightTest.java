package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.assertj.core.data.Offset;

/**
 * Weights come from the roles of the configuration. In any stretch of time in which two members
 * both wait, what they are served, divided by their weights, differs by at most twice the largest
 * request divided by the smallest weight, for each answer that may run at once (Sheng et al., OSDI
 * 2024, with requests that are not interrupted).
 */
class WeightTest {
  private static final int LARGEST = 1000;
  private static final Place PLACE =
      new Place(new PlaceId("x:1"), Place.Kind.PRIVATE, "", List.of());
  private static final Map<String, Double> WEIGHTS =
      Map.of("role:half", 0.5, "role:one", 1.0, "role:three", 3.0);

  private static Database database;

  @BeforeContainer
  static void open() {
    database = TestDatabases.h2();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  private final Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private final RequestQueue queue =
      new RequestQueue(database, () -> now, "here", new Limits(database, () -> now, settings()));
  private final Map<RequestId, Long> owners = new HashMap<>();
  private int key;

  private static LimitSettings settings() {
    Map<String, LimitRules> roles = new HashMap<>();
    WEIGHTS.forEach((role, weight) -> roles.put(role, weighing(weight)));
    return new LimitSettings(LimitRules.DEFAULTS, roles, Map.of());
  }

  private static LimitRules weighing(double weight) {
    return new LimitRules(
        null, null, null, null, null, null, null, null, null, null, null, null, null, weight, null,
        null);
  }

  private void ask(long member, String role, long tokens) {
    String name = "w" + System.identityHashCode(this) + "/" + ++key;
    Asker asker = new Asker(new MemberId(member), Set.of(role), PLACE);
    Submission submission =
        new Submission(
            name,
            asker,
            Destination.in(PLACE.id()),
            "lane" + name,
            new Submission.Size(1, tokens),
            "");
    owners.put(((Admission.Queued) queue.submit(submission)).id(), member);
  }

  private static void forget() {
    database.useTransaction(
        h -> {
          h.execute("delete from request");
          h.execute("delete from line");
          h.execute("delete from usage_entry");
          h.execute("update queue_clock set last_left = null");
        });
  }

  @Property(tries = 15)
  void whoWaitsIsServedByWeight(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 3) int concurrency) {
    forget();
    Random random = new Random(seed);
    List<String> roles = List.copyOf(WEIGHTS.keySet());
    Map<Long, Double> served = new HashMap<>();
    for (long member = 1; member <= roles.size(); member++) {
      served.put(member, 0.0);
      for (int i = 0; i <= concurrency; i++) {
        ask(member, roles.get((int) member - 1), 1 + random.nextInt(LARGEST));
      }
    }
    double bound = 2.0 * concurrency * LARGEST / 0.5;
    List<RequestId> running = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      while (running.size() < concurrency) {
        RequestId next = queue.claim("main", concurrency).orElseThrow().id();
        running.add(next);
        long member = owners.getOrDefault(next, 0L);
        ask(member, roles.get((int) member - 1), 1 + random.nextInt(LARGEST));
      }
      RequestId ending = running.remove(random.nextInt(running.size()));
      int tokens = random.nextInt(LARGEST);
      queue.finish(ending, new Ending.Answered(0, tokens));
      long member = owners.getOrDefault(ending, 0L);
      served.merge(
          member, tokens / WEIGHTS.getOrDefault(roles.get((int) member - 1), 1.0), Double::sum);
      double most = served.values().stream().mapToDouble(d -> d).max().orElseThrow();
      double least = served.values().stream().mapToDouble(d -> d).min().orElseThrow();
      assertThat(most - least).isLessThanOrEqualTo(bound);
    }
  }

  @Property(tries = 15)
  void aRoleThatComesAndGoesGivesNoCredit(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    forget();
    Random random = new Random(seed);
    List<String> roles = List.copyOf(WEIGHTS.keySet());
    double truth = 0;
    for (int i = 0; i < 12; i++) {
      String before = roles.get(random.nextInt(roles.size()));
      ask(9, before, 1 + random.nextInt(LARGEST));
      RequestId id = queue.claim("main", 1).orElseThrow().id();
      // While it runs, they ask again with another role.
      ask(9, roles.get(random.nextInt(roles.size())), 10);
      int tokens = random.nextInt(LARGEST);
      if (random.nextBoolean()) {
        queue.finish(id, new Ending.Answered(tokens, 0));
        truth += tokens / WEIGHTS.getOrDefault(before, 1.0);
      } else {
        queue.finish(id, new Ending.Failed("as it happens"));
      }
      RequestId second = queue.claim("main", 1).orElseThrow().id();
      queue.finish(second, new Ending.Failed("as it happens"));
      assertThat(served()).isCloseTo(truth, Offset.offset(0.001));
    }
  }

  private static double served() {
    return database.read(
        h -> h.createQuery("select served from line where member = 9").mapTo(double.class).one());
  }
}
