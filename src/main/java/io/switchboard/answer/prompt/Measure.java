package io.switchboard.answer.prompt;

import io.switchboard.account.Prompt;
import io.switchboard.account.Prompt.Message;
import io.switchboard.account.TokenCount;
import io.switchboard.account.tokens.ModelTokens;
import java.util.function.ToLongFunction;

/** How many tokens messages are. */
record Measure(ToLongFunction<String> tokens) {
  /** What a message costs beside its text, as OpenAI's guide to counting tokens has it. */
  private static final int PER_MESSAGE = 4;

  /** About what a picture costs: 85 and 170 for each of up to eight squares, in OpenAI's guide. */
  private static final long PER_PICTURE = 1_000;

  /** By a rule of thumb. */
  static final Measure ABOUT = new Measure(TokenCount::estimate);

  /** Never less than it is, and known without an encoding. */
  static final Measure AT_MOST = new Measure(ModelTokens::most);

  /** In a model's own encoding. */
  static Measure exactly(String model) {
    return new Measure(text -> ModelTokens.count(model, text));
  }

  long of(Prompt prompt) {
    return prompt.messages().stream().mapToLong(this::of).sum();
  }

  long of(Message message) {
    return tokens.applyAsLong(message.text())
        + message.pictures().size() * PER_PICTURE
        + PER_MESSAGE;
  }
}
