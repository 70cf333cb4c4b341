package io.switchboard.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuartzAlarmsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {
    @Test
    void oneOfSeveralProcessesRings() {
      alarms.start();
      try (Database other = TestDatabases.open(address);
          QuartzAlarms second = new QuartzAlarms(other)) {
        second.onRing("test", rung::add);
        second.start();
        for (int i = 0; i < 20; i++) {
          (i % 2 == 0 ? alarms : second).set("test", "n" + i, Instant.now().plusMillis(200));
        }
        await().until(() -> rung.size() >= 20);
        assertThat(rung).doesNotHaveDuplicates().hasSize(20);
      }
    }

    @Test
    void whatOneProcessSetsAnotherRings() {
      try (Database other = TestDatabases.open(address);
          QuartzAlarms second = new QuartzAlarms(other)) {
        second.onRing("test", rung::add);
        second.start();
        alarms.set("test", "from the first", Instant.now());
        await().atMost(Duration.ofMinutes(4)).until(() -> rung.contains("from the first"));
      }
    }
  }

  abstract static class Cases implements FreshDatabase {
    final List<String> rung = new CopyOnWriteArrayList<>();
    String address;
    QuartzAlarms alarms;
    private Database database;

    @BeforeEach
    void open() {
      address = freshUrl();
      database = TestDatabases.open(address);
      alarms = alarms();
    }

    @AfterEach
    void close() {
      alarms.close();
      database.close();
    }

    private QuartzAlarms alarms() {
      QuartzAlarms made = new QuartzAlarms(database);
      made.onRing("test", rung::add);
      return made;
    }

    @Test
    void anInterruptedThreadSetsAndCancelsThemToo() {
      alarms.start();
      Instant later = Instant.now().plusSeconds(600);
      for (int i = 0; i < 20; i++) {
        Thread.currentThread().interrupt();
        alarms.set("test", "n" + i, later);
        alarms.cancel("test", "n" + i);
        assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
      }
      alarms.set("test", "after", Instant.now());
      await().atMost(Duration.ofMinutes(4)).until(() -> rung.contains("after"));
    }

    @Test
    void ringsAtItsTime() {
      alarms.start();
      Instant at = Instant.now().plusMillis(700);
      alarms.set("test", "7", at);
      await().until(() -> rung.contains("7"));
      assertThat(Instant.now()).isAfterOrEqualTo(at.minusMillis(1)).isBefore(at.plusSeconds(30));
    }

    @Test
    void ringsOnceAndForTheLastTimeSet() {
      alarms.set("test", "7", Instant.now().plusMillis(100_000));
      alarms.set("test", "7", Instant.now().plusMillis(300));
      alarms.set("test", "gone", Instant.now().plusMillis(300));
      alarms.set("other", "7", Instant.now().plusMillis(300));
      alarms.cancel("test", "gone");
      alarms.cancel("test", "never there");
      // Only now, or what is taken back might ring before that.
      alarms.start();
      alarms.set("test", "end", Instant.now().plusMillis(1200));
      await().until(() -> rung.contains("end") && rung.contains("7"));
      assertThat(rung).containsExactlyInAnyOrder("7", "end");
    }

    @Test
    void whatCameDueWhileNobodyWasThereRingsAtStart() {
      alarms.set("test", "old", Instant.now().minusSeconds(86_400));
      alarms.set("test", "soon", Instant.now().plusMillis(500));
      alarms.close();
      assertThat(rung).isEmpty();
      alarms = alarms();
      alarms.start();
      await().until(() -> rung.size() == 2);
      assertThat(rung).containsExactlyInAnyOrder("old", "soon");
    }

    @Test
    void canBeSetAgainWhileItRings() {
      alarms.onRing(
          "again",
          id -> {
            rung.add(id);
            if (rung.size() < 3) {
              alarms.set("again", id, Instant.now().plusMillis(50));
            }
          });
      alarms.start();
      alarms.set("again", "x", Instant.now());
      await().until(() -> rung.size() == 3);
    }

    @Test
    void aHandlerThatThrowsDoesNoHarm() {
      alarms.onRing(
          "bad",
          id -> {
            rung.add(id);
            throw new IllegalStateException("as a test wants it");
          });
      alarms.start();
      alarms.set("bad", "1", Instant.now());
      await().until(() -> rung.contains("1"));
      alarms.set("test", "2", Instant.now());
      await().until(() -> rung.contains("2"));
      assertThat(rung).containsExactly("1", "2");
    }
  }
}
