package io.switchboard.community;

import io.switchboard.text.Spoken;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where shares can be posted for everybody, and how.
 *
 * @param enabled whether that is so until an admin says otherwise
 * @param channels {@code discord-channel:ID}, {@code discord-forum:ID}, {@code
 *     telegram-chat:ID[/TOPIC]}, {@code sandbox-channel:community}
 * @param approval whether the staff looks at a post first, until an admin says otherwise
 * @param tags that are offered beside the forums' own
 * @param languages the tag of the language that is spoken in a channel, by channel
 * @param digest when the best of the week are posted, by the server's clock, such as {@code monday
 *     09:00}; {@code never}
 */
public record CommunitySettings(
    boolean enabled,
    List<String> channels,
    boolean approval,
    List<String> tags,
    Map<String, String> languages,
    String digest) {
  private static final Pattern WEEKLY = Pattern.compile("([a-z]+) (\\d{1,2}):(\\d{2})");

  /** Off, and nowhere. */
  public static final CommunitySettings DEFAULTS =
      new CommunitySettings(false, List.of(), false, List.of(), Map.of(), "monday 09:00");

  public CommunitySettings {
    channels = List.copyOf(channels);
    tags = List.copyOf(tags);
    languages = Map.copyOf(languages);
    languages.forEach((channel, tag) -> Spoken.require("languages." + channel, tag));
    if (!digest.equals("never") && weekly(digest).isEmpty()) {
      throw new IllegalArgumentException("digest: a day and a time such as monday 09:00, or never");
    }
  }

  /** With channels, and else as by default. */
  public CommunitySettings(boolean enabled, List<String> channels) {
    this(enabled, channels, false, List.of(), Map.of(), DEFAULTS.digest);
  }

  /**
   * A time of the week.
   *
   * @param time to the minute
   */
  public record Weekly(DayOfWeek day, LocalTime time) {}

  /** When the best of the week are posted; empty for never. */
  public Optional<Weekly> weekly() {
    return weekly(digest);
  }

  private static Optional<Weekly> weekly(String written) {
    Matcher form = WEEKLY.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Weekly(
              DayOfWeek.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
              LocalTime.of(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)))));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
