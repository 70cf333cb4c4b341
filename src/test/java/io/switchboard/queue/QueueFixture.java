package io.switchboard.queue;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.AdminSays;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import io.switchboard.queue.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A queue on a database, a clock that is stepped, and short words for asking. */
public final class QueueFixture implements AutoCloseable {
  public static final String ACCOUNT = "main";
  public static final PlaceId PLACE = new PlaceId("sandbox:1");

  private static final AtomicInteger KEY = new AtomicInteger();

  private final Database database;
  private final LimitSettings settings;
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00.000001Z");
  final InstantSource time = () -> now;
  public final RequestQueue queue;

  public QueueFixture(Database database, LimitSettings settings) {
    this.database = database;
    this.settings = settings;
    this.queue = process("here");
  }

  /** What another process would have, on the same database. */
  public RequestQueue process(String holder) {
    return process(database, holder);
  }

  public RequestQueue process(Database own, String holder) {
    return new RequestQueue(own, time, h -> now, holder, new Limits(own, time, settings));
  }

  public AdminSays admin() {
    return new AdminSays(database, limits());
  }

  public Limits limits() {
    return new Limits(database, time, settings);
  }

  public Database database() {
    return database;
  }

  public static LimitSettings unlimited() {
    return limited(List.of(), null, null);
  }

  public static LimitSettings limited(
      List<String> requests, @Nullable Integer running, @Nullable Integer waiting) {
    return new LimitSettings(
        new LimitRules(
            requests.stream().map(Limit::parse).toList(),
            List.of(),
            List.of(),
            running,
            waiting,
            null,
            100),
        Map.of(),
        Map.of());
  }

  public static Asker asker(long member) {
    return new Asker(
        new MemberId(member),
        Set.of("discord-role:7", "telegram-administrator"),
        new Place(
            PLACE,
            Place.Kind.THREAD,
            "a \n place",
            List.of("discord-channel:5", "discord-server:1")));
  }

  public static Submission question(long member, String lane, long tokens) {
    return question("test:" + KEY.incrementAndGet(), member, lane, tokens);
  }

  public static Submission question(String key, long member, String lane, long tokens) {
    return new Submission(
        key,
        asker(member),
        new Destination(PLACE, "reply"),
        lane,
        new Submission.Size(10, tokens),
        "question of " + member + " in " + lane);
  }

  public RequestId ask(long member) {
    return ask(member, "lane" + KEY.incrementAndGet(), 100);
  }

  public RequestId ask(long member, String lane, long tokens) {
    return ((Admission.Queued) queue.submit(question(member, lane, tokens))).id();
  }

  public Optional<RequestId> claim(int concurrency) {
    return queue.claim(ACCOUNT, concurrency).map(Claimed::id);
  }

  /** Claims until nothing is left to claim. */
  public List<RequestId> claimAll(int concurrency) {
    List<RequestId> all = new ArrayList<>();
    for (var next = claim(concurrency); next.isPresent(); next = claim(concurrency)) {
      all.add(next.get());
    }
    return all;
  }

  /** Claims and finishes one after the other until nothing is left. */
  public List<RequestId> drain() {
    List<RequestId> all = new ArrayList<>();
    for (var next = claim(1); next.isPresent(); next = claim(1)) {
      all.add(next.get());
      queue.finish(next.get(), new Ending.Answered(50, 50));
    }
    return all;
  }

  /** A worker of this account that looks every 50 ms, started. */
  static Worker worker(RequestQueue queue, int concurrency, RequestRunner runner) {
    Worker worker =
        new Worker(
            queue, runner, () -> List.of(Slots.of(ACCOUNT, concurrency)), Duration.ofMillis(50));
    worker.start();
    return worker;
  }

  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  public Instant now() {
    return now;
  }

  @Override
  public void close() {
    database.close();
  }
}
