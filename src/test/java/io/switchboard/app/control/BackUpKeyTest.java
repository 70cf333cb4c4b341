package io.switchboard.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.app.settings.Settings;
import io.switchboard.db.backup.BackupTrouble;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the key for links no link opens after a restore, so no backup goes without it. */
class BackUpKeyTest {
  @TempDir Path folder;

  @Test
  void aKeyThatCannotBeReadIsNotLeftOut() throws Exception {
    Path key = folder.resolve("link.key");
    // Leads nowhere, so nobody can read it, root included.
    Files.createSymbolicLink(key, key);
    Settings settings = new Settings(folder, Map.of("SWITCHBOARD_DATA", folder.toString())::get);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> new BackUp(settings, InstantSource.system()).write(out))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining(key + " cannot be read by the user that runs this");
    assertThat(out.size()).isZero();
  }
}
