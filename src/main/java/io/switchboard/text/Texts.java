package io.switchboard.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything the program says to people. Safe for use by many threads. */
public final class Texts {
  /** Where Chinese is written in the traditional way unless the script says otherwise. */
  private static final Set<String> TRADITIONAL = Set.of("TW", "HK", "MO");

  private static final Properties NONE = new Properties();

  /** Read once, however many speak. */
  private static final Map<Locale, Properties> MESSAGES =
      Spoken.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Texts::read));

  /** The languages spoken here; English is the first. */
  public static List<Locale> languages() {
    return Spoken.LANGUAGES;
  }

  /** The one of {@link #languages} that a person with this locale reads best. */
  public static Locale language(Locale locale) {
    return switch (locale.getLanguage()) {
      case "ko" -> Spoken.LANGUAGES.getLast();
      case "zh", "yue" -> traditional(locale) ? Spoken.HANT : Spoken.HANS;
      default -> Locale.ENGLISH;
    };
  }

  /** The one of {@link #languages} that fits the first of these that is spoken here. */
  public static Locale language(List<Locale> liked) {
    return liked.stream()
        .filter(Spoken::is)
        .findFirst()
        .map(Texts::language)
        .orElse(Locale.ENGLISH);
  }

  private static boolean traditional(Locale locale) {
    return switch (locale.getScript()) {
      case "Hant" -> true;
      case "Hans" -> false;
      default -> TRADITIONAL.contains(locale.getCountry()) || locale.getLanguage().equals("yue");
    };
  }

  /**
   * Says it in the language that fits the locale best.
   *
   * @param arguments what stands for {@code {0}}, {@code {1}} …; numbers are written as the
   *     language does it
   * @throws IllegalArgumentException if there is no such message
   */
  public String say(Locale locale, String key, Object... arguments) {
    Locale language = language(locale);
    String message = MESSAGES.getOrDefault(language, NONE).getProperty(key);
    if (message == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language);
    }
    String said = new MessageFormat(message, language).format(arguments);
    return korean(language) ? Particles.chosen(said) : said;
  }

  private static boolean korean(Locale language) {
    return language.getLanguage().equals("ko");
  }

  /** What becomes of a text behind something that was filled in: of both, and how it goes on. */
  public static BinaryOperator<String> joint(Locale locale) {
    return korean(locale) ? Particles::after : (before, text) -> text;
  }

  /** A message that has no blanks; empty if there is none of that key. */
  public Optional<String> find(Locale locale, String key) {
    return Optional.ofNullable(MESSAGES.getOrDefault(language(locale), NONE).getProperty(key));
  }

  private static Properties read(Locale language) {
    String name = "/text/messages_" + language.toLanguageTag().replace('-', '_') + ".properties";
    Properties properties = new Properties();
    try (InputStream file = Texts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
    return properties;
  }
}
