package io.switchboard.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.app.Switchboard;
import io.switchboard.app.settings.Settings;
import io.switchboard.config.Secret;
import io.switchboard.db.DatabaseSettings;
import io.switchboard.db.TestDatabases;
import io.switchboard.db.backup.BackupTrouble;
import io.switchboard.db.backup.WriteBackup;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  @Test
  void whatIsNoKeyIsRefusedBeforeAnythingChanges() throws Exception {
    Settings settings = settings();
    Switchboard.start(folder, environment(), InstantSource.system()).close();
    String own = Files.readString(folder.resolve("link.key"));
    for (String key :
        List.of("", "short", "A".repeat(42) + "=", "../../etc/passwd", own.strip() + own)) {
      Path file = backup(key);
      assertThatThrownBy(() -> new BackUp(settings, InstantSource.system()).from(file, true))
          .isInstanceOf(BackupTrouble.class)
          .hasMessageContaining("what it brings as the key for links is none")
          .message()
          .hasLineCount(1);
      assertThat(folder.resolve("link.key")).hasContent(own);
    }
  }

  @Test
  void aKeyThatComesIsForItsOwnerAlone() throws Exception {
    String brought = randomKey();
    new BackUp(settings(), InstantSource.system()).from(backup(brought), true);
    Path key = folder.resolve("link.key");
    assertThat(key).hasContent(brought);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String other = randomKey();
    new BackUp(settings(), InstantSource.system()).from(backup(other), true);
    assertThat(key).hasContent(other);
    assertThat(folder.resolve("link.key.before")).hasContent(brought);
    assertThat(folder.resolve("link.key.restoring")).doesNotExist();
  }

  /** The database is the new one then, and the key may be the old. */
  @Test
  void afterAKillBetweenDatabaseAndKeyNothingStarts() throws Exception {
    String brought = randomKey();
    Path file = backup(brought);
    Files.writeString(folder.resolve("link.key.restoring"), brought);
    assertThatThrownBy(
            () -> Switchboard.start(folder, environment(), InstantSource.system()).close())
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining("a restore was interrupted before its end: run it again");
    new BackUp(settings(), InstantSource.system()).from(file, true);
    Switchboard.start(folder, environment(), InstantSource.system()).close();
    assertThat(folder.resolve("link.key")).hasContent(brought);
  }

  private Settings settings() {
    return new Settings(folder, environment());
  }

  private Function<String, String> environment() {
    return Map.of(
            "SWITCHBOARD_PORT",
            "0",
            "SWITCHBOARD_DATABASE_URL",
            "jdbc:h2:file:" + folder.resolve("db"))
        ::get;
  }

  private Path backup(String key) throws Exception {
    Path file = Files.createTempFile(folder, "some", ".backup");
    try (OutputStream out = Files.newOutputStream(file)) {
      new WriteBackup(new DatabaseSettings(TestDatabases.h2Url(), "", Secret.of(""), 2, 0))
          .to(out, Instant.EPOCH, Map.of("link.key", key));
    }
    return file;
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
