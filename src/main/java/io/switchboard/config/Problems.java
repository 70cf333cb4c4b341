package io.switchboard.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a file, collected so that all of it is said at once. */
final class Problems {
  private record Problem(int line, String text) {}

  private final Path file;
  private final List<Problem> found = new ArrayList<>();

  Problems(Path file) {
    this.file = file;
  }

  void add(Node where, String what) {
    found.add(new Problem(where.getStartMark().getLine() + 1, what));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationError(
          found.stream()
              .sorted(Comparator.comparingInt(Problem::line))
              .map(p -> "%s, line %d: %s".formatted(file, p.line, p.text))
              .distinct()
              .toList());
    }
  }

  ConfigurationError because(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    String line = mark == null ? "" : ", line " + (mark.getLine() + 1);
    return new ConfigurationError(List.of(file + line + ": is not YAML: " + e.getProblem()));
  }

  /** Of what has no place in the file. */
  ConfigurationError because(YAMLException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new ConfigurationError(List.of(file + ": is not YAML: " + why));
  }
}
