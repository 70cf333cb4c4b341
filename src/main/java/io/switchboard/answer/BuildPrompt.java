package io.switchboard.answer;

import io.switchboard.account.Prompt;
import io.switchboard.account.Prompt.Message;
import io.switchboard.account.Prompt.Role;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.markup.Markdown;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the model is told: the system prompt, as many of the newest turns as fit the window, and the
 * question.
 */
final class BuildPrompt {
  /** What a message costs beside its text, as OpenAI's guide to counting tokens has it. */
  private static final int PER_MESSAGE = 4;

  private final Conversations conversations;
  private final AnswerSettings settings;
  private final ToLongFunction<String> tokens;

  BuildPrompt(Conversations conversations, AnswerSettings settings, ToLongFunction<String> tokens) {
    this.conversations = conversations;
    this.settings = settings;
    this.tokens = tokens;
  }

  /** The prompt for a turn, as large as the settings allow. */
  Prompt of(Turn turn) {
    return of(turn, settings.contextTokens());
  }

  /** The prompt for a turn within so many tokens, if the question alone is not more. */
  Prompt of(Turn turn, long bound) {
    List<Message> always = new ArrayList<>();
    if (!settings.systemPrompt().isBlank()) {
      always.add(Message.of(Role.SYSTEM, settings.systemPrompt()));
    }
    Message question = Message.of(Role.USER, turn.question());
    long left = bound - cost(question) - always.stream().mapToLong(this::cost).sum();
    Deque<Message> history = new ArrayDeque<>();
    for (Turn before : conversations.before(turn.id()).reversed()) {
      String said = Markdown.withoutReasoning(before.answer());
      if (said.isBlank()) {
        continue;
      }
      Message asked = Message.of(Role.USER, before.question());
      Message answered = Message.of(Role.ASSISTANT, said);
      left -= cost(asked) + cost(answered);
      if (left < 0) {
        break;
      }
      history.addFirst(answered);
      history.addFirst(asked);
    }
    List<Message> messages = new ArrayList<>(always);
    messages.addAll(history);
    messages.add(question);
    return new Prompt(
        null, messages, settings.answerTokens() == 0 ? null : settings.answerTokens());
  }

  /** About how many tokens a prompt is. */
  long cost(Prompt prompt) {
    return prompt.messages().stream().mapToLong(this::cost).sum();
  }

  private long cost(Message message) {
    return tokens.applyAsLong(message.text()) + PER_MESSAGE;
  }
}
