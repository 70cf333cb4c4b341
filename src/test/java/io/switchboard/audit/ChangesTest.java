package io.switchboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.act.thing.SaidThing;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Said;
import io.switchboard.member.access.Standings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Changes and their way back, as rows. */
class ChangesTest {
  private static final MemberId ADMIN = new MemberId(5);
  private static final InstantSource NOON = () -> Instant.parse("2026-03-01T12:00:00Z");
  private static final Change BAN =
      new Change("member ban", "x", "", "ban test:1 test:2", "banned");

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static Changes changes(Database database) {
      Standings standings = new Standings(database, NOON);
      return new Changes(
          database,
          NOON,
          Map.of(
              "ban", new SaidThing(standings, Said.BAN),
              "standing", new SaidThing(standings, Said.STANDING)));
    }

    private static void say(Database database, String account, Said what, String state) {
      PersonId person = new PersonId(account);
      new Standings(database, NOON).know(person);
      database.useTransaction(h -> what.write(h, List.of(person), state));
    }

    @Test
    void everyAccountGetsItsOwnBack() {
      try (Database database = fresh()) {
        Changes changes = changes(database);
        say(database, "test:2", Said.BAN, "banned");
        AuditEntry entry = changes.make(ADMIN, BAN).orElseThrow();
        assertThat(entry.trace().before()).isEqualTo("not banned | banned");
        assertThat(entry.trace().after()).isEqualTo("banned");
        assertThat(changes.undo(ADMIN, entry.id())).isInstanceOf(Undone.Done.class);
        List<String> banned =
            database.read(
                h ->
                    h.createQuery("select person from person_access where banned")
                        .mapTo(String.class)
                        .list());
        assertThat(banned).containsExactly("test:2");
        assertThat(changes.undo(ADMIN, entry.id())).isInstanceOf(Undone.Already.class);
        assertThat(changes.undo(ADMIN, 4711)).isInstanceOf(Undone.NotFound.class);
      }
    }

    @Test
    void allThatIsSaidComesBack() {
      try (Database database = fresh()) {
        Changes changes = changes(database);
        say(database, "test:1", Said.PAUSE, "paused until 2026-03-02T12:00:00Z");
        say(database, "test:1", Said.END, "until 2026-03-03T12:00:00Z");
        say(database, "test:1", Said.HOURS, "mon-fri 9-17, sat 10-14");
        AuditEntry entry =
            changes
                .make(ADMIN, new Change("member allow", "x", "", "standing test:1", Said.LET_IN))
                .orElseThrow();
        assertThat(entry.trace().before())
            .isEqualTo(
                "by the rules; not banned; paused until 2026-03-02T12:00:00Z; until"
                    + " 2026-03-03T12:00:00Z; mon-fri 9-17, sat 10-14");
        assertThat(changes.undo(ADMIN, entry.id()))
            .isInstanceOfSatisfying(
                Undone.Done.class,
                done -> assertThat(done.undo().trace().after()).isEqualTo(entry.trace().before()));
      }
    }

    @Test
    void ofManyWhoTakeItBackAtOnceOneDoes() throws Exception {
      try (Database database = fresh();
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Changes changes = changes(database);
        long id = changes.make(ADMIN, BAN).orElseThrow().id();
        List<Future<Undone>> all =
            IntStream.range(0, 8)
                .mapToObj(i -> threads.submit(() -> changes.undo(ADMIN, id)))
                .toList();
        int done = 0;
        for (Future<Undone> one : all) {
          done += one.get() instanceof Undone.Done ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
      }
    }

    @Test
    void refusalsAreBounded() {
      try (Database database = fresh()) {
        Audit audit = new Audit(database, NOON);
        for (int i = 0; i < 100; i++) {
          audit.refused(new PersonId("test:stranger"), "/limit set");
        }
        audit.refused(new PersonId("test:other"), "/limit set");
        audit.refused(ADMIN, "/limit set");
        assertThat(audit.recent(500)).hasSize(62);
        assertThat(audit.recent(2).get(1).trace().person()).isEqualTo("test:other");
        assertThat(new Members(database, NOON).find(Audit.NOBODY)).isEmpty();
      }
    }
  }
}
