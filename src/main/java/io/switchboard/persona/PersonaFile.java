package io.switchboard.persona;

import io.switchboard.config.TextFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One persona's file: Markdown, in front of it perhaps lines between {@code ---} with a {@code
 * title:} and an {@code about:}. Without a title, the first heading is it, else the file's name.
 */
final class PersonaFile {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}\\.md");
  private static final Pattern HEADING = Pattern.compile("(?m)^# +(.+?)\\s*$");
  private static final String FENCE = "---";
  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_ABOUT = 200;
  private static final int LONGEST_TEXT = 20_000;

  private final Path file;
  private final List<String> problems;
  private final Map<String, String> front = new HashMap<>();

  private PersonaFile(Path file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The persona; empty if the file is wrong, which is then noted. */
  static Optional<Persona> read(Path file, List<String> problems) {
    return new PersonaFile(file, problems).read();
  }

  private Optional<Persona> read() {
    int before = problems.size();
    String fileName = String.valueOf(file.getFileName());
    if (!NAME.matcher(fileName).matches()) {
      problems.add(
          file
              + ": expected a file named as people will type it, such as tutor.md: small letters,"
              + " digits and hyphens, 40 at most");
      return Optional.empty();
    }
    String name = fileName.substring(0, fileName.length() - ".md".length());
    String text = text();
    if (text == null) {
      return Optional.empty();
    }
    String body = body(text);
    if (body.isEmpty()) {
      problems.add(file + ": has no text for the model");
    }
    if (body.length() > LONGEST_TEXT) {
      problems.add(
          file + ": is longer than " + LONGEST_TEXT + " characters, which every answer would pay");
    }
    var heading = HEADING.matcher(body);
    String title = front.getOrDefault("title", heading.find() ? heading.group(1) : name);
    String about = front.getOrDefault("about", "");
    bounded("title", title, LONGEST_TITLE);
    bounded("about", about, LONGEST_ABOUT);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Persona(name, title, about, body));
  }

  private void bounded(String what, String text, int most) {
    if (text.length() > most) {
      problems.add(file + ": " + what + ": " + most + " characters at most");
    }
  }

  private @Nullable String text() {
    try {
      return TextFile.read(file);
    } catch (TextFile.Unreadable e) {
      problems.add(e.what());
      return null;
    }
  }

  /** What is for the model; the lines in front of it are kept. */
  private String body(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
      return text.strip();
    }
    int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
    if (end == 0) {
      problems.add(file + ", line 1: the lines in front have no end: expected another " + FENCE);
      return text.strip();
    }
    for (int i = 1; i < end; i++) {
      front(lines.get(i), i + 1);
    }
    return String.join("\n", lines.subList(end + 1, lines.size())).strip();
  }

  private void front(String line, int number) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf(':');
    String key = colon < 0 ? line.strip() : line.substring(0, colon).strip();
    String value = colon < 0 ? "" : unquoted(line.substring(colon + 1).strip());
    if (!key.equals("title") && !key.equals("about")) {
      problems.add(
          "%s, line %d: %s: is not known here; expected one of: about, title"
              .formatted(file, number, key));
    } else if (value.isEmpty()) {
      problems.add("%s, line %d: %s: expected some words".formatted(file, number, key));
    } else if (front.put(key, value) != null) {
      problems.add("%s, line %d: %s: is there twice".formatted(file, number, key));
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
