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

  private static final String HINT =
      " (compare this line and the one before it with the example: the spaces that they begin with,"
          + " colons, brackets and quotes)";

  private final Path file;
  private final boolean lines;
  private final List<Problem> found = new ArrayList<>();

  Problems(Path file) {
    this(file, true);
  }

  private Problems(Path file, boolean lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Of what is in no file, so that nobody can look up a line. */
  static Problems ofNoFile(String name) {
    return new Problems(Path.of(name), false);
  }

  void add(Node where, String what) {
    found.add(new Problem(where.getStartMark().getLine() + 1, what));
  }

  int count() {
    return found.size();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigurationError(
          found.stream()
              .sorted(Comparator.comparingInt(Problem::line))
              .map(p -> (lines ? "%s, line %d: %s" : "%1$s: %3$s").formatted(file, p.line, p.text))
              .distinct()
              .toList());
    }
  }

  ConfigurationError because(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    String line = mark == null ? "" : ", line " + (mark.getLine() + 1);
    return new ConfigurationError(List.of(file + line + ": is not YAML: " + e.getProblem() + HINT));
  }

  /** Of what has no place in the file. */
  ConfigurationError because(YAMLException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new ConfigurationError(List.of(file + ": is not YAML: " + why));
  }
}
