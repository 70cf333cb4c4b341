package io.switchboard.conversation.title;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Titles;
import io.switchboard.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The conversations that wait for a title. */
public final class DueTitles {
  private static final Duration TAKEN = Duration.ofMinutes(2);
  private static final int MOST_TRIES = 3;

  private final Database database;
  private final InstantSource time;

  public DueTitles(Database database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * A conversation that was taken.
   *
   * @param until nobody else takes it before
   * @param question the first that was answered
   * @param answer in Markdown
   */
  public record Untitled(
      ConversationId conversation, Instant until, int tries, String question, String answer) {}

  /** Whether there is any. */
  public boolean any() {
    return database.read(h -> TitleTable.due(h, now())).isPresent();
  }

  /** Takes the one that waits longest. */
  public Optional<Untitled> take() {
    Instant now = now();
    Instant until = now.plus(TAKEN);
    return database.inTransaction(
        h ->
            TitleTable.due(h, now)
                .filter(due -> TitleTable.take(h, due, until))
                .map(
                    due ->
                        new Untitled(
                            new ConversationId(due.conversation()),
                            until,
                            due.tries() + 1,
                            due.question(),
                            due.answer())));
  }

  /** Gives it that title, unless somebody renamed or forgot it meanwhile. */
  public boolean keep(Untitled untitled, String title) {
    String clean = Titles.clean(title);
    return !clean.isEmpty() && database.inTransaction(h -> TitleTable.keep(h, untitled, clean));
  }

  /** It is due again after so long; what was tried counts as no try. */
  public void putOff(Untitled untitled, Duration pause) {
    database.useTransaction(
        h -> TitleTable.again(h, untitled, untitled.tries() - 1, now().plus(pause)));
  }

  /** It did not come to anything: it is due again later, or after some tries never. */
  public void failed(Untitled untitled) {
    boolean enough = untitled.tries() >= MOST_TRIES;
    Instant again = now().plus(TAKEN.multipliedBy(untitled.tries()));
    database.useTransaction(
        h -> {
          if (enough) {
            TitleTable.never(h, untitled);
          } else {
            TitleTable.again(h, untitled, untitled.tries(), again);
          }
        });
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
