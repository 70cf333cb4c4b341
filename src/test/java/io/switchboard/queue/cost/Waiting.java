package io.switchboard.queue.cost;

import io.switchboard.queue.QueueFixture;

/** Many waiting requests. */
final class Waiting {
  private Waiting() {}

  /** A hundredth of them members, as many requests each, written past the queue: quickly. */
  static void fill(QueueFixture f, int waiting) {
    int members = waiting / 100;
    f.database()
        .useTransaction(
            h -> {
              try (var batch =
                  h.prepareBatch(
                      "insert into request (id, arrival, event_key, member, lane, state, tokens,"
                          + " charged, attempt, failures, stop_wanted, submitted_at, place,"
                          + " place_kind, place_name, place_scopes, roles, reply_handle, payload)"
                          + " values (:id, :id, :key, :member, :lane, 'READY', 100, 0, 0, 0, false,"
                          + " :at, 'x:1', 'PRIVATE', 'x:1\n', '', '', '', 'a question')")) {
                for (int i = 1; i <= waiting; i++) {
                  batch
                      .bind("id", i)
                      .bind("key", "fill:" + i)
                      .bind("member", i % members)
                      .bind("lane", "fill" + i)
                      .bind("at", f.now())
                      .add();
                  if (i % 5000 == 0) {
                    batch.execute();
                  }
                }
                batch.execute();
              }
              h.execute(
                  "insert into line (member, served, weight, waiting, waiting_tokens, ready,"
                      + " running, head, eligible) select member, 0, 1, count(*), sum(tokens),"
                      + " count(*), 0, min(id), 1 from request group by member");
              h.execute("update queue_clock set turn = ?", waiting);
            });
  }
}
