package io.switchboard.share.kept;

import io.switchboard.conversation.Turn;
import io.switchboard.markup.Markdown;
import java.util.Collection;
import java.util.List;
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
   * @param platforms names of the platforms on which people can have been mentioned
   */
  public static List<FrozenText.Part> of(List<Turn> turns, Collection<String> platforms) {
    return turns.stream()
        .map(
            t ->
                new FrozenText.Part(
                    withoutPeople(t.question(), platforms),
                    withoutPeople(Markdown.withoutReasoning(t.answer()), platforms)))
        .filter(p -> !p.answer().isBlank())
        .toList();
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
