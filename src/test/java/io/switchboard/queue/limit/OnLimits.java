package io.switchboard.queue.limit;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Cases on a queue with limits, on either database; each says with {@code use} which limits. */
abstract class OnLimits implements FreshDatabase {
  static final MemberId ANN = new MemberId(1);

  /** A Sunday. */
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  static final Place PRIVATE = new Place(new PlaceId("x:1"), Place.Kind.PRIVATE, "", List.of());
  static final Place SERVER =
      new Place(
          new PlaceId("x:5"), Place.Kind.GROUP, "general", List.of("x-channel:5", "x-server:1"));

  Instant now = START;
  Database database;
  Limits limits;
  AdminSays admin;
  RequestQueue queue;
  private int asked;

  @BeforeEach
  final void openDatabase() {
    database = fresh();
  }

  @AfterEach
  final void closeDatabase() {
    database.close();
  }

  final void use(LimitSettings settings) {
    use(new Limits(database, () -> now, settings));
  }

  final void use(Limits those) {
    limits = those;
    admin = new AdminSays(database, limits);
    queue = new RequestQueue(database, () -> now, "here", limits);
  }

  /** Asks in a lane of its own. */
  final Admission ask(Asker asker, Submission.Size size) {
    return ask(asker, null, size);
  }

  final Admission ask(Asker asker, @Nullable String model, Submission.Size size) {
    asked++;
    return queue.submit(
        new Submission(
            "k" + asked,
            asker,
            Destination.in(asker.place().id()),
            "lane" + asked,
            model,
            size,
            ""));
  }

  static LimitReached refusal(Admission admission) {
    return ((Admission.OverLimit) admission).limit();
  }
}
