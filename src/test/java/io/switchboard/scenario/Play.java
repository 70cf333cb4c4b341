package io.switchboard.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What people do on one platform, with the program behind it; in the end nothing was done that the
 * platform forbids. Plays mostly wait for what a platform takes in a second, so they run side by
 * side.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class Play {
  static final String AGAIN = "Try again";

  @TempDir Path folder;
  Stage stage;
  Line line;

  abstract Stage stage();

  @BeforeEach
  void openTheStage() {
    stage = stage();
    line = new Line(folder, stage);
  }

  @AfterEach
  void closeTheStage() {
    try {
      assertThat(stage.violations()).isEmpty();
    } finally {
      line.close();
    }
  }
}
