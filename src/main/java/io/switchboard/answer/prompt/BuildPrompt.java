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
import io.switchboard.conversation.style.Summaries;
import io.switchboard.conversation.style.Summaries.Summary;
import io.switchboard.markup.Markdown;
import io.switchboard.member.MemberId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the model is told: the system prompt, as many of the newest turns as fit the window, and the
 * question.
 */
public final class BuildPrompt {
  private static final String SUMMARISED =
      "Summary of what was said before in this conversation:\n";

  /** Of how many earlier questions the pictures are sent again. */
  private static final int PICTURED_TURNS = 2;

  /** The estimate of a part by its share of the characters may be a little too small. */
  private static final double SURE = 0.9;

  private final Conversations conversations;
  private final Function<MemberId, String> names;
  private final AnswerSettings settings;
  private final Summaries summaries;
  private final Function<TurnId, String> persona;

  /**
   * @param names what a member is called
   * @param persona what the model is told to be in a turn's conversation; empty for nothing
   */
  public BuildPrompt(
      Conversations conversations,
      Function<MemberId, String> names,
      AnswerSettings settings,
      Summaries summaries,
      Function<TurnId, String> persona) {
    this.conversations = conversations;
    this.names = names;
    this.settings = settings;
    this.summaries = summaries;
    this.persona = persona;
  }

  /** What a prompt for this account and model must fit. */
  public Window window(AccountTerms terms, String model) {
    int tokens =
        terms.contextTokens() == 0
            ? settings.contextTokens()
            : Math.min(settings.contextTokens(), terms.contextTokens());
    return new Window(model, tokens);
  }

  /** What the model is always told in a turn's conversation; empty for nothing. */
  public String system(TurnId turn) {
    return (settings.systemPrompt().strip() + "\n\n" + persona.apply(turn)).strip();
  }

  /** The prompt for a turn within a window, if the question alone is not more. */
  public Prompt of(Turn turn, Enclosures files, Window window) throws InterruptedException {
    // What fits by its bytes alone needs no encoding to be loaded and no counting.
    Built quick = build(turn, files, window.tokens(), Measure.AT_MOST);
    return quick.whole()
        ? quick.prompt()
        : build(turn, files, window.tokens(), Measure.exactly(window.model())).prompt();
  }

  /**
   * A prompt.
   *
   * @param whole whether nothing was left out
   */
  private record Built(Prompt prompt, boolean whole) {}

  private Built build(Turn turn, Enclosures files, long bound, Measure measure)
      throws InterruptedException {
    List<Message> always = new ArrayList<>();
    String system = system(turn.id());
    if (!system.isEmpty()) {
      always.add(Message.of(Role.SYSTEM, system));
    }
    Speakers speakers = new Speakers(conversations.authors(turn.id()), names);
    if (speakers.several()) {
      always.add(Message.of(Role.SYSTEM, Speakers.EXPLAINED));
    }
    List<Turn> path = conversations.before(turn.id());
    Optional<Summary> summary = summaries.newest(path.stream().map(Turn::id).toList());
    summary.ifPresent(s -> always.add(Message.of(Role.SYSTEM, SUMMARISED + s.text())));
    long left = bound - always.stream().mapToLong(measure::of).sum();
    Message question = question(speakers.named(turn), files, left, measure);
    left -= measure.of(question);
    boolean whole = left >= 0;
    Deque<Message> history = new ArrayDeque<>();
    int pictured = 0;
    for (Turn before :
        Summarise.afterwards(path, summary.map(Summary::upTo).orElse(null)).reversed()) {
      String said = Markdown.withoutReasoning(before.answer());
      if (said.isBlank()) {
        continue;
      }
      Message answered = Message.of(Role.ASSISTANT, said);
      left -= measure.of(answered);
      Message asked =
          earlier(speakers.named(before), files, pictured < PICTURED_TURNS, left, measure);
      left -= measure.of(asked);
      if (left < 0) {
        whole = false;
        break;
      }
      // Whatever is only named may have fitted, by the exact count.
      whole &= !files.with(before) || !asked.equals(files.named(speakers.named(before)));
      pictured += asked.pictures().isEmpty() ? 0 : 1;
      history.addFirst(answered);
      history.addFirst(asked);
    }
    List<Message> messages = new ArrayList<>(always);
    messages.addAll(history);
    messages.add(question);
    Integer most = settings.answerTokens() == 0 ? null : settings.answerTokens();
    return new Built(new Prompt(null, messages, most), whole);
  }

  /** The question; of text files that are too long for the model, as much as fits. */
  private static Message question(Turn turn, Enclosures files, long left, Measure measure)
      throws InterruptedException {
    Message whole = files.whole(turn);
    if (measure.of(whole) <= left || !files.with(turn) || measure.equals(Measure.AT_MOST)) {
      return whole;
    }
    long least = measure.of(files.part(turn, 0, true));
    double share = (left - least) * SURE / Math.max(1, measure.of(whole) - least);
    return files.part(turn, Math.clamp(share, 0, 1), true);
  }

  /** An earlier question, with its files if they fit. */
  private static Message earlier(
      Turn turn, Enclosures files, boolean pictures, long left, Measure measure)
      throws InterruptedException {
    Message named = files.named(turn);
    if (!files.with(turn) || measure.of(named) > left) {
      return named;
    }
    Message shown = files.part(turn, 1, pictures);
    return measure.of(shown) <= left ? shown : named;
  }

  /** Whether nothing of what was said before is in a prompt, so that it cannot be made smaller. */
  public static boolean asksOnly(Prompt prompt) {
    return prompt.messages().stream()
        .noneMatch(m -> m.role() == Role.ASSISTANT || m.text().startsWith(SUMMARISED));
  }

  /** About how many tokens a prompt is. */
  public long cost(Prompt prompt) {
    return Measure.ABOUT.of(prompt);
  }
}
