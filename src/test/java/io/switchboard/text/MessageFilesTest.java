package io.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The four files say the same things, and just what the program says. */
class MessageFilesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern SAID =
      Pattern.compile("\\bsay\\(\\s*[^,;\"]+,\\s*\"([\\w.-]+)\"\\s*[,)]");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*\\.[\\w.-]*)\"");

  /** Pages, and what is no sentence: an example as it is typed, a name, a menu's own words. */
  private static final List<String> PLAIN =
      List.of("web.", "admin.", "sandbox.", "menu.", "step.example.");

  private final Map<String, Map<String, String>> files = readFiles();
  private final String source = readSource();

  @Test
  void allLanguagesHaveTheSameKeysInTheSameOrder() {
    List<String> english = List.copyOf(files.get("en").keySet());
    files.forEach(
        (language, messages) ->
            assertThat(List.copyOf(messages.keySet())).as(language).isEqualTo(english));
  }

  @Test
  void allLanguagesHaveTheSamePlaceholders() {
    files
        .get("en")
        .forEach(
            (key, english) ->
                files.forEach(
                    (language, messages) ->
                        assertThat(placeholders(messages.get(key)))
                            .as(key + " in " + language)
                            .isEqualTo(placeholders(english))));
  }

  @Test
  void everyMessageIsAFormatWithoutQuotingApostrophes() {
    files.forEach(
        (language, messages) ->
            messages.forEach(
                (key, message) -> {
                  assertThat(message).as(key + " in " + language).doesNotContain("'").isNotBlank();
                  new MessageFormat(message, Locale.ENGLISH);
                }));
  }

  @Test
  void everyMessageThatIsSaidExists() {
    assertThat(SAID.matcher(source).results().map(found -> found.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(files.get("en")).containsKey(key));
  }

  /** A literal that ends with a dot, such as {@code "menu."}, says all keys that begin so. */
  @Test
  void noMessageIsUnused() {
    Set<String> said =
        LITERAL.matcher(source).results().map(found -> found.group(1)).collect(Collectors.toSet());
    List<String> unused =
        files.get("en").keySet().stream()
            .filter(key -> !said.contains(key))
            .filter(key -> said.stream().noneMatch(s -> s.endsWith(".") && key.startsWith(s)))
            .toList();
    assertThat(unused).isEmpty();
  }

  /**
   * Where a command is marked as code, a chat makes of it something that can be pressed. Pages and
   * what people type themselves are text alone, as is /cancel, which no menu lists.
   */
  @Test
  void everyCommandInAChatCanBePressed() {
    files.forEach(
        (language, messages) ->
            messages.forEach(
                (key, message) -> {
                  if (PLAIN.stream().noneMatch(key::startsWith)) {
                    assertThat(message.replaceAll("`[^`]*`|/cancel", ""))
                        .as(key + " in " + language)
                        .doesNotContainPattern("(^|[^\\w}])/[a-z]{3,}");
                  }
                }));
  }

  private static Set<String> placeholders(String message) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(message == null ? "" : message);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Map<String, Map<String, String>> readFiles() {
    Map<String, Map<String, String>> files = new LinkedHashMap<>();
    for (String language : List.of("en", "zh_Hans", "zh_Hant", "ko")) {
      files.put(
          language,
          readFile(Path.of("src/main/resources/text/messages_" + language + ".properties")));
    }
    return files;
  }

  private static Map<String, String> readFile(Path file) {
    Map<String, String> messages = new LinkedHashMap<>();
    for (String line : lines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      assertThat(equals).as(file + ": one key=message a line, but: " + line).isPositive();
      String before = messages.put(line.substring(0, equals), line.substring(equals + 1));
      assertThat(before).as(file + ": twice: " + line).isNull();
    }
    return messages;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readSource() {
    try (var files = Files.walk(Path.of("src/main"))) {
      List<String> all = new ArrayList<>();
      files
          .filter(file -> file.toString().matches(".*\\.(java|jte)"))
          .forEach(file -> all.addAll(lines(file)));
      return String.join("\n", all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
