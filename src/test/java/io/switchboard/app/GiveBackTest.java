package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GiveBackTest {
  @Test
  void javaGoesOnWithoutTheMemoryOfItsOwnCode() {
    assumeThat(Path.of("/proc/self/smaps")).isReadable();
    assertThat(GiveBack.now()).isGreaterThan(1_000_000);
    assertThat(GiveBack.now()).isGreaterThan(1_000_000);
  }
}
