package io.switchboard.answer.prompt;

import io.switchboard.account.AccountTerms;
import io.switchboard.account.Prompt;
import io.switchboard.account.Prompt.Message;
import io.switchboard.account.Prompt.Role;
import io.switchboard.answer.AnswerSettings;
import io.switchboard.answer.enclosed.Enclosures;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.markup.Markdown;
import io.switchboard.member.MemberId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What the model is told: the system prompt, as many of the newest turns as fit the window, and the
 * question.
 */
public final class BuildPrompt {
  /** What a message costs beside its text, as OpenAI's guide to counting tokens has it. */
  private static final int PER_MESSAGE = 4;

  /** About what a picture costs: 85 and 170 for each of up to eight squares, in OpenAI's guide. */
  private static final long PER_PICTURE = 1_000;

  /** Of how many earlier questions the pictures are sent again. */
  private static final int PICTURED_TURNS = 2;

  /** The estimate of a part by its share of the characters may be a little too small. */
  private static final double SURE = 0.9;

  private final Conversations conversations;
  private final Function<MemberId, String> names;
  private final AnswerSettings settings;
  private final ToLongFunction<String> tokens;
  private final Function<TurnId, String> persona;

  /**
   * @param names what a member is called
   */
  public BuildPrompt(
      Conversations conversations,
      Function<MemberId, String> names,
      AnswerSettings settings,
      ToLongFunction<String> tokens,
      Function<TurnId, String> persona) {
    this.conversations = conversations;
    this.names = names;
    this.settings = settings;
    this.tokens = tokens;
    this.persona = persona;
  }

  /** How many tokens a prompt for this account may have. */
  public int bound(AccountTerms terms) {
    return terms.contextTokens() == 0
        ? settings.contextTokens()
        : Math.min(settings.contextTokens(), terms.contextTokens());
  }

  /** The prompt for a turn, as large as the settings allow. */
  public Prompt of(Turn turn, Enclosures files) throws InterruptedException {
    return of(turn, files, settings.contextTokens());
  }

  /** The prompt for a turn within so many tokens, if the question alone is not more. */
  public Prompt of(Turn turn, Enclosures files, long bound) throws InterruptedException {
    List<Message> always = new ArrayList<>();
    String system = (settings.systemPrompt().strip() + "\n\n" + persona.apply(turn.id())).strip();
    if (!system.isEmpty()) {
      always.add(Message.of(Role.SYSTEM, system));
    }
    Speakers speakers = new Speakers(conversations.authors(turn.id()), names);
    if (speakers.several()) {
      always.add(Message.of(Role.SYSTEM, Speakers.EXPLAINED));
    }
    long left = bound - always.stream().mapToLong(this::cost).sum();
    Message question = question(speakers.named(turn), files, left);
    left -= cost(question);
    Deque<Message> history = new ArrayDeque<>();
    int pictured = 0;
    for (Turn before : conversations.before(turn.id()).reversed()) {
      String said = Markdown.withoutReasoning(before.answer());
      if (said.isBlank()) {
        continue;
      }
      Message answered = Message.of(Role.ASSISTANT, said);
      left -= cost(answered);
      Message asked = earlier(speakers.named(before), files, pictured < PICTURED_TURNS, left);
      left -= cost(asked);
      if (left < 0) {
        break;
      }
      pictured += asked.pictures().isEmpty() ? 0 : 1;
      history.addFirst(answered);
      history.addFirst(asked);
    }
    List<Message> messages = new ArrayList<>(always);
    messages.addAll(history);
    messages.add(question);
    return new Prompt(
        null, messages, settings.answerTokens() == 0 ? null : settings.answerTokens());
  }

  /** The question; of text files that are too long for the model, as much as fits. */
  private Message question(Turn turn, Enclosures files, long left) throws InterruptedException {
    Message whole = files.whole(turn);
    if (cost(whole) <= left || !files.with(turn)) {
      return whole;
    }
    long least = cost(files.part(turn, 0, true));
    double share = (left - least) * SURE / Math.max(1, cost(whole) - least);
    return files.part(turn, Math.clamp(share, 0, 1), true);
  }

  /** An earlier question, with its files if they fit. */
  private Message earlier(Turn turn, Enclosures files, boolean pictures, long left)
      throws InterruptedException {
    Message named = files.named(turn);
    if (!files.with(turn) || cost(named) > left) {
      return named;
    }
    Message shown = files.part(turn, 1, pictures);
    return cost(shown) <= left ? shown : named;
  }

  /** About how many tokens a prompt is. */
  public long cost(Prompt prompt) {
    return prompt.messages().stream().mapToLong(this::cost).sum();
  }

  private long cost(Message message) {
    return tokens.applyAsLong(message.text())
        + message.pictures().size() * PER_PICTURE
        + PER_MESSAGE;
  }
}
