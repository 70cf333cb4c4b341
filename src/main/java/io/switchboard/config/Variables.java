package io.switchboard.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${NAME:default}}, replaced by an environment variable. The braces would be YAML of their
 * own, and a variable's value must never be read as YAML; so each is hidden behind a word before
 * the file is parsed, and put in afterwards.
 */
final class Variables {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}\\n]*))?}");
  private static final Pattern HIDDEN = Pattern.compile("\uE000(\\d+)\uE001");

  private record Reference(String name, @Nullable String otherwise) {}

  private final Function<String, @Nullable String> environment;
  private final List<Reference> references = new ArrayList<>();

  Variables(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  String hide(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            reference -> {
              references.add(new Reference(reference.group(1), reference.group(2)));
              return "\uE000" + (references.size() - 1) + "\uE001";
            });
  }

  /**
   * The text with the values in the places of their references.
   *
   * @throws IllegalArgumentException naming a variable that is neither set nor has a default
   */
  String reveal(String text) {
    return HIDDEN
        .matcher(text)
        .replaceAll(
            hidden ->
                Matcher.quoteReplacement(value(references.get(Integer.parseInt(hidden.group(1))))));
  }

  /** Those that the text refers to and that are set, as in " (OPENAI_MODEL)"; empty for none. */
  String heard(String text) {
    String names =
        HIDDEN
            .matcher(text)
            .results()
            .map(hidden -> references.get(Integer.parseInt(hidden.group(1))).name)
            .filter(name -> !Objects.requireNonNullElse(environment.apply(name), "").isEmpty())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " (" + names + ")";
  }

  /** All that the text refers to. */
  Set<String> names() {
    return references.stream().map(Reference::name).collect(Collectors.toUnmodifiableSet());
  }

  private String value(Reference reference) {
    String set = environment.apply(reference.name);
    if (set != null && !set.isEmpty()) {
      return set;
    }
    String otherwise = reference.otherwise;
    if (otherwise == null) {
      throw new IllegalArgumentException(
          "the environment variable " + reference.name + " is not set");
    }
    return otherwise;
  }
}
