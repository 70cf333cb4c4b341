package io.switchboard.share.kept;

import io.switchboard.conversation.Turn;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns as they may be shown to others: without the model's reasoning and without anybody's number
 * on a platform. What the program tells the model about itself is not in a turn, so it cannot get
 * here.
 */
public final class Freeze {
  private static final Pattern OPENING =
      Pattern.compile("^ {0,3}<(?:think|thinking)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING =
      Pattern.compile("</(?:think|thinking)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})(.*)$");
  private static final Pattern LONE_CLOSING =
      Pattern.compile(
          "(?s)\\A.*?^\\s*</(?:think|thinking)>\\s*$",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

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
                    withoutPeople(withoutReasoning(t.answer()), platforms)))
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

  static String withoutReasoning(String markdown) {
    if (markdown.indexOf('<') < 0) {
      return markdown;
    }
    StringBuilder said = new StringBuilder();
    String fence = "";
    boolean thinking = false;
    boolean thought = false;
    for (String line : markdown.split("(?<=\n)", -1)) {
      String rest = line;
      if (thinking) {
        Matcher closing = CLOSING.matcher(rest);
        if (!closing.find()) {
          continue;
        }
        rest = rest.substring(closing.end());
        thinking = false;
      } else if (fence.isEmpty() && OPENING.matcher(rest).find()) {
        thought = true;
        Matcher closing = CLOSING.matcher(rest);
        thinking = !closing.find();
        rest = thinking ? "" : rest.substring(closing.end());
      }
      fence = fenceAfter(rest, fence);
      said.append(rest);
    }
    return thought ? said.toString().strip() : withoutOpening(markdown);
  }

  /** Some servers put the opening into the prompt, so that only the end is in the answer. */
  private static String withoutOpening(String markdown) {
    Matcher lone = LONE_CLOSING.matcher(markdown);
    if (!lone.find()) {
      return markdown;
    }
    String fence = "";
    for (String line : markdown.substring(0, lone.end()).split("(?<=\n)", -1)) {
      fence = fenceAfter(line, fence);
    }
    return fence.isEmpty() ? markdown.substring(lone.end()).strip() : markdown;
  }

  /** The fence that is open after this line; empty if none. */
  private static String fenceAfter(String line, String open) {
    Matcher fence = FENCE.matcher(line.stripTrailing());
    if (!fence.find()) {
      return open;
    }
    String signs = fence.group(1);
    if (open.isEmpty()) {
      return signs.startsWith("`") && fence.group(2).contains("`") ? "" : signs;
    }
    boolean closes =
        signs.charAt(0) == open.charAt(0)
            && signs.length() >= open.length()
            && fence.group(2).isBlank();
    return closes ? "" : open;
  }
}
