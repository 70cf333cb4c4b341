package io.switchboard.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.command.MemoryPlatform;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.pacing.Outbox;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StaffTest {
  /** Any message with one argument will do. */
  private static final String KEY = "desk.unknown";

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final PlaceId ROOM = new PlaceId("memory:staff");

    private final MemoryPlatform platform = new MemoryPlatform();
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private Staff staff(Database database, String... channels) {
      Messengers messengers = new Messengers(List.of(platform));
      return new Staff(
          database,
          () -> now,
          new StaffSettings(List.of(channels), "ko"),
          messengers,
          new Outbox(messengers),
          new Texts());
    }

    private void said(int messages) {
      await().untilAsserted(() -> assertThat(platform.in(ROOM)).hasSize(messages));
    }

    @Test
    void aTroubleIsSaidOnceAndItsEndOnce() {
      try (Database database = fresh();
          Staff one = staff(database, "memory-channel:staff");
          Staff another = staff(database, "memory-channel:staff")) {
        one.over("account main", KEY, "nothing was wrong");
        one.raise("account main", KEY, "refused");
        another.raise("account main", KEY, "refused");
        one.raise("account other", KEY, "refused, too");
        said(2);
        another.over("account main", KEY, "fine");
        one.over("account main", KEY, "fine");
        said(3);
        one.raise("account main", KEY, "again");
        one.tell(KEY, "once");
        one.tell(KEY, "once");
        said(6);
        assertThat(platform.in(ROOM))
            .extracting(MemoryPlatform.Shown::text)
            .allSatisfy(text -> assertThat(text).containsPattern("[가-힣]"));
      }
    }

    @Test
    void whatACrashLeftIsSaidByTheNext() {
      try (Database database = fresh()) {
        Staff dead = staff(database, "memory-channel:staff");
        dead.close();
        dead.raise("disk", KEY, "full");
        assertThat(platform.in(ROOM)).isEmpty();
        try (Staff next = staff(database, "memory-channel:staff")) {
          next.sweep();
          said(1);
          now = now.plus(Duration.ofHours(1));
          next.sweep();
          next.over("disk", KEY, "empty");
          said(2);
        }
      }
    }

    @Test
    void whatIsBeingSaidIsNobodyElsesHoweverLongOthersTookBefore() {
      try (Database database = fresh()) {
        Staff dead = staff(database, "memory-channel:staff");
        dead.close();
        dead.raise("disk", KEY, "full");
        dead.raise("account main", KEY, "refused");
        Messengers messengers = new Messengers(List.of(platform));
        Outbox outbox = new Outbox(messengers);
        List<Integer> anybodys = new CopyOnWriteArrayList<>();
        outbox.watchedBy(
            (platform, kind, answer) -> {
              if (anybodys.isEmpty()) {
                now = now.plus(Duration.ofMinutes(3));
              }
              anybodys.add(database.read(h -> NoticeTable.waiting(h, now)).size());
            });
        StaffSettings settings = new StaffSettings(List.of("memory-channel:staff"), "ko");
        try (Staff slow =
            new Staff(database, () -> now, settings, messengers, outbox, new Texts())) {
          slow.sweep();
          await().until(() -> anybodys.size() == 2);
          assertThat(anybodys.getLast()).isZero();
          await()
              .until(
                  () ->
                      database
                          .<List<NoticeTable.Notice>>read(
                              h -> NoticeTable.waiting(h, now.plusSeconds(3600)))
                          .isEmpty());
        }
      }
    }

    @Test
    void withoutAChannelNothingIsKeptToBeSaid() {
      try (Database database = fresh();
          Staff nowhere = staff(database, "discord-channel:5")) {
        nowhere.raise("disk", KEY, "full");
        assertThat(nowhere.places()).isEmpty();
        await()
            .until(
                () ->
                    database
                        .<List<NoticeTable.Notice>>read(
                            h -> NoticeTable.waiting(h, now.plusSeconds(3600)))
                        .isEmpty());
      }
    }
  }
}
