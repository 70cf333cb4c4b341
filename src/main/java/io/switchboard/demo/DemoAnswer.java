package io.switchboard.demo;

import io.switchboard.account.Prompt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is said to a prompt.
 *
 * @param slowness how many times slower than usual
 * @param fails whether the account then fails instead of ending well
 */
record DemoAnswer(String text, int slowness, boolean fails) {
  private static final int LONGEST_QUOTE = 200;
  private static final Pattern ACTING = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~$&^=-]");

  /** The answer to the last question of the prompt. */
  static DemoAnswer to(Prompt prompt) {
    List<String> questions =
        prompt.messages().stream()
            .filter(message -> message.role() == Prompt.Role.USER)
            .map(Prompt.Message::text)
            .toList();
    String question = questions.isEmpty() ? "" : questions.getLast();
    String language = DemoLanguage.of(question);
    Set<String> words = words(question);
    // A question that merely mentions an error deserves an answer.
    if (words.size() <= 3 && words.contains("error")) {
      return new DemoAnswer(DemoTexts.word("note." + language) + "\n\n", 1, true);
    }
    if (words.contains("long") || question.matches("(?s).*[长長긴].*")) {
      return special(language, "long");
    }
    for (String special : List.of("table", "code", "maths", "slow")) {
      if (words.contains(special) || (special.equals("maths") && words.contains("math"))) {
        return special(language, special);
      }
    }
    String text =
        DemoTexts.text("default." + language)
            .replace("{previous}", previous(questions, language))
            .replace("{question}", question.isBlank() ? "…" : quote(question));
    return new DemoAnswer(text, 1, false);
  }

  private static DemoAnswer special(String language, String name) {
    String text = DemoTexts.word("note." + language) + "\n\n" + DemoTexts.text(name);
    return new DemoAnswer(text, name.equals("slow") ? 12 : 1, false);
  }

  private static String previous(List<String> questions, String language) {
    return questions.size() < 2
        ? ""
        : DemoTexts.word("previous." + language)
            .replace("{0}", quote(questions.get(questions.size() - 2)));
  }

  private static Set<String> words(String question) {
    return Arrays.stream(question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The beginning of what was said, on one line, with nothing in it that acts as Markdown. */
  private static String quote(String said) {
    String line = said.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) > LONGEST_QUOTE) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
    return ACTING.matcher(line).replaceAll("\\\\$0");
  }
}
