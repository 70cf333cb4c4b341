package io.switchboard.command.visit;

import io.switchboard.markup.Inline;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Places as people call them. One that nobody can name now is told as the configuration writes it:
 * there it is found.
 *
 * @param named by the configuration's words; may ask a platform
 */
public record Called(Function<String, Inline.Channel> named) {
  private static final Pattern PLACE =
      Pattern.compile("[a-z]+-(?:server|channel|forum|chat):\\S{1,200}");

  /** By the configuration's words for it. */
  public Inline place(String words) {
    Inline.Channel called = named.apply(words);
    return called.title().isEmpty() ? new Inline.Code(words) : called;
  }

  /** What an act was done to: the name of a place, if it is one that has a name, else the same. */
  public Inline target(String words) {
    return PLACE.matcher(words).matches() && place(words) instanceof Inline.Channel called
        ? called
        : new Inline.Text(words);
  }

  /** The same in a line of text. */
  public String inText(String words) {
    return target(words) instanceof Inline.Channel called ? called.anywhere() : words;
  }
}
