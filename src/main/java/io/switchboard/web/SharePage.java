package io.switchboard.web;

import io.switchboard.markup.Markdown;
import io.switchboard.share.SharedCopy;
import io.switchboard.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a link shows.
 *
 * @param path without an ending, for the downloads
 * @param left in words, until when it is there
 */
public record SharePage(SharedCopy copy, String path, String left, String frozenDay) {
  /**
   * A question and its answer.
   *
   * @param question as sanitised HTML
   * @param answer as sanitised HTML
   * @param source the answer as Markdown, for copying
   */
  public record Turn(String question, String answer, String source) {}

  static SharePage of(SharedCopy copy, String token, PageFrame frame, Instant now) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(frame.locale())
            .withZone(ZoneOffset.UTC)
            .format(copy.frozenAt());
    return new SharePage(copy, "/s/" + token, left(copy, frame, now), day);
  }

  private static String left(SharedCopy copy, PageFrame frame, Instant now) {
    Instant end = copy.endsAt();
    if (end == null) {
      return copy.draft() ? frame.say("web.draft.short") : frame.say("web.endless");
    }
    return frame.say("web.ends", Durations.in(frame.locale(), Duration.between(now, end)));
  }

  /** The title. */
  public String title() {
    return copy.title();
  }

  /** The owner's name, or null. */
  public @Nullable String owner() {
    return copy.owner();
  }

  /** Whether only the owner sees it. */
  public boolean draft() {
    return copy.draft();
  }

  /** When it was frozen, as HTML writes it. */
  public String frozenAt() {
    return copy.frozenAt().toString();
  }

  /** The turns, rendered. */
  public List<Turn> turns() {
    return copy.turns().stream()
        .map(
            turn ->
                new Turn(
                    Prose.of(Markdown.parse(turn.question())),
                    Prose.of(Markdown.parse(turn.answer())),
                    turn.answer()))
        .toList();
  }
}
