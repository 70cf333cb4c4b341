package io.switchboard.config;

import io.switchboard.text.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys of one mapping, of which each must be taken by somebody. */
final class Keys {
  private static final Pattern FIRST_WORD = Pattern.compile("(\\w+)[:,.]");

  private final Map<String, NodeTuple> left = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();
  private final Map<String, Node> taken = new LinkedHashMap<>();
  private final String path;
  private final Problems problems;

  private Keys(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  static Keys of(MappingNode mapping, String path, Problems problems) {
    Keys keys = new Keys(path.isEmpty() ? "" : path + ".", problems);
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problems.add(entry.getKeyNode(), "expected a simple key");
      } else if (keys.left.putIfAbsent(key.getValue(), entry) != null) {
        problems.add(key, keys.path + key.getValue() + ": is there twice");
      }
    }
    return keys;
  }

  /** The value of a key; null if it is not there, or has no value. */
  @Nullable Node take(String key) {
    known.add(key);
    NodeTuple entry = left.remove(key);
    if (entry == null || entry.getValueNode().getTag().equals(Tag.NULL)) {
      return null;
    }
    taken.put(key, entry.getKeyNode());
    return entry.getValueNode();
  }

  /** The key with which these words begin, if it is there. */
  @Nullable Node namedBy(String words) {
    Matcher first = FIRST_WORD.matcher(words);
    return first.lookingAt() ? taken.get(first.group(1)) : null;
  }

  /** All that is left, for maps whose keys are free. */
  Map<String, Node> takeAll() {
    Map<String, Node> all = new LinkedHashMap<>();
    left.forEach((key, entry) -> all.put(key, entry.getValueNode()));
    left.clear();
    return all;
  }

  void reportUnknown() {
    left.forEach(
        (key, entry) ->
            problems.add(
                entry.getKeyNode(),
                "%s%s: is not known here; expected one of: %s%s"
                    .formatted(path, key, String.join(", ", known), meant(key))));
  }

  private String meant(String key) {
    return Nearest.to(key, known).map(name -> " (did you mean " + name + "?)").orElse("");
  }
}
