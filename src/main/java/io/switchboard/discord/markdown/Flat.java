package io.switchboard.discord.markdown;

import io.switchboard.markup.Inline;
import io.switchboard.markup.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Running text without what leaves no trace on Discord (links that are none there, a format within
 * the same format), so that what then stands side by side is seen as one text: signs that act
 * together are found only there.
 */
final class Flat {
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://[\\p{L}\\p{N}_\\[][^\\s\\p{Z}\\uFEFF]*");

  private final boolean inLink;
  private final Set<String> open;
  private final List<Inline> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Flat(boolean inLink, Set<String> open) {
    this.inLink = inLink;
    this.open = open;
  }

  /**
   * The pieces that are shown.
   *
   * @param open the marks of the formats around
   */
  static List<Inline> of(List<Inline> all, boolean inLink, Set<String> open) {
    Flat flat = new Flat(inLink, open);
    flat.add(all);
    flat.end();
    return flat.pieces;
  }

  /** Whether Discord makes a link of it: addresses of other kinds do nothing there. */
  static boolean isLink(String url) {
    return WEB.matcher(url.strip()).matches();
  }

  private void add(List<Inline> all) {
    for (Inline inline : all) {
      switch (inline) {
        case Inline.Text(String more) -> text.append(more);
        case Inline.Emphasis(List<Inline> inner) when open.contains("*") -> add(inner);
        case Inline.Strong(List<Inline> inner) when open.contains("**") -> add(inner);
        case Inline.Strike(List<Inline> inner) when open.contains("~~") -> add(inner);
        case Inline.Link(String url, List<Inline> label) when inLink || !isLink(url) -> {
          add(label);
          address(url, label);
        }
        case Inline.Image(String url, String description) when inLink || !isLink(url) ->
            text.append(description.isBlank() ? url : description);
        default -> {
          end();
          pieces.add(inline);
        }
      }
    }
  }

  /** That there was an address is still told, where it says more than its label. */
  private void address(String url, List<Inline> label) {
    String address = url.strip();
    boolean mail = address.toLowerCase(Locale.ROOT).startsWith("mailto:");
    if (mail && !inLink && !PlainText.of(label).contains("@")) {
      text.append(" (").append(address.substring(7)).append(")");
    }
  }

  private void end() {
    if (!text.isEmpty()) {
      pieces.add(new Inline.Text(text.toString()));
      text.setLength(0);
    }
  }
}
