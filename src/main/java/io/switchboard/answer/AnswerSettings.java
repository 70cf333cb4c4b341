package io.switchboard.answer;

/**
 * How answers are asked for.
 *
 * @param systemPrompt told to the model before everything else; empty for nothing
 * @param contextTokens the prompt is kept within so many tokens, oldest turns left out first; at
 *     least 500
 * @param answerTokens a bound on each answer; 0 for the server's own
 * @param summaryTokens older turns that do not fit are summarised once in so many; 0 for leaving
 *     them out
 * @param showCost whether each answer says how many tokens it used, and of which model
 * @param longest so many characters of one answer stand in a chat, the whole of a longer one goes
 *     on a page and into a file; 0 for any number, else at least 500
 */
public record AnswerSettings(
    String systemPrompt,
    int contextTokens,
    int answerTokens,
    int summaryTokens,
    boolean showCost,
    int longest) {
  public static final AnswerSettings DEFAULTS =
      new AnswerSettings(
          "You answer people in a chat. Be helpful and to the point. Use Markdown where it helps;"
              + " write formulas as LaTeX between dollar signs. Answer in the language of the"
              + " question.",
          24_000,
          0,
          600,
          false,
          0);

  /** One that makes no summaries and shows no costs. */
  public AnswerSettings(String systemPrompt, int contextTokens, int answerTokens) {
    this(systemPrompt, contextTokens, answerTokens, 0, false, 0);
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
    if (summaryTokens != 0 && summaryTokens < 50) {
      throw new IllegalArgumentException("summaryTokens: 0, or at least 50");
    }
  }
}
