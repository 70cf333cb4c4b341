package io.switchboard.db.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.db.TestDatabases;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that somebody made by hand is whole, but no more than a file: nothing in it is done. */
class HostileBackupTest {
  private static final String HEAD =
      "{\"switchboard\":1,\"at\":\"2026-05-01T12:00:00Z\",\"schema\":\"%s\",\"kept\":{},\"tables\":%d}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"table\":\"member; create table evil (n int);"
            + " --\",\"columns\":[\"id\"],\"next\":{\"id\":2}}",
        "{\"table\":\"member\",\"columns\":[\"id\"],\"next\":{\"id restart with 1; create table"
            + " evil (n int); --\":2}}",
        "{\"table\":\"member\",\"columns\":[\"id) values (1); --\"],\"next\":{}}",
        "{\"table\":\"\",\"columns\":[],\"next\":{\"id\":2}}"
      })
  void whatIsNoNameIsNotSaidToTheDatabase(String table) throws Exception {
    refuses(HEAD.formatted("1", 1) + table + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1.x", "99999999999999999999", "1?"})
  void whatIsNoVersionIsSaid(String schema) throws Exception {
    refuses(HEAD.formatted(schema, 0));
  }

  @Test
  void whatNobodyChangedIsTaken() throws Exception {
    assertThat(new BackupFile(file(HEAD.formatted("1.2", 0))).verify().schema()).isEqualTo("1.2");
  }

  private void refuses(String lines) throws Exception {
    String target = TestDatabases.emptyH2Url();
    assertThatThrownBy(
            () -> new Restore(Filled.settings(target)).from(new BackupFile(file(lines)), true))
        .isInstanceOf(BackupTrouble.class)
        .hasMessageContaining("is damaged");
    assertThat(Path.of(target.replace("jdbc:h2:file:", "") + ".mv.db")).doesNotExist();
  }

  private Path file(String lines) throws Exception {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Path file = Files.createTempFile(folder, "hostile", ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
      out.write("{\"rows\":0,\"sha256\":\"%s\"}\n".formatted(sum).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
