package io.switchboard.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every Java file is as google-java-format leaves it; {@code -Dformat=write} makes it so. */
class FormatTest {
  @Test
  void everyFileIsFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("format"));
    List<Path> unformatted = new ArrayList<>();
    try (var files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        String formatted = format(source);
        if (!formatted.equals(source)) {
          unformatted.add(file);
          if (write) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    if (!write) {
      assertThat(unformatted)
          .as("mvn test -Dtest=FormatTest -Dformat=write formats these")
          .isEmpty();
    }
  }

  private static String format(String source) throws Exception {
    String imports =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE);
    return new Formatter().formatSource(imports);
  }
}
