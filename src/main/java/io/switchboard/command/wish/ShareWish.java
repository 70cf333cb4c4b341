package io.switchboard.command.wish;

import io.switchboard.chat.MessageId;
import io.switchboard.share.Expiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private static final int MOST_WORDS = 4;

  /** Reads the arguments; what is neither a selection nor an expiry is the title. */
  public static ShareWish parse(String arguments, @Nullable MessageId shownBy) {
    String rest = arguments.strip();
    String first = word(rest).toLowerCase(Locale.ROOT);
    boolean whole = first.equals("all");
    if (whole || first.equals("answer")) {
      rest = rest.substring(first.length()).strip();
    }
    String expiry = "";
    for (int end : wordEnds(rest)) {
      Optional<Expiry> read = expiry(rest.substring(0, end));
      if (read.isPresent()) {
        expiry = written(read.get());
        rest = rest.substring(end).strip();
        break;
      }
    }
    return new ShareWish(whole, expiry, rest, shownBy);
  }

  /** What {@link #expiry} means. */
  public static Expiry expiryOf(String written) {
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
      case Expiry.After(Duration duration) -> duration.toSeconds() + "s";
    };
  }

  /** Where the first words end, the most words first: {@code 1 day 12 h} is one time. */
  private static List<Integer> wordEnds(String text) {
    List<Integer> ends = new ArrayList<>();
    for (int end = 0; end < text.length() && ends.size() < MOST_WORDS; ) {
      int start = end;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      end = start + word(text.substring(start)).length();
      ends.addFirst(end);
    }
    return ends;
  }

  private static String word(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
