package io.switchboard.command.sharing.draft;

import io.switchboard.share.Visibility;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.expiry.ReadExpiry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to share, as in {@code /share last 3 24h members named A title}. Wishes come
 * first, in any order; what is none of them is the title.
 *
 * @param end null for the default
 * @param visibility null for the usual
 * @param opens null for any number of times; may be more or less than can be
 * @param title empty for the automatic one
 */
record ShareWish(
    Pick pick,
    @Nullable Expiry end,
    @Nullable Visibility visibility,
    @Nullable Integer opens,
    boolean named,
    String title) {
  private static final int MOST_WORDS = 7;
  private static final Pattern LAST =
      Pattern.compile("(?:the )?last (\\d{1,4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE = Pattern.compile("(\\d{1,4}) ?(?:-|–|to) ?(\\d{1,4})");
  private static final Pattern OPENS =
      Pattern.compile("(\\d{1,6}) (?:views?|times|opens?)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Visibility> VISIBILITIES =
      Map.of(
          "private", Visibility.PRIVATE,
          "members", Visibility.MEMBERS,
          "public", Visibility.PUBLIC,
          "history", Visibility.HISTORY);

  /** Which answers. */
  sealed interface Pick {
    /** The one that is meant by the place, or the last. */
    record Answer() implements Pick {}

    /** The last ones. */
    record Last(int turns) implements Pick {}

    /** From one to another, counted from 1; whether there are so many is for others to say. */
    record Between(int first, int last) implements Pick {}

    /** All of the conversation. */
    record All() implements Pick {}
  }

  /** Nothing in particular. */
  static final ShareWish PLAIN = new ShareWish(new Pick.Answer(), null, null, null, false, "");

  /** Reads the arguments, for somebody in this zone. */
  static ShareWish parse(String arguments, Instant now, ZoneId zone) {
    ShareWish wish = PLAIN;
    String rest = arguments.strip();
    while (!rest.isEmpty()) {
      Optional<Step> step = wish.next(rest, now, zone);
      if (step.isEmpty()) {
        break;
      }
      wish = step.get().wish();
      rest = step.get().rest();
    }
    return new ShareWish(
        wish.pick, wish.end, wish.visibility, wish.opens, wish.named, unquoted(rest));
  }

  private record Step(ShareWish wish, String rest) {}

  /** The most words first: {@code 1 day 12 h} is one time. */
  private Optional<Step> next(String text, Instant now, ZoneId zone) {
    for (int end : wordEnds(text)) {
      String words = text.substring(0, end).strip();
      Optional<ShareWish> wish = with(words, now, zone);
      if (wish.isPresent()) {
        return Optional.of(new Step(wish.get(), text.substring(end).strip()));
      }
    }
    return Optional.empty();
  }

  private Optional<ShareWish> with(String words, Instant now, ZoneId zone) {
    String word = words.toLowerCase(Locale.ROOT);
    boolean unpicked = pick instanceof Pick.Answer;
    Matcher last = LAST.matcher(word);
    Matcher range = RANGE.matcher(word);
    Matcher times = OPENS.matcher(word);
    if (unpicked && (word.equals("all") || word.equals("answer"))) {
      return Optional.of(picking(word.equals("all") ? new Pick.All() : pick));
    }
    if (unpicked && last.matches()) {
      return Optional.of(picking(new Pick.Last(Math.max(1, Integer.parseInt(last.group(1))))));
    }
    if (unpicked && range.matches()) {
      int a = Integer.parseInt(range.group(1));
      int b = Integer.parseInt(range.group(2));
      return Optional.of(picking(new Pick.Between(a, b)));
    }
    Visibility seen = VISIBILITIES.get(word);
    if (visibility == null && seen != null) {
      return Optional.of(new ShareWish(pick, end, seen, opens, named, title));
    }
    if (opens == null && (word.equals("once") || times.matches())) {
      int count = word.equals("once") ? 1 : Integer.parseInt(times.group(1));
      return Optional.of(new ShareWish(pick, end, visibility, count, named, title));
    }
    if (!named && word.equals("named")) {
      return Optional.of(new ShareWish(pick, end, visibility, opens, true, title));
    }
    return end == null
        ? ReadExpiry.of(words, now, zone)
            .map(read -> new ShareWish(pick, read, visibility, opens, named, title))
        : Optional.empty();
  }

  private ShareWish picking(Pick other) {
    return new ShareWish(other, end, visibility, opens, named, title);
  }

  private static String unquoted(String title) {
    return title.matches("(?s)[\"“„].+[\"”“]") ? title.substring(1, title.length() - 1) : title;
  }

  /** Where the first words end, the most words first. */
  private static List<Integer> wordEnds(String text) {
    List<Integer> ends = new ArrayList<>();
    Matcher word = Pattern.compile("\\S+").matcher(text);
    while (ends.size() < MOST_WORDS && word.find()) {
      ends.addFirst(word.end());
    }
    return ends;
  }
}
