package io.switchboard.answer;

import io.switchboard.share.way.Way;

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
 * @param given how answers are given where no admin has said otherwise
 */
public record AnswerSettings(
    String systemPrompt,
    int contextTokens,
    int answerTokens,
    int summaryTokens,
    boolean showCost,
    int longest,
    Given given) {
  /**
   * How answers are given.
   *
   * @param as in the chat, as a link to a page that fills, or both
   * @param linkFrom an answer of more characters becomes a link by itself while it grows; 0 for
   *     none, else at least 500
   */
  public record Given(Way as, int linkFrom) {
    /** All of it in the chat. */
    public static final Given DEFAULTS = new Given(Way.TEXT, 0);

    public Given {
      if (linkFrom != 0 && linkFrom < 500) {
        throw new IllegalArgumentException("linkFrom: 0 or at least 500");
      }
    }
  }

  public static final AnswerSettings DEFAULTS =
      new AnswerSettings(
          "You answer people in a chat. Be helpful and to the point. Use Markdown where it helps;"
              + " write formulas as LaTeX between dollar signs. Answer in the language of the"
              + " question.",
          24_000,
          0,
          600,
          false,
          0,
          Given.DEFAULTS);

  /** One that makes no summaries and shows no costs. */
  public AnswerSettings(String systemPrompt, int contextTokens, int answerTokens) {
    this(systemPrompt, contextTokens, answerTokens, 0);
  }

  /** One that shows no costs, and gives all of an answer in the chat. */
  public AnswerSettings(
      String systemPrompt, int contextTokens, int answerTokens, int summaryTokens) {
    this(systemPrompt, contextTokens, answerTokens, summaryTokens, false, 0, Given.DEFAULTS);
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
