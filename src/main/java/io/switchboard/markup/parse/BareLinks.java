package io.switchboard.markup.parse;

import io.switchboard.markup.Inline;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;

/** Finds addresses that stand in the text as they are. */
final class BareLinks {
  private static final LinkExtractor EXTRACTOR =
      LinkExtractor.builder()
          .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
          .build();

  /** Chinese, Japanese and Korean put no space behind an address, and their signs are in none. */
  private static final Pattern END = Pattern.compile("[。，、；：！？（）「」『』【】《》〈〉“”‘’…]");

  private BareLinks() {}

  /** Adds the text to the pieces, its addresses as links. */
  static void add(String text, List<Inline> pieces) {
    // Most texts have none, and this is much quicker than the extractor.
    if (!text.contains("://") && !text.contains("www.") && text.indexOf('@') < 0) {
      pieces.add(new Inline.Text(text));
      return;
    }
    for (Span span : EXTRACTOR.extractSpans(text)) {
      String words = text.substring(span.getBeginIndex(), span.getEndIndex());
      String rest = "";
      Matcher end = END.matcher(words);
      if (span instanceof LinkSpan && end.find() && end.start() > 0) {
        rest = words.substring(end.start());
        words = words.substring(0, end.start());
      }
      String url = span instanceof LinkSpan link ? url(link.getType(), words) : "";
      Inline.Text shown = new Inline.Text(words);
      pieces.add(url.isEmpty() ? shown : new Inline.Link(url, List.of(shown)));
      if (!rest.isEmpty()) {
        add(rest, pieces);
      }
    }
  }

  private static String url(LinkType type, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return switch (type) {
      case WWW -> "http://" + words;
      case EMAIL -> "mailto:" + words;
      case URL -> lower.matches("https?://.+") ? words : "";
    };
  }
}
