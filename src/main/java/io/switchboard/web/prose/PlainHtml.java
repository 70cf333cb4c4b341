package io.switchboard.web.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of sanitised HTML, which has few kinds of entities and no script or style. */
final class PlainHtml {
  private static final Pattern TAG = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|(lt|gt|amp|quot));");

  private PlainHtml() {}

  static String text(String html) {
    return ENTITY
        .matcher(TAG.matcher(html).replaceAll(""))
        .replaceAll(
            found -> {
              String number = found.group(1);
              return Matcher.quoteReplacement(
                  number == null
                      ? switch (found.group(2)) {
                        case "lt" -> "<";
                        case "gt" -> ">";
                        case "quot" -> "\"";
                        default -> "&";
                      }
                      : character(Integer.parseInt(number)));
            })
        .strip();
  }

  private static String character(int point) {
    return Character.isValidCodePoint(point) ? Character.toString(point) : "";
  }
}
