package io.switchboard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    @Test
    void keepsWhatWasDone() {
      Instant now = Instant.parse("2026-03-01T12:00:00.5Z");
      MemberId admin = new MemberId(5);
      try (Database database = fresh()) {
        Audit audit = new Audit(database, () -> now);
        assertThat(audit.recent(10)).isEmpty();
        audit.record(admin, "limit set", "member 7", "50 requests a day");
        audit.record(admin, "limit reset", "member 7", "😀".repeat(1500) + "\0");
        audit.record(admin, "community on", "", "");
        assertThat(audit.recent(2))
            .extracting(AuditEntry::what)
            .containsExactly("community on", "limit reset");
        AuditEntry first = audit.recent(10).getLast();
        assertThat(first)
            .isEqualTo(
                new AuditEntry(
                    first.id(), admin, "limit set", "member 7", "50 requests a day", now));
        assertThat(audit.recent(10).get(1).detail()).isEqualTo("😀".repeat(1000));
      }
    }
  }
}
