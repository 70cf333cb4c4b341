package io.switchboard.command.visit;

import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.fill.Filled;
import io.switchboard.text.Durations;
import io.switchboard.text.Texts;
import io.switchboard.text.WeekHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says things in one person's language. What is filled in is never read as Markdown: the message is
 * parsed with marks in it, and the things themselves are put into the tree.
 *
 * @param locale one of {@link Texts#languages} or anything near
 */
public record Words(Texts texts, Locale locale) {
  /**
   * A message as a document.
   *
   * @param things {@link Number}s are written as the language does it, {@link Inline}s are put in
   *     as they are, {@link Duration}s in words, {@link Instant}s as day and time in the reader's
   *     zone, everything else as it reads
   */
  public Document say(String key, Object... things) {
    Object[] fillings = Stream.of(things).map(this::filling).toArray();
    return Filled.in(Texts.joint(locale), arguments -> texts.say(locale, key, arguments), fillings);
  }

  /** A message as plain text, for a button. */
  public String label(String key, Object... things) {
    return texts.say(locale, key, things);
  }

  /** A message without blanks, if there is one of that key. */
  public Optional<String> find(String key) {
    return texts.find(locale, key);
  }

  /** How long, in words. */
  public String span(Duration duration) {
    return Durations.say(locale, duration);
  }

  /** Hours of the week, see {@link WeekHours}. */
  public String week(String written) {
    return WeekHours.said(written, locale);
  }

  /** A list with one point for each. */
  public static Document list(List<Document> points) {
    return points.isEmpty()
        ? new Document(List.of())
        : new Document(
            List.of(
                new Block.Listing(
                    null,
                    true,
                    points.stream().map(p -> new Block.Item(null, p.blocks())).toList())));
  }

  /** All of these, one after the other. */
  public static Document all(Document... parts) {
    return Arrays.stream(parts).reduce(new Document(List.of()), Document::and);
  }

  private Object filling(Object thing) {
    return switch (thing) {
      case Duration duration -> new Inline.Text(span(duration));
      case Instant instant -> new Inline.Moment(instant, Inline.Moment.Style.DATE_TIME);
      default -> thing;
    };
  }
}
