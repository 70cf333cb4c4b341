package io.switchboard.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Fills settings records. A component is a key of the same name (a trailing underscore, for names
 * that Java reserves, is dropped); a key left out is as in the defaults; a record in a list or map
 * is completed from the constant {@code DEFAULTS} of its type.
 */
final class RecordReader {
  private final Scalars scalars;
  private final Problems problems;

  RecordReader(Scalars scalars, Problems problems) {
    this.scalars = scalars;
    this.problems = problems;
  }

  /** The record; the defaults where the file is wrong, which is then noted. */
  @SuppressWarnings("unchecked")
  <R extends Record> R read(Node node, String path, R defaults) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node,
          path
              + ": expected keys with values, such as "
              + keyOf(defaults.getClass().getRecordComponents()[0])
              + ":");
      return defaults;
    }
    Keys keys = Keys.of(mapping, path, problems);
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      Object otherwise = valueOf(components[i], defaults);
      String key = keyOf(components[i]);
      Node value = keys.take(key);
      values[i] =
          value == null
              ? otherwise
              : value(value, path + "." + key, components[i].getGenericType(), otherwise);
    }
    keys.reportUnknown();
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var constructor = defaults.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (R) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        refused(String.valueOf(wrong.getMessage()), keys, node, path);
        return defaults;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What begins with a key is said of that key, at its line, and else of the whole. */
  private void refused(String why, Keys keys, Node whole, String path) {
    Node key = keys.namedBy(why);
    problems.add(key == null ? whole : key, path + (key == null ? ": " : ".") + why);
  }

  private @Nullable Object value(Node node, String path, Type type, @Nullable Object otherwise) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return list(node, path, generic.getActualTypeArguments()[0], otherwise);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      return map(node, path, generic.getActualTypeArguments()[1], otherwise);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && !Scalars.reads(plain)) {
      return otherwise == null ? entry(node, path, plain) : read(node, path, (Record) otherwise);
    }
    if (node instanceof ScalarNode scalar) {
      return scalars.read(scalar, path, plain, otherwise);
    }
    problems.add(node, path + ": expected " + Scalars.expected(plain));
    return otherwise;
  }

  /** One of a list or map; null where it is wrong, so that nobody is told of what is left of it. */
  private @Nullable Object entry(Node node, String path, Class<?> type) {
    int before = problems.count();
    Record read = read(node, path, defaultsOf(type));
    return problems.count() == before ? read : null;
  }

  private @Nullable Object list(Node node, String path, Type element, @Nullable Object otherwise) {
    if (!(node instanceof SequenceNode sequence)) {
      problems.add(node, path + ": expected a list, as in [a, b]");
      return otherwise;
    }
    List<Object> list = new ArrayList<>();
    int place = 0;
    for (Node entry : sequence.getValue()) {
      Object value = value(entry, path + "[" + place++ + "]", element, null);
      if (value != null) {
        list.add(value);
      }
    }
    return List.copyOf(list);
  }

  private @Nullable Object map(Node node, String path, Type element, @Nullable Object otherwise) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, path + ": expected keys with values");
      return otherwise;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    Keys.of(mapping, path, problems)
        .takeAll()
        .forEach(
            (key, entry) -> {
              Object value = value(entry, path + "." + key, element, null);
              if (value != null) {
                map.put(key, value);
              }
            });
    return Collections.unmodifiableMap(map);
  }

  private static String keyOf(RecordComponent component) {
    String name = component.getName();
    return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
  }

  private static @Nullable Object valueOf(RecordComponent component, Record of) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Record defaultsOf(Class<?> type) {
    try {
      return (Record) type.getField("DEFAULTS").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " needs a public constant DEFAULTS", e);
    }
  }
}
