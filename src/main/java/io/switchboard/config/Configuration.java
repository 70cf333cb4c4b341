package io.switchboard.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code switchboard.yaml}, read strictly: every key must be known, every value of the kind that is
 * expected. Sections are taken out one by one; {@link #finish} then says everything that is wrong
 * at once.
 */
public final class Configuration {
  private static final String FILE = "switchboard.yaml";

  private final Path file;
  private final Problems problems;
  private final @Nullable Keys root;
  private final Variables variables;
  private final RecordReader reader;

  private Configuration(Path file, @Nullable Node tree, Variables variables, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.variables = variables;
    this.reader = new RecordReader(new Scalars(variables, problems), problems);
    if (tree == null) {
      root = null;
    } else if (tree instanceof MappingNode mapping) {
      root = Keys.of(mapping, "", problems);
    } else {
      root = null;
      problems.add(tree, "expected sections such as discord: or web:");
    }
  }

  /**
   * Reads the folder's {@code switchboard.yaml}, if there is one.
   *
   * @param environment the value of an environment variable, or null
   * @throws ConfigurationError if the file is no YAML, or cannot be read
   */
  public static Configuration load(Path folder, Function<String, @Nullable String> environment) {
    Path file = folder.resolve(FILE);
    Problems problems = new Problems(file);
    Variables variables = new Variables(environment);
    if (TextFile.isMissing(file)) {
      return new Configuration(file, null, variables, problems);
    }
    try {
      return new Configuration(
          file, parse(TextFile.read(file), variables, problems), variables, problems);
    } catch (TextFile.Unreadable e) {
      throw new ConfigurationError(List.of(e.what()));
    }
  }

  /** One that is not in a file, such as the program's own. */
  public static Configuration of(
      String yaml, String name, Function<String, @Nullable String> environment) {
    Path file = Path.of(name);
    Problems problems = Problems.ofNoFile(name);
    Variables variables = new Variables(environment);
    return new Configuration(file, parse(yaml, variables, problems), variables, problems);
  }

  private static @Nullable Node parse(String yaml, Variables variables, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(20);
    try {
      return new Yaml(options).compose(new StringReader(variables.hide(yaml)));
    } catch (MarkedYAMLException e) {
      throw problems.because(e);
    } catch (YAMLException e) {
      throw problems.because(e);
    }
  }

  /** The section of that name; what it leaves out is as in the defaults. */
  public <R extends Record> R section(String name, R defaults) {
    Node node = take(name);
    return node == null ? defaults : reader.read(node, name, defaults);
  }

  /**
   * The list of sections of that name, each completed from {@code each}; {@code absent} if it is
   * left out.
   *
   * @param called what must be another in each of them, by the key {@code name}
   */
  public <R extends Record> List<R> sections(
      String name, R each, List<R> absent, Function<R, String> called) {
    Node node = take(name);
    if (node == null) {
      return absent;
    }
    if (!(node instanceof SequenceNode list)) {
      problems.add(node, name + ": expected a list, each entry beginning with a dash");
      return absent;
    }
    List<R> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node entry : list.getValue()) {
      String path = name + "[" + entries.size() + "]";
      int before = problems.count();
      R read = reader.read(entry, path, each);
      entries.add(read);
      if (problems.count() == before && !names.add(called.apply(read))) {
        problems.add(
            entry,
            "%s: another before it is called %s, too: give each a name of its own (name: …)"
                .formatted(path, called.apply(read)));
      }
    }
    return entries;
  }

  private @Nullable Node take(String name) {
    return root == null ? null : root.take(name);
  }

  /**
   * To be called when every section was taken.
   *
   * @throws ConfigurationError naming everything that was unknown or wrong
   */
  public void finish() {
    if (root != null) {
      root.reportUnknown();
    }
    problems.throwIfAny();
  }

  /** The environment variables that it refers to. */
  public Set<String> variables() {
    return variables.names();
  }

  /** Where it was read from, whether or not it exists. */
  public Path file() {
    return file;
  }
}
