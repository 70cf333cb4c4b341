package io.switchboard.persona;

import io.switchboard.config.ConfigurationError;
import io.switchboard.config.TextFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The personas on offer. */
public final class Personas {
  /** As many as have buttons under one message on every platform, beside the usual one. */
  private static final int MOST = 24;

  private volatile List<Persona> all;

  /**
   * @param all in the order in which they are shown
   */
  public Personas(List<Persona> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Reads a folder's Markdown files, by their names in order; a folder that is not there has none.
   * Hidden files are passed over.
   *
   * @throws ConfigurationError naming everything that is wrong
   */
  public static Personas in(Path folder) {
    if (TextFile.isMissing(folder)) {
      return new Personas(List.of());
    }
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationError(
          List.of(folder + ": is no folder, where one of Markdown files should be"));
    }
    List<String> problems = new ArrayList<>();
    List<Persona> personas = new ArrayList<>();
    for (Path file : files(folder)) {
      PersonaFile.read(file, problems).ifPresent(personas::add);
    }
    if (personas.size() > MOST) {
      problems.add(folder + ": " + MOST + " personas at most, not " + personas.size());
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationError(problems);
    }
    return new Personas(personas);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (AccessDeniedException e) {
      throw new ConfigurationError(List.of(TextFile.closed(folder)));
    } catch (IOException e) {
      throw new ConfigurationError(List.of(folder + ": cannot be read: " + e.getMessage()));
    }
  }

  /** From now on there are those instead. */
  public void become(Personas others) {
    all = others.all;
  }

  /** In the order in which they are shown. */
  public List<Persona> all() {
    return all;
  }

  /** The one of that name or title, in any case. */
  public Optional<Persona> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(p -> p.name().equals(wanted) || p.title().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }
}
