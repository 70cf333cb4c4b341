package io.switchboard.queue;

import io.switchboard.db.FreshDatabase;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Cases on a queue of their own, which run on either database. */
abstract class OnAQueue implements FreshDatabase {
  static final Ending DONE = new Ending.Answered(50, 50);

  QueueFixture f;
  RequestQueue queue;

  LimitSettings limits() {
    return QueueFixture.unlimited();
  }

  @BeforeEach
  final void start() {
    f = new QueueFixture(fresh(), limits());
    queue = f.queue;
  }

  @AfterEach
  final void stop() {
    f.close();
  }
}
