package io.switchboard.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Single values. Beside the usual types: every type that has {@code public static T parse(String)}.
 */
final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

  private final Variables variables;
  private final Problems problems;

  Scalars(Variables variables, Problems problems) {
    this.variables = variables;
    this.problems = problems;
  }

  @Nullable Object read(ScalarNode node, String path, Class<?> type, @Nullable Object otherwise) {
    String text;
    try {
      text = variables.reveal(node.getValue());
    } catch (IllegalArgumentException missing) {
      problems.add(node, path + ": " + missing.getMessage());
      return otherwise;
    }
    try {
      return convert(text.strip(), type);
    } catch (IllegalArgumentException wrong) {
      String said =
          type == Secret.class ? "" : ", not " + (text.isBlank() ? "nothing" : "\"" + text + "\"");
      String why =
          wrong.getMessage() == null || wrong instanceof NumberFormatException
              ? ""
              : " (" + wrong.getMessage() + ")";
      problems.add(
          node,
          path
              + variables.heard(node.getValue())
              + ": expected "
              + (WHOLE.matcher(text.strip()).matches() ? within(type) : expected(type))
              + said
              + why);
      return otherwise;
    }
  }

  private static Object convert(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type == Secret.class) {
      return Secret.of(text);
    }
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == long.class || type == Long.class) {
      return Long.valueOf(text);
    }
    if (type == double.class || type == Double.class) {
      return Double.valueOf(text);
    }
    if (type == boolean.class || type == Boolean.class) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on" -> true;
        case "false", "no", "off" -> false;
        default -> throw new NumberFormatException();
      };
    }
    if (type == Duration.class) {
      return DurationText.parse(text);
    }
    if (type == URI.class) {
      return address(text);
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> nameOf(constant).equals(text.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(NumberFormatException::new);
    }
    return parse(text, type);
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    if (address.getHost() == null) {
      throw new NumberFormatException();
    }
    return address;
  }

  private static Object parse(String text, Class<?> type) {
    try {
      return parser(type).invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no way to read a " + type, e);
    }
  }

  private static Method parser(Class<?> type) throws NoSuchMethodException {
    return type.getMethod("parse", String.class);
  }

  /** Whether values of this type are read from one scalar, by their own parse method. */
  static boolean reads(Class<?> type) {
    try {
      return Modifier.isStatic(parser(type).getModifiers());
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  /** What is a whole number, but too large a one, is told how large it may be. */
  private static String within(Class<?> type) {
    return expected(type)
        + (type == int.class || type == Integer.class
            ? " of at most " + Integer.MAX_VALUE
            : type == long.class || type == Long.class ? " of at most " + Long.MAX_VALUE : "");
  }

  static String expected(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == Duration.class) {
      return "a duration such as 30s, 15m, 24h, 7d or 2w";
    }
    if (type == URI.class) {
      return "an address such as https://example.org";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Scalars::nameOf)
              .collect(Collectors.joining(", "));
    }
    if (type == String.class || type == Secret.class) {
      return "text";
    }
    String name = type.getSimpleName().toLowerCase(Locale.ROOT);
    return name.endsWith("s") ? name : "a " + name;
  }

  private static String nameOf(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }
}
