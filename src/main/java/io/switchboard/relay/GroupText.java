package io.switchboard.relay;

import io.switchboard.chat.PlaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Places that are linked, as a line: {@code linked:… with discord:1 "general" en, telegram:-2 ""
 * ko}.
 *
 * @param more whether they are to come to those that have that home already, whoever these are
 */
record GroupText(String home, List<LinkedPlace> places, boolean more) {
  static final String ALONE = "not linked";

  private static final String MORE = "and ";
  private static final Pattern LINE = Pattern.compile("(and )?(\\S+) with (.*)");
  private static final Pattern PLACE = Pattern.compile("(\\S+) \"([^\"]*)\" (\\S+?)(?:, |$)");

  static String of(String home, List<LinkedPlace> places) {
    return home
        + " with "
        + places.stream()
            .map(
                p ->
                    p.place()
                        + " \""
                        + p.name().replaceAll("[\"\\v]", "'")
                        + "\" "
                        + p.language().toLanguageTag())
            .collect(Collectors.joining(", "));
  }

  static String more(String home, List<LinkedPlace> places) {
    return MORE + of(home, places);
  }

  /** Reads it; empty for {@link #ALONE}. */
  static Optional<GroupText> read(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      return Optional.empty();
    }
    List<LinkedPlace> places = new ArrayList<>();
    Matcher place = PLACE.matcher(line.group(3));
    while (place.find()) {
      places.add(
          new LinkedPlace(
              new PlaceId(place.group(1)),
              line.group(2),
              place.group(2),
              Locale.forLanguageTag(place.group(3)),
              0));
    }
    return Optional.of(new GroupText(line.group(2), places, line.group(1) != null));
  }
}
