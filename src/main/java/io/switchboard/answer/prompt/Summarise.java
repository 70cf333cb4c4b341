package io.switchboard.answer.prompt;

import io.switchboard.account.Prompt;
import io.switchboard.account.Prompt.Message;
import io.switchboard.account.Prompt.Role;
import io.switchboard.answer.AnswerSettings;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.style.Summaries;
import io.switchboard.conversation.style.Summaries.Summary;
import io.switchboard.markup.Markdown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what no longer fits the window as a summary. It is made once the turns that are told in
 * full fill most of the window, and takes in so many of the oldest that those left fill a third of
 * it: so the next is needed only many turns later.
 */
public final class Summarise {
  private static final double FULL = 0.7;
  private static final double LEFT = 0.35;

  /** More than in any language: only what heeds no bound at all is longer. */
  private static final int CHARACTERS_A_TOKEN = 8;

  private final Conversations conversations;
  private final Summaries summaries;
  private final AnswerSettings settings;

  public Summarise(Conversations conversations, Summaries summaries, AnswerSettings settings) {
    this.conversations = conversations;
    this.summaries = summaries;
    this.settings = settings;
  }

  /** A summary that is to be made: what to ask, and up to which turn it will reach. */
  public record Wanted(TurnId upTo, Prompt prompt) {}

  /**
   * What is to be summarised once this turn is answered; empty as a rule.
   *
   * @param always what stands before the turns in every prompt, which takes room from them
   */
  public Optional<Wanted> after(TurnId turn, Window window, String always) {
    if (settings.summaryTokens() == 0) {
      return Optional.empty();
    }
    List<Turn> path = new ArrayList<>(conversations.before(turn));
    Optional<Summary> before = summaries.newest(path.stream().map(Turn::id).toList());
    List<Turn> told = afterwards(path, before.map(Summary::upTo).orElse(null));
    String pinned = always + before.map(Summary::text).orElse("");
    if (told.isEmpty()
        || tokens(told, Measure.AT_MOST) <= room(pinned, window, Measure.AT_MOST) * FULL) {
      return Optional.empty();
    }
    Measure exact = Measure.exactly(window.model());
    long room = room(pinned, window, exact);
    if (room <= 0 || tokens(told, exact) <= room * FULL) {
      return Optional.empty();
    }
    int kept = 0;
    long left = 0;
    for (Turn newest : told.reversed()) {
      left += tokens(List.of(newest), exact);
      if (left > room * LEFT) {
        break;
      }
      kept++;
    }
    List<Turn> old = told.subList(0, told.size() - kept);
    return old.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wanted(
                old.getLast().id(), prompt(before.map(Summary::text).orElse(""), old, window)));
  }

  private static long room(String pinned, Window window, Measure measure) {
    return window.tokens() - measure.tokens().applyAsLong(pinned);
  }

  /** Keeps the summary that was made; of one that heeds no bound, the beginning. */
  public void keep(Wanted wanted, String text) {
    String whole = Markdown.withoutReasoning(text).strip();
    int most = settings.summaryTokens() * CHARACTERS_A_TOKEN;
    String said = part(whole, most >= whole.length() ? 1 : (double) most / whole.length());
    if (!said.isEmpty()) {
      summaries.keep(new Summary(wanted.upTo(), said));
    }
  }

  /** The turns after that one; all if it is null. */
  static List<Turn> afterwards(List<Turn> path, @Nullable TurnId last) {
    for (int i = path.size() - 1; last != null && i >= 0; i--) {
      if (path.get(i).id().equals(last)) {
        return path.subList(i + 1, path.size());
      }
    }
    return path;
  }

  private static long tokens(List<Turn> turns, Measure measure) {
    return turns.stream()
        .mapToLong(t -> measure.tokens().applyAsLong(t.question() + said(t)) + 8)
        .sum();
  }

  private static String said(Turn turn) {
    return Markdown.withoutReasoning(turn.answer());
  }

  /** Of turns that are more than the window themselves, as much as fits, each in equal measure. */
  private Prompt prompt(String before, List<Turn> old, Window window) {
    long room = Math.max(200, (long) (window.tokens() * FULL));
    StringBuilder all = new StringBuilder();
    if (!before.isEmpty()) {
      all.append("Summary of what was said before:\n").append(before).append("\n\n");
    }
    Measure exact = Measure.exactly(window.model());
    long tokens = tokens(old, exact);
    double share = tokens <= room ? 1 : (double) room / tokens;
    for (Turn turn : old) {
      all.append("User: ").append(part(turn.question(), share));
      all.append("\n\nAssistant: ").append(part(said(turn), share)).append("\n\n");
    }
    int words = Math.max(30, settings.summaryTokens() / 2);
    return new Prompt(
        null,
        List.of(
            Message.of(Role.SYSTEM, task(words)), Message.of(Role.USER, all.toString().strip())),
        settings.summaryTokens());
  }

  private static String task(int words) {
    return "Summarise the conversation below for the assistant who will go on with it, in its own"
        + " language and in at most "
        + words
        + " words. Keep names, numbers, decisions, wishes, code that matters and open questions;"
        + " leave out pleasantries. Write the summary only.";
  }

  private static String part(String text, double share) {
    int length = (int) (text.length() * share);
    if (length >= text.length()) {
      return text;
    }
    boolean pair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, pair ? length - 1 : length) + " […]";
  }
}
