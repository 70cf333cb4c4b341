package io.switchboard.queue.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Place;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAtQueueTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Database database;
    private LookAtQueue queue;

    @BeforeEach
    void open() {
      database = fresh();
      queue = new LookAtQueue(database);
    }

    @AfterEach
    void close() {
      database.close();
    }

    /** Members 1 to so many, each served as much as their number, with so many that wait. */
    private void wait(Handle h, int members, int each) {
      PreparedBatch lines =
          h.prepareBatch(
              "insert into line (member, served, weight, waiting, waiting_tokens, ready, running,"
                  + " head, eligible) values (:m, :s, 1, :w, 0, :w, 0, :head, 1)");
      PreparedBatch requests = requests(h);
      long id = 1;
      for (int m = 1; m <= members; m++) {
        lines.bind("m", m).bind("s", m / 3.0).bind("w", each).bind("head", id).add();
        for (int i = 0; i < each; i++) {
          request(requests, id, m, "READY");
          id++;
        }
      }
      lines.execute();
      requests.execute();
    }

    private static PreparedBatch requests(Handle h) {
      return h.prepareBatch(
          "insert into request (id, arrival, event_key, member, lane, state, tokens, charged,"
              + " attempt, failures, stop_wanted, submitted_at, started_at, account, place,"
              + " place_kind, place_name, place_scopes, roles, reply_handle, payload, weight)"
              + " values (:id, :id, :key, :m, 'l', :state, 1, 0, 0, 0, false, :now, :started,"
              + " :account, 'discord:5', 'GROUP', '#general', '', '', '', 'secret', 1)");
    }

    private static void request(PreparedBatch batch, long id, long member, String state) {
      boolean runs = state.equals("RUNNING") || state.equals("DELIVERING");
      batch
          .bind("id", id)
          .bind("key", "k" + id)
          .bind("m", member)
          .bind("state", state)
          .bind("now", NOW)
          .bind("started", runs ? NOW : null)
          .bind("account", runs ? "main" : null)
          .add();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 100})
    void pagesGiveEverybodyOnceInTheOrderInWhichTheyAreServed(int size) {
      database.useTransaction(
          h -> {
            wait(h, 12, 2);
            h.execute("update line set served = 2 where member in (4, 5, 6, 7)");
            h.execute("update line set eligible = 0 where member in (2, 9)");
            h.execute(
                "insert into line (member, served, weight, waiting, waiting_tokens, ready,"
                    + " running, eligible) values (50, 0, 1, 0, 0, 0, 0, 0)");
          });
      List<Long> seen = new ArrayList<>();
      Cursor at = Cursor.BEGINNING;
      while (at != null) {
        LookAtQueue.Page page = queue.waiting(Cursor.parse(at.written()).orElseThrow(), size);
        assertThat(page.waiting()).hasSizeLessThanOrEqualTo(size);
        page.waiting().forEach(w -> seen.add(w.oldest().member().value()));
        at = page.next();
      }
      assertThat(seen).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L, 10L, 11L, 12L, 2L, 9L);
    }

    @Test
    void whatRunsIsSaidWithItsAccountAndWhatWaitsWithItsPlace() {
      database.useTransaction(
          h -> {
            wait(h, 1, 2);
            PreparedBatch more = requests(h);
            request(more, 10, 1, "RUNNING");
            request(more, 11, 1, "DELIVERING");
            request(more, 12, 1, "DONE");
            request(more, 13, 1, "LATER");
            more.execute();
            h.execute("update request set stop_wanted = true where id = 10");
          });
      assertThat(queue.running()).extracting(a -> a.id().value()).containsExactly(10L, 11L);
      assertThat(queue.running().getFirst().run()).isEqualTo(new Asked.Run("main", NOW, true));
      Asked head = queue.waiting(Cursor.BEGINNING, 5).waiting().getFirst().oldest();
      assertThat(head.id().value()).isEqualTo(1);
      assertThat(head.where()).isEqualTo(new Asked.Where("discord", Place.Kind.GROUP, "#general"));
      assertThat(head.toString()).doesNotContain("secret");
      assertThat(queue.of(new MemberId(1), 10))
          .extracting(a -> a.id().value())
          .containsExactly(10L, 11L, 1L, 2L, 13L);
      assertThat(queue.of(new MemberId(2), 10)).isEmpty();
    }

    @Test
    void manyWhoWaitAreNotWalkedOver() {
      database.useTransaction(h -> wait(h, 50, 50));
      database.useTransaction(h -> h.execute("analyze"));
      double few = millis();
      database.useTransaction(
          h -> {
            h.execute("delete from request");
            h.execute("delete from line");
            wait(h, 200, 400);
          });
      database.useTransaction(h -> h.execute("analyze"));
      double many = millis();
      // Thirty times as many requests; walking over them would show.
      assertThat(many).as("%.2f ms for few, %.2f for many", few, many).isLessThan(few * 12 + 15);
    }

    private double millis() {
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        long begin = System.nanoTime();
        assertThat(queue.waiting(Cursor.BEGINNING, 25).waiting()).hasSize(25);
        assertThat(queue.running()).isEmpty();
        times.add(System.nanoTime() - begin);
      }
      // The quickest is what it costs; others run beside.
      return Collections.min(times) / 1e6;
    }
  }
}
