package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.share.Expiry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to share, as in {@code /share all 24h A title}.
 *
 * @param whole the whole conversation rather than one answer
 * @param expiry as {@link Expiry#parse} reads it; empty for the default
 * @param title empty for that of the conversation
 * @param shownBy the message whose answer is meant; null for the last one
 */
public record ShareWish(boolean whole, String expiry, String title, @Nullable MessageId shownBy) {
  /** Reads the arguments; what is neither a selection nor an expiry is the title. */
  public static ShareWish parse(String arguments, @Nullable MessageId shownBy) {
    String rest = arguments.strip();
    String first = word(rest).toLowerCase(Locale.ROOT);
    boolean whole = first.equals("all");
    if (whole || first.equals("answer")) {
      rest = rest.substring(first.length()).strip();
    }
    String one = word(rest);
    String two = one + " " + word(rest.substring(one.length()).strip());
    String expiry = "";
    if (expiry(two).isPresent()) {
      expiry = written(expiry(two).get());
      rest = rest.substring(one.length()).strip();
      rest = rest.substring(word(rest).length()).strip();
    } else if (expiry(one).isPresent()) {
      expiry = written(expiry(one).get());
      rest = rest.substring(one.length()).strip();
    }
    return new ShareWish(whole, expiry, rest, shownBy);
  }

  /** What {@link #expiry} means. */
  static Expiry expiryOf(String written) {
    return expiry(written).orElse(new Expiry.Default());
  }

  private static Optional<Expiry> expiry(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Expiry.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Short enough for a button. */
  private static String written(Expiry expiry) {
    return switch (expiry) {
      case Expiry.Default ignored -> "";
      case Expiry.Never ignored -> "never";
      case Expiry.After(Duration duration) -> Math.max(1, duration.toMinutes()) + "m";
    };
  }

  private static String word(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
