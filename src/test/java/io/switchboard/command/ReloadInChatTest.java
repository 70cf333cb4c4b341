package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.audit.AuditEntry;
import io.switchboard.command.visit.Reloading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /reload}: owners have the files read, and hear what came of it. */
class ReloadInChatTest {
  private final Town town = new Town(Town.generous());

  @AfterEach
  void close() {
    town.close();
  }

  private String reload() {
    town.command(town.admin, "reload");
    return town.last(town.admin).text();
  }

  @Test
  void saysWhatWasTakenAndWhatNeedsARestart() {
    assertThat(reload()).contains("as the files say").doesNotContain("restart");
    town.reloading.set(() -> new Reloading.Outcome(true, "web, database"));
    assertThat(reload()).contains("A restart is needed for: web, database");
    town.reloading.set(() -> new Reloading.Outcome(false, "line 3: limits: expected a list"));
    assertThat(reload()).contains("everything stays as it was", "line 3: limits: expected a list");
    assertThat(town.audit.recent(10).stream().filter(e -> e.what().equals("reload"))).hasSize(3);
  }

  @Test
  void isForOwnersOnly() {
    town.command(town.admin, "member role @alice admin");
    town.command(town.alice, "reload");
    assertThat(town.last(town.alice).text()).contains("for owners only");
    assertThat(town.audit.recent(10)).map(AuditEntry::target).contains("/reload");
  }
}
