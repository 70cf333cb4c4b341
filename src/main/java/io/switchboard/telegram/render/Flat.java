package io.switchboard.telegram.render;

import io.switchboard.markup.Inline;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Running text without any formatting. */
final class Flat {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Flat() {}

  static String of(List<Inline> text) {
    StringBuilder flat = new StringBuilder();
    text.forEach(i -> add(i, flat));
    return flat.toString();
  }

  private static void add(Inline inline, StringBuilder to) {
    switch (inline) {
      case Inline.Text t -> to.append(t.text());
      case Inline.Code c -> to.append(c.code());
      case Inline.Emphasis e -> e.text().forEach(i -> add(i, to));
      case Inline.Strong s -> s.text().forEach(i -> add(i, to));
      case Inline.Strike s -> s.text().forEach(i -> add(i, to));
      case Inline.Link l -> {
        if (l.text().isEmpty()) {
          to.append(l.url());
        }
        l.text().forEach(i -> add(i, to));
      }
      case Inline.Image i -> to.append(i.description().isBlank() ? i.url() : i.description());
      case Inline.Formula f -> to.append(f.latex());
      case Inline.Break b -> to.append(' ');
      case Inline.SoftBreak b -> to.append(' ');
      case Inline.FootnoteMark m -> to.append('[').append(m.label()).append(']');
      case Inline.Moment m -> to.append(time(m));
    }
  }

  /** A time for those whose zone is not known. */
  static String time(Inline.Moment moment) {
    return UTC.format(moment.at());
  }
}
