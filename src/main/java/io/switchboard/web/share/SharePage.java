package io.switchboard.web.share;

import io.switchboard.markup.Document;
import io.switchboard.markup.Excerpt;
import io.switchboard.markup.Markdown;
import io.switchboard.share.SharedCopy;
import io.switchboard.text.Durations;
import io.switchboard.web.PageFrame;
import io.switchboard.web.prose.Prose;
import io.switchboard.web.prose.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a link shows.
 *
 * @param path without an ending, for the downloads
 * @param left in words, until when it is there
 */
public record SharePage(
    SharedCopy copy, String path, String left, String frozenDay, List<Turn> turns) {
  private static final int QUESTION_IN_CONTENTS = 60;

  /**
   * A question and its answer.
   *
   * @param asked the question in a few words
   * @param question as sanitised HTML
   * @param answer as sanitised HTML
   * @param source the answer as Markdown, for copying
   * @param variants the other answers, as sanitised HTML
   */
  public record Turn(
      String id,
      String asked,
      Text question,
      Text answer,
      String source,
      List<Text> variants,
      List<Prose.Heading> headings) {
    String questionLanguage() {
      return question.language();
    }

    String answerLanguage() {
      return answer.language();
    }
  }

  /**
   * Something to read.
   *
   * @param html sanitised
   * @param language as HTML writes it; empty if it is not known
   */
  public record Text(String html, String language) {}

  static SharePage of(SharedCopy copy, String token, PageFrame frame, Instant now) {
    String day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(frame.locale())
            .withZone(ZoneOffset.UTC)
            .format(copy.frozenAt());
    List<Turn> turns = new ArrayList<>();
    for (SharedCopy.SharedTurn turn : copy.turns()) {
      turns.add(turn("t" + (turns.size() + 1), turn));
    }
    return new SharePage(copy, "/s/" + token, left(copy, frame, now), day, turns);
  }

  /** No page can hold these, not even where they are not shown. */
  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private static Turn turn(String id, SharedCopy.SharedTurn turn) {
    Document asked = Markdown.parse(turn.question());
    Prose answer = Prose.of(Markdown.parse(turn.answer()), id + "-a");
    List<Text> variants = new ArrayList<>();
    for (String other : turn.variants()) {
      String part = id + "-v" + (variants.size() + 1);
      variants.add(new Text(Prose.of(Markdown.parse(other), part).html(), Tongue.of(other)));
    }
    return new Turn(
        id,
        Excerpt.firstLine(asked, QUESTION_IN_CONTENTS),
        new Text(Prose.of(asked, id + "-q").html(), Tongue.of(turn.question())),
        new Text(answer.html(), Tongue.of(turn.answer())),
        UNREADABLE.matcher(turn.answer()).replaceAll(""),
        variants,
        answer.headings());
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

  /** The title's language. */
  public String titleLanguage() {
    return Tongue.of(copy.title());
  }

  /** The owner's name, or null. */
  public @Nullable String owner() {
    return copy.owner();
  }

  /** Whether only the owner sees it. */
  public boolean draft() {
    return copy.draft();
  }

  /** Whether its answer is still being written. */
  public boolean grows() {
    return copy.sight().grows();
  }

  /** When it was frozen, as HTML writes it. */
  public String frozenAt() {
    return copy.frozenAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The table of contents; empty if the page is short. */
  public List<Contents.Entry> contents() {
    return grows() ? List.of() : Contents.of(turns);
  }
}
