package io.switchboard.markup.grammar;

/** Tells formulas from prices, shell variables and escaped brackets. */
final class FormulaSigns {
  private FormulaSigns() {}

  /**
   * Whether what stands between two dollar signs is a formula.
   *
   * @param next the character behind the second dollar sign
   */
  static boolean isFormula(String latex, char next) {
    if (latex.isEmpty()) {
      return false;
    }
    boolean command = latex.charAt(0) == '\\';
    if (next >= '0' && next <= '9' && !command) {
      return false;
    }
    if (isWordCharacter(next) && !command && latex.length() > 2 && !hasStrongSign(latex)) {
      return false;
    }
    if (isWordCharacter(next) && latex.indexOf(' ') >= 0) {
      return false;
    }
    // "$5 for you and 10$" has spaces between words, but nothing of a formula.
    return !Character.isDigit(latex.charAt(0)) || latex.indexOf(' ') < 0 || hasSign(latex);
  }

  /** Whether what stands between {@code \(} and {@code \)}, or the square ones, is a formula. */
  static boolean isFormulaInBrackets(String latex, boolean round) {
    if (latex.chars().noneMatch(Character::isLetterOrDigit)) {
      return false;
    }
    if (hasSign(latex)) {
      return true;
    }
    // "\[1\]" and "\[see there\]" are brackets that somebody was careful with.
    return round && latex.strip().indexOf(' ') < 0;
  }

  /** Only these, since formulas stand between Chinese characters without spaces. */
  static boolean isWordCharacter(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean hasStrongSign(String latex) {
    return latex.chars().anyMatch(c -> c == '\\' || c == '^' || c == '_');
  }

  private static boolean hasSign(String latex) {
    return latex.chars().anyMatch(c -> "\\^_=+{}<>*|".indexOf(c) >= 0);
  }
}
