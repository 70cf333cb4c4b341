package io.switchboard.share.kept;

import io.switchboard.conversation.Turn;
import io.switchboard.markup.Markdown;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns as they may be shown to others: without the model's reasoning and without anybody's number
 * on a platform. What the program tells the model about itself is not in a turn, so it cannot get
 * here.
 */
public final class Freeze {
  private Freeze() {}

  /**
   * The turns that have an answer.
   *
   * @param variants all answers to the question of a turn, its own among them, oldest first
   * @param platforms names of the platforms on which people can have been mentioned
   */
  public static List<FrozenText.Part> of(
      List<Turn> turns, Function<Turn, List<Turn>> variants, Collection<String> platforms) {
    return turns.stream()
        .map(
            turn ->
                new FrozenText.Part(
                    withoutPeople(turn.question(), platforms),
                    shown(turn, platforms),
                    variants.apply(turn).stream()
                        .filter(other -> !other.id().equals(turn.id()))
                        .map(other -> shown(other, platforms))
                        .filter(answer -> !answer.isBlank())
                        .toList()))
        .filter(part -> !part.answer().isBlank())
        .toList();
  }

  private static String shown(Turn turn, Collection<String> platforms) {
    return withoutPeople(Markdown.withoutReasoning(turn.answer()), platforms);
  }

  /**
   * A mention is a {@link io.switchboard.chat.PersonId}'s value in the text; who it was stays here.
   */
  public static String withoutPeople(String text, Collection<String> platforms) {
    if (platforms.isEmpty()) {
      return text;
    }
    String names = platforms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return text.replaceAll("(?<![\\w/.-])(?:" + names + "):[\\w-]+", "@…");
  }
}
