package io.switchboard.app.parts.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void itNamesWhatIsMissing() {
    Database database = TestDatabases.h2();
    assertThat(new Readiness(database, () -> true).get()).containsExactly("starting");
    Readiness deaf = new Readiness(database, () -> false);
    deaf.started();
    assertThat(deaf.get()).containsExactly("no chat platform is connected");
    Readiness ready = new Readiness(database, () -> true);
    ready.started();
    assertThat(ready.get()).isEmpty();
    ready.stopping();
    assertThat(ready.get()).containsExactly("stopping");
    database.close();
    Readiness without = new Readiness(database, () -> true);
    without.started();
    assertThat(without.get()).containsExactly("database");
  }
}
