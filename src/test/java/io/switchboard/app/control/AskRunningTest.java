package io.switchboard.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.switchboard.db.backup.BackupTrouble;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks as another user than the one that runs it is told so. */
class AskRunningTest {
  @TempDir Path folder;

  @Test
  void whereNothingRunsNothingIsAsked() throws Exception {
    assertThat(new AskRunning(folder).running()).isFalse();
    assertThat(new AskRunning(folder.resolve("none")).ask("x", new ByteArrayOutputStream()))
        .isFalse();
  }

  @Test
  void aDataFolderOfAnotherUserIsNamed() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path said = Files.writeString(data.resolve("control"), "1 secret\n");
    for (Path closed : new Path[] {said, data}) {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
      try {
        assumeFalse(Files.isReadable(closed), "root may read everything");
        assertThatThrownBy(() -> new AskRunning(data).running())
            .isInstanceOf(BackupTrouble.class)
            .hasMessageContaining("say this as that user");
      } finally {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
