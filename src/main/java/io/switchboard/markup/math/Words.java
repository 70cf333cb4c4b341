package io.switchboard.markup.math;

/** Words within a formula, and formulas within the words. */
final class Words {
  private Words() {}

  static String of(String text) {
    StringBuilder xml = new StringBuilder();
    String[] parts = text.split("(?<!\\\\)\\$", -1);
    if (parts.length % 2 == 0) {
      throw new Unreadable("a lone $");
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty()) {
        continue;
      }
      // What is within is shorter by its signs each time, so this ends.
      xml.append(
          i % 2 == 0
              ? Xml.words(plain(parts[i]))
              : Xml.row(new FormulaReader(new Tokens(parts[i])).whole()));
    }
    return Xml.row(xml.toString());
  }

  private static String plain(String words) {
    String plain =
        words
            .replaceAll("\\\\([%_&$#{} ])", "$1")
            .replaceAll("\\\\(textbf|textit|textrm|emph|mathrm)(?![a-zA-Z])", "")
            .replaceAll("(?<!\\\\)[{}]", "")
            .replace("~", "\u00a0")
            .replace("``", "“")
            .replace("''", "”");
    if (plain.contains("\\")) {
      throw new Unreadable("a command in words");
    }
    return plain;
  }
}
