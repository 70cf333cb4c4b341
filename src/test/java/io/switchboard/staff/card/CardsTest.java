package io.switchboard.staff.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.MemoryPlatform;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.staff.Staff;
import io.switchboard.staff.StaffSettings;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What cards show when several processes have something to say about one. */
class CardsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MemoryPlatform platform = new MemoryPlatform();
    private final Messengers messengers = new Messengers(List.of(platform));
    private final Outbox outbox = new Outbox(messengers);

    private Staff staff(Database database) {
      StaffSettings settings = new StaffSettings(List.of("memory-channel:staff"), "en");
      return new Staff(database, () -> NOW, settings, messengers, outbox, new Texts());
    }

    @Test
    void whatAnotherProcessWantsShownMeanwhileIsShown() {
      try (Database database = fresh();
          Staff staff = staff(database);
          Cards busy = new Cards(database, () -> NOW, staff, outbox);
          Cards other = new Cards(database, () -> NOW, staff, outbox)) {
        other.close(); // Its own look finds the card busy, or comes no more: it is all the same.
        AtomicBoolean first = new AtomicBoolean(true);
        busy.ask(
            "case",
            (id, language) -> {
              boolean before = first.getAndSet(false);
              if (before) {
                other.refresh("case", id);
              }
              return Optional.of(Reply.of(Document.plain(before ? "as it was" : "as it is")));
            });
        busy.refresh("case", "1");
        await()
            .untilAsserted(
                () ->
                    assertThat(platform.in(new PlaceId("memory:staff")))
                        .extracting(MemoryPlatform.Shown::text)
                        .containsExactly("as it is"));
      }
    }
  }
}
