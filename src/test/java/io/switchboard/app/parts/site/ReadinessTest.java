package io.switchboard.app.parts.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.util.concurrent.atomic.AtomicInteger;
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

  @Test
  void anErrorWhileItLooksIsSomethingMissingUntilTheNextLook() {
    try (Database database = TestDatabases.h2()) {
      AtomicInteger looks = new AtomicInteger();
      Readiness soon =
          new Readiness(
              database,
              () -> {
                if (looks.incrementAndGet() == 1) {
                  throw new StackOverflowError("as the test wants");
                }
                return true;
              });
      soon.started();
      assertThat(soon.get()).containsExactly("database");
      await().untilAsserted(() -> assertThat(soon.get()).isEmpty());
    }
  }
}
