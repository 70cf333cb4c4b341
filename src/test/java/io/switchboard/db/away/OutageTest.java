package io.switchboard.db.away;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutageTest {
  @Test
  void anErrorWhileItIsSoughtDoesNotKeepItAwayForEver() {
    AtomicInteger looks = new AtomicInteger();
    try (Outage outage =
        new Outage(
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new StackOverflowError("as the test wants");
              }
              return true;
            })) {
      outage.failed(new SQLTransientConnectionException("away, as the test wants"));
      assertThatCode(outage::pass).doesNotThrowAnyException();
    }
  }
}
