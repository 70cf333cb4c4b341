package io.switchboard.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.switchboard.app.settings.Settings;
import io.switchboard.config.ConfigurationError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Whatever may happen to a file of the configuration that is shipped, at a start and at a reload:
 * it is named, with its line where it has one, and nothing is taken from it.
 */
class BadFilesTest {
  private static final Path SHIPPED = Path.of("bot-config");
  private static final Pattern COMMENTED = Pattern.compile("# ( *(- )?[A-Za-z]+:( .*)?)");

  @TempDir Path folder;

  /** What becomes of a file. */
  private enum Damage {
    LATIN_1 {
      @Override
      void of(Path file) throws IOException {
        Files.write(file, (Files.readString(file) + "\n# Größe\n").getBytes(ISO_8859_1));
      }
    },
    UTF_16 {
      @Override
      void of(Path file) throws IOException {
        Files.write(file, ("\uFEFF" + Files.readString(file)).getBytes(UTF_16LE));
      }
    },
    NUL {
      @Override
      void of(Path file) throws IOException {
        Files.writeString(file, Files.readString(file) + "\n# \0\n");
      }
    },
    ONLY_ZEROS {
      @Override
      void of(Path file) throws IOException {
        Files.write(file, new byte[4096]);
      }
    },
    A_FOLDER {
      @Override
      void of(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
      }
    },
    A_LINK_TO_ITSELF {
      @Override
      void of(Path file) throws IOException {
        Files.delete(file);
        Files.createSymbolicLink(file, file.getFileName());
      }
    },
    A_LINK_TO_NOTHING {
      @Override
      void of(Path file) throws IOException {
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nothing-there"));
      }
    },
    FIFTY_MEGABYTES {
      @Override
      void of(Path file) throws IOException {
        byte[] line = "# some words that go on and on\n".getBytes(UTF_8);
        byte[] all = new byte[50_000_000];
        for (int i = 0; i < all.length; i++) {
          all[i] = line[i % line.length];
        }
        Files.write(file, all);
      }
    };

    abstract void of(Path file) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> everyShippedFileDamagedInEveryWay() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SHIPPED)) {
      files = all.filter(Files::isRegularFile).map(SHIPPED::relativize).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(2);
    return files.stream()
        .flatMap(
            file ->
                Arrays.stream(Damage.values())
                    .map(
                        damage ->
                            DynamicTest.dynamicTest(
                                file + " " + damage, () -> isNamed(file, damage))));
  }

  private void isNamed(Path file, Damage damage) throws IOException {
    Path config = shipped(file + damage.name());
    damage.of(config.resolve(file));
    String said = refusal(config);
    assertThat(said).startsWith(config.resolve(file).toString()).doesNotContain("Exception");
    assertThat(said.lines().toList()).allMatch(line -> line.length() < 500).hasSizeLessThan(5);
  }

  @Test
  void theFolderOfPersonasIsNoFolder() throws IOException {
    Path config = folder.resolve("config");
    Files.createDirectories(config);
    Files.writeString(config.resolve("personas"), "a file");
    assertThat(refusal(config)).contains("personas: is no folder");
    Files.delete(config.resolve("personas"));
    Files.createSymbolicLink(config.resolve("personas"), Path.of("personas"));
    assertThat(refusal(config)).contains("personas: is no folder");
  }

  @Test
  void whatMayNotBeReadIsNotTakenForNothing() throws IOException {
    Path config = shipped("closed");
    Path file = config.resolve("switchboard.yaml");
    assumeFalse(
        !file.toFile().setReadable(false) || Files.isReadable(file),
        "whoever runs this may read everything, as root may");
    assertThat(refusal(config)).contains("may not be read by the user that runs this");
  }

  @Test
  void aMarkInFrontAndEndsOfLinesOfWindowsAreNoMistake() throws IOException {
    Path config = shipped("windows");
    Files.writeString(
        config.resolve("switchboard.yaml"), "\uFEFFshare:\r\n  defaultExpiry: 3d\r\n");
    Files.writeString(config.resolve("personas/tutor.md"), "\uFEFFYou\r\nteach.\r\n");
    Settings read = settings(config);
    assertThat(read.share.defaultExpiry().toDays()).isEqualTo(3);
    assertThat(read.personas().named("tutor").orElseThrow().text()).isEqualTo("You\nteach.");
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    Path config = shipped("empty");
    Files.writeString(config.resolve("switchboard.yaml"), "");
    assertThat(settings(config).withoutTokens()).isTrue();
    Files.writeString(config.resolve("personas/tutor.md"), "");
    assertThat(refusal(config)).contains("tutor.md: has no text for the model");
  }

  /** Each key of the example by itself, with what cannot be its value, and one beside it. */
  @TestFactory
  Stream<DynamicTest> everyKeyOfTheExample() throws IOException {
    String example =
        Files.readAllLines(SHIPPED.resolve("switchboard.yaml")).stream()
            .map(COMMENTED::matcher)
            .filter(Matcher::matches)
            .map(line -> line.group(1))
            .collect(Collectors.joining("\n"));
    // Variables would be YAML of their own.
    Node root = new Yaml().compose(new StringReader(example.replaceAll("\\$\\{[^}]*}", "x")));
    List<List<String>> keys = new ArrayList<>();
    collect(root, List.of(), keys);
    assertThat(keys).hasSizeGreaterThan(50);
    return keys.stream()
        .map(key -> DynamicTest.dynamicTest(String.join(".", key), () -> isNamed(key)));
  }

  private static void collect(Node node, List<String> path, List<List<String>> keys) {
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (NodeTuple entry : mapping.getValue()) {
      List<String> key = new ArrayList<>(path);
      key.add(((ScalarNode) entry.getKeyNode()).getValue());
      keys.add(key);
      collect(entry.getValueNode(), key, keys);
    }
  }

  private void isNamed(List<String> key) throws IOException {
    Path config = Files.createDirectories(folder.resolve(String.join("-", key)));
    String line = ", line " + key.size() + ": ";
    // What is text takes no list, and what is a list or a number no keys.
    for (String value : List.of("[[[a]]]", "{nobody: {knows: [this]}}")) {
      write(config, key, value);
      assertThat(refusal(config))
          .as(value)
          .contains(config + "/switchboard.yaml" + line, key.getFirst());
    }
    List<String> beside = new ArrayList<>(key);
    beside.set(key.size() - 1, key.getLast() + "x y");
    write(config, beside, "1");
    assertThat(refusal(config)).contains(config + "/switchboard.yaml" + line, beside.getLast());
  }

  private static void write(Path config, List<String> key, String value) throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (int depth = 0; depth < key.size(); depth++) {
      yaml.append("  ".repeat(depth)).append(key.get(depth)).append(':');
      yaml.append(depth == key.size() - 1 ? " " + value : "\n");
    }
    Files.writeString(config.resolve("switchboard.yaml"), yaml);
  }

  private Path shipped(String name) throws IOException {
    Path config = folder.resolve(name.replace('/', '-'));
    try (Stream<Path> all = Files.walk(SHIPPED)) {
      for (Path from : all.sorted().toList()) {
        Files.copy(from, config.resolve(SHIPPED.relativize(from)));
      }
    }
    return config;
  }

  private static Settings settings(Path config) {
    return new Settings(config, Map.<String, String>of()::get);
  }

  /** At a reload the same is read in the same way. */
  private static String refusal(Path config) {
    try {
      settings(config);
    } catch (ConfigurationError e) {
      return e.getMessage();
    }
    throw new AssertionError(config + " was taken");
  }
}
