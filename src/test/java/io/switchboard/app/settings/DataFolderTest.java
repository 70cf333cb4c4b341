package io.switchboard.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept beside the database lies beside its file. */
class DataFolderTest {
  @TempDir Path folder;

  @Test
  void itIsWhereTheFileIs() {
    assertThat(of("jdbc:h2:file:" + folder.resolve("in/db")))
        .isEqualTo(folder.resolve("in").toAbsolutePath());
    assertThat(of("jdbc:h2:~/in/db;TRACE_LEVEL_FILE=0"))
        .isEqualTo(Path.of(System.getProperty("user.home"), "in").toAbsolutePath());
    assertThat(of("jdbc:h2:mem:x")).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(of("jdbc:h2:tcp://host/in/db")).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(of("jdbc:postgresql://host/db")).isEqualTo(Path.of("data").toAbsolutePath());
  }

  private Path of(String url) {
    return new Settings(folder, Map.of("SWITCHBOARD_DATABASE_URL", url)::get).dataFolder();
  }
}
