package io.switchboard.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The files beside this package. They are read when asked for: each is rarely needed. */
final class DemoTexts {
  private DemoTexts() {}

  /** The Markdown file of that name. */
  static String text(String name) {
    return read(name + ".md");
  }

  /** A single line. */
  static String word(String key) {
    Properties words = new Properties();
    try {
      words.load(new StringReader(read("words.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.getProperty(key, "");
  }

  private static String read(String file) {
    try (InputStream in = DemoTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
