package io.switchboard.markup.pdf;

import io.switchboard.markup.drawn.FormulaPicture;
import io.switchboard.markup.drawn.FormulaPicture.Drawn;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts pictures in the place of formulas. In two steps: first their places, then what is in them,
 * so that nothing in a picture counts as text of the document.
 */
final class Formulas {
  private static final Pattern SOURCE =
      Pattern.compile("<(span|div) class=\"math\">([^<]*)</(?:span|div)>");

  /** No text looks like this, for quotation marks in texts are escaped. */
  private static final Pattern PLACE = Pattern.compile("src=\"formula:(\\d+)\"");

  /** Mathematical fonts are small beside those of text. */
  private static final double LARGER = 1.12;

  /** In ems: what a line holds, also in a list. */
  private static final double WIDEST = 42;

  /** In square ems, of all of them: what is beyond is shown as its source. */
  private static final double MOST = 6_000;

  private final List<String> attributes = new ArrayList<>();
  private final Map<String, String> made = new HashMap<>();
  private double left = MOST;

  /** The same XHTML with places for pictures; those that cannot be drawn stay as they are. */
  String placed(String body) {
    return SOURCE
        .matcher(body)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    made.computeIfAbsent(
                        found.group(), all -> place(all, found.group(1), found.group(2)))));
  }

  /** The same XHTML with the pictures in their places. */
  String filled(String body) {
    return PLACE
        .matcher(body)
        .replaceAll(
            found -> Matcher.quoteReplacement(attributes.get(Integer.parseInt(found.group(1)))));
  }

  private String place(String source, String tag, String escaped) {
    boolean display = tag.equals("div");
    Optional<Drawn> drawn = FormulaPicture.of(unescaped(escaped), display);
    double area = drawn.map(one -> one.width() * one.height()).orElse(0.0);
    if (drawn.isEmpty() || area > left) {
      return source;
    }
    left -= area;
    attributes.add(attributes(drawn.get(), escaped));
    String picture = "<img src=\"formula:" + (attributes.size() - 1) + "\"/>";
    return display ? "<div class=\"formula\">" + picture + "</div>" : picture;
  }

  private static String attributes(Drawn one, String escaped) {
    double scale = Math.min(LARGER, WIDEST / one.width());
    return String.format(
        Locale.ROOT,
        "alt=\"%s\" style=\"width:%.3fem;height:%.3fem;vertical-align:-%.3fem\" src=\"%s%s\"",
        escaped.replaceAll("[^ -~\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FFFD}]", " "),
        one.width() * scale,
        one.height() * scale,
        one.depth() * scale,
        Emoji.SOURCE,
        Base64.getEncoder().encodeToString(one.png()));
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
