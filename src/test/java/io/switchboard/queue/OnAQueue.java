package io.switchboard.queue;

import io.switchboard.db.Database;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Cases on a queue of their own, which run on either database. */
abstract class OnAQueue {
  static final Ending DONE = new Ending.Answered(50, 50);

  QueueFixture f;
  RequestQueue queue;

  abstract Database open();

  LimitSettings limits() {
    return QueueFixture.unlimited();
  }

  @BeforeEach
  final void start() {
    f = new QueueFixture(open(), limits());
    queue = f.queue;
  }

  @AfterEach
  final void stop() {
    f.close();
  }
}
