package io.switchboard.answer;

/**
 * How answers are asked for.
 *
 * @param systemPrompt told to the model before everything else; empty for nothing
 * @param contextTokens the prompt is kept within so many tokens, oldest turns left out first; at
 *     least 500
 * @param answerTokens a bound on each answer; 0 for the server's own
 * @param longest so many characters of one answer stand in a chat, the whole of a longer one goes
 *     on a page and into a file; 0 for any number, else at least 500
 * @param showCost whether each answer says how many tokens it used, and of which model
 */
public record AnswerSettings(
    String systemPrompt, int contextTokens, int answerTokens, boolean showCost, int longest) {
  public static final AnswerSettings DEFAULTS =
      new AnswerSettings(
          "You answer people in a chat. Be helpful and to the point. Use Markdown where it helps;"
              + " write formulas as LaTeX between dollar signs. Answer in the language of the"
              + " question.",
          24_000,
          0,
          false,
          0);

  /** One that shows no costs. */
  public AnswerSettings(String systemPrompt, int contextTokens, int answerTokens) {
    this(systemPrompt, contextTokens, answerTokens, false, 0);
  }

  public AnswerSettings {
    if (contextTokens < 500) {
      throw new IllegalArgumentException("contextTokens: at least 500");
    }
    if (longest != 0 && longest < 500) {
      throw new IllegalArgumentException("longest: 0 or at least 500");
    }
    if (answerTokens < 0) {
      throw new IllegalArgumentException("answerTokens: 0 or more");
    }
  }
}
