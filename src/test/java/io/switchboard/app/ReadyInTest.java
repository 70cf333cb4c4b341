package io.switchboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.crash.SwitchboardProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "ready in" counts from the start of the process, and not from the full second before it. */
class ReadyInTest {
  private static final double ROUNDED = 0.05;

  @TempDir Path folder;

  @Test
  void saysNoMoreThanWentBy() throws IOException {
    Files.writeString(folder.resolve("switchboard.yaml"), "web: {port: 0}\n");
    long began = System.nanoTime();
    try (SwitchboardProcess process = SwitchboardProcess.start(folder, Map.of())) {
      process.awaitReady();
      double wentBy = (System.nanoTime() - began) / 1e9;
      Matcher said = Pattern.compile("ready in (\\S+) s").matcher(process.output());
      assertThat(said.find()).isTrue();
      assertThat(Double.parseDouble(said.group(1))).isPositive().isLessThan(wentBy + ROUNDED);
    }
  }
}
