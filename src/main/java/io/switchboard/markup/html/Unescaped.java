package io.switchboard.markup.html;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of sanitised HTML, which has few kinds of entities and no script or style. The sanitiser
 * parts braces with comments, against templates.
 */
public final class Unescaped {
  private static final Pattern TAG = Pattern.compile("<!--.*?-->|<[^>]*>", Pattern.DOTALL);
  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|(lt|gt|amp|quot));");

  private Unescaped() {}

  /** As it is read, without its tags. */
  public static String text(String html) {
    return ENTITY
        .matcher(TAG.matcher(html).replaceAll(""))
        .replaceAll(found -> Matcher.quoteReplacement(sign(found)))
        .strip();
  }

  private static String sign(MatchResult entity) {
    String number = entity.group(1);
    if (number != null) {
      int point = Integer.parseInt(number);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "";
    }
    return switch (entity.group(2)) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> "&";
    };
  }
}
