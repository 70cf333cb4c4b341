package io.switchboard.queue.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class LimitsTest {
  private static final MemberId ANN = new MemberId(1);
  private static final MemberId BOB = new MemberId(2);
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Place PRIVATE =
      new Place(new PlaceId("x:1"), Place.Kind.PRIVATE, "", List.of());
  private static final Place SERVER =
      new Place(
          new PlaceId("x:5"), Place.Kind.GROUP, "general", List.of("x-channel:5", "x-server:1"));

  private Instant now = START;
  private Database database;
  private Limits limits;
  private RequestQueue queue;
  private int key;

  abstract Database open();

  @BeforeEach
  void start() {
    database = open();
    Map<String, LimitRules> roles = new LinkedHashMap<>();
    roles.put("role:free", rules(List.of(), null, 3));
    roles.put("role:more", rules(List.of("5/hour"), List.of("1000/day"), 2));
    use(
        new LimitSettings(
            new LimitRules(limits("2/hour", "3/day"), List.of(), List.of(), 1, 2, 50, 100),
            roles,
            Map.of("x-server:1", rules(List.of("3/hour"), null, null))));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private void use(LimitSettings settings) {
    limits = new Limits(database, () -> now, settings);
    queue = new RequestQueue(database, () -> now, "here", limits);
  }

  private static List<Limit> limits(String... written) {
    return List.of(written).stream().map(Limit::parse).toList();
  }

  private static LimitRules rules(
      @Nullable List<String> requests, @Nullable List<String> tokens, @Nullable Integer running) {
    return new LimitRules(
        requests == null ? null : requests.stream().map(Limit::parse).toList(),
        tokens == null ? null : tokens.stream().map(Limit::parse).toList(),
        null,
        running,
        null,
        null,
        null);
  }

  private static Asker asker(MemberId member, Place place, String... roles) {
    return new Asker(member, Set.of(roles), place);
  }

  private Admission ask(Asker asker, long tokens) {
    return ask(asker, 10, tokens);
  }

  private Admission ask(Asker asker, int characters, long tokens) {
    key++;
    return queue.submit(
        new Submission(
            "k" + key,
            asker,
            Destination.in(asker.place().id()),
            "lane" + key,
            new Submission.Size(characters, tokens),
            ""));
  }

  /** Asks and has it answered at once. */
  private RequestId answered(Asker asker, long tokens) {
    RequestId id = ((Admission.Queued) ask(asker, tokens)).id();
    assertThat(queue.claim("main", 9)).isPresent();
    queue.finish(id, new Ending.Answered(tokens, 0));
    return id;
  }

  private static LimitReached refusal(Admission admission) {
    return ((Admission.OverLimit) admission).limit();
  }

  @Test
  void theWindowSlidesAndSaysWhenItIsBack() {
    Asker ann = asker(ANN, PRIVATE);
    answered(ann, 1);
    now = START.plus(Duration.ofMinutes(20));
    answered(ann, 1);
    now = START.plus(Duration.ofMinutes(50));
    assertThat(refusal(ask(ann, 1)))
        .isEqualTo(
            new LimitReached(Limit.parse("2/hour"), "default", 2, START.plus(Duration.ofHours(1))));
    now = START.plus(Duration.ofHours(1)).minusNanos(1000);
    assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
    now = START.plus(Duration.ofHours(1));
    answered(ann, 1);
    assertThat(refusal(ask(ann, 1)))
        .isEqualTo(
            new LimitReached(Limit.parse("3/day"), "default", 3, START.plus(Duration.ofDays(1))));
    assertThat(ask(asker(BOB, PRIVATE), 1)).isInstanceOf(Admission.Queued.class);
  }

  @Test
  void waitingAndRunningCountAndWhatFailsOrIsCancelledDoesNot() {
    Asker ann = asker(ANN, PRIVATE);
    RequestId failing = ((Admission.Queued) ask(ann, 1)).id();
    RequestId cancelled = ((Admission.Queued) ask(ann, 1)).id();
    assertThat(ask(ann, 1)).isInstanceOf(Admission.TooManyWaiting.class);
    assertThat(queue.claim("main", 1)).isPresent();
    assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
    queue.finish(failing, new Ending.Failed("broken"));
    assertThat(limits.effective(ann).getFirst().used()).isEqualTo(1);
    queue.stop(cancelled, ANN);
    assertThat(limits.effective(ann).getFirst().used()).isZero();
    answered(ann, 1);
    answered(ann, 1);
    assertThat(ask(ann, 1)).isInstanceOf(Admission.OverLimit.class);
  }

  @Test
  void tokensAreReservedAsExpectedAndSettledAsUsed() {
    Asker ann = asker(ANN, PRIVATE, "role:more");
    RequestId id = ((Admission.Queued) ask(ann, 900)).id();
    assertThat(refusal(ask(ann, 200)))
        .isEqualTo(
            new LimitReached(
                Limit.parse("1000tokens/day"), "role:more", 900, START.plus(Duration.ofDays(1))));
    queue.claim("main", 1);
    queue.finish(id, new Ending.Answered(100, 150));
    assertThat(ask(ann, 750)).isInstanceOf(Admission.Queued.class);
    assertThat(refusal(ask(ann, 5000)).backAt()).isEqualTo(Instant.MAX);
  }

  @Test
  void whatIsAnsweredIsSettledOnceAndGivenBackIfItCannotBeDelivered() {
    Asker ann = asker(ANN, PRIVATE, "role:more");
    RequestId id = ((Admission.Queued) ask(ann, 900)).id();
    queue.claim("main", 1);
    queue.answered(id, new Use(null, 100, 100));
    queue.finish(id, new Ending.Answered(0, 0));
    assertThat(limits.effective(ann)).extracting(LimitUse::used).containsExactly(1L, 200L);
    RequestId lost = ((Admission.Queued) ask(ann, 100)).id();
    queue.claim("main", 1);
    queue.answered(lost, new Use(null, 100, 100));
    queue.finish(lost, new Ending.Failed("no way to deliver it"));
    assertThat(limits.effective(ann)).extracting(LimitUse::used).containsExactly(1L, 200L);
  }

  @Test
  void backAtWaitsForEnoughToFallOut() {
    Asker ann = asker(ANN, PRIVATE, "role:more");
    for (int i = 0; i < 4; i++) {
      answered(ann, 250);
      now = now.plus(Duration.ofMinutes(90));
    }
    assertThat(refusal(ask(ann, 100)).backAt()).isEqualTo(START.plus(Duration.ofHours(24)));
    assertThat(refusal(ask(ann, 251)).backAt())
        .isEqualTo(START.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(90)));
    now = refusal(ask(ann, 251)).backAt().minusNanos(1000);
    assertThat(ask(ann, 251)).isInstanceOf(Admission.OverLimit.class);
    now = now.plusNanos(1000);
    assertThat(ask(ann, 251)).isInstanceOf(Admission.Queued.class);
  }
}

class LimitsOnH2Test extends LimitsTest {
  @Override
  Database open() {
    return TestDatabases.h2();
  }
}

class LimitsOnPostgresTest extends LimitsTest {
  @Override
  Database open() {
    return TestDatabases.postgres();
  }
}
