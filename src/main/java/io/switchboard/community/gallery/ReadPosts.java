package io.switchboard.community.gallery;

import io.switchboard.community.kept.Tags;
import io.switchboard.community.read.OpenPost;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.db.Database;
import io.switchboard.markup.Excerpt;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.door.Sharing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index true. Several processes may do it at once: the one that is later does nothing.
 */
final class ReadPosts {
  private static final Logger log = LoggerFactory.getLogger(ReadPosts.class);

  /**
   * Somebody who looks waits for so many at most; the others are read when somebody looks again.
   */
  private static final int AT_ONCE = 100;

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int MOST_WORDS = 6_000;
  private static final int EXCERPT = 240;

  /** Of so few letters nobody makes more characters who wants to be read. */
  private static final int LONGEST_EXCERPT = 1_000;

  private final Database database;
  private final InstantSource time;
  private final OpenPosts posts;
  private final Sharing sharing;
  private final ReentrantLock busy = new ReentrantLock();
  private volatile Instant readAt = Instant.MIN;

  ReadPosts(Database database, InstantSource time, OpenPosts posts, Sharing sharing) {
    this.database = database;
    this.time = time;
    this.posts = posts;
    this.sharing = sharing;
  }

  /** Reads what is new, unless that was done just now or somebody else is at it. */
  void ifDue() {
    Instant now = time.instant();
    boolean justNow = !now.isBefore(readAt) && now.isBefore(readAt.plus(EVERY));
    if (justNow || !busy.tryLock()) {
      return;
    }
    try {
      if (read(AT_ONCE)) {
        readAt = now;
      }
    } catch (RuntimeException e) {
      log.warn("the gallery shows what it knew before", e);
    } finally {
      busy.unlock();
    }
  }

  /** Reads all that is new. */
  void all() {
    busy.lock();
    try {
      var _ = read(Integer.MAX_VALUE);
    } finally {
      busy.unlock();
    }
  }

  /** Returns whether nothing is left. */
  private boolean read(int most) {
    List<OpenPost> open = posts.all(GalleryTable.JOIN, GalleryTable.KNOWN);
    Map<Long, GalleryTable.Read> known = database.read(GalleryTable::read);
    Set<Long> gone = new HashSet<>(known.keySet());
    int read = 0;
    for (OpenPost post : open) {
      long share = post.share().value();
      gone.remove(share);
      GalleryTable.Read now =
          new GalleryTable.Read(post.version(), Tags.write(post.tags()), post.likes());
      GalleryTable.Read before = known.get(share);
      if (before == null
          || before.version() != now.version()
          || !before.tags().equals(now.tags())) {
        if (read++ < most) {
          read(post, now);
        }
      } else if (before.likes() != now.likes()) {
        database.useTransaction(h -> GalleryTable.like(h, share, now.likes()));
      }
    }
    if (!gone.isEmpty()) {
      database.useTransaction(h -> gone.forEach(share -> GalleryTable.remove(h, share)));
    }
    return read <= most;
  }

  private void read(OpenPost post, GalleryTable.Read read) {
    Optional<SharedCopy> copy =
        sharing
            .looking()
            .copy(post.share(), post.owner())
            .filter(c -> c.sight().version() == post.version());
    if (copy.isEmpty()) {
      return;
    }
    String excerpt =
        copy.get().turns().stream()
            .map(turn -> Excerpt.beginning(Markdown.parse(turn.answer()), EXCERPT))
            .filter(lines -> !lines.isBlank())
            .findFirst()
            .map(lines -> lines.length() <= LONGEST_EXCERPT ? lines : "")
            .orElse("");
    Set<String> words = new HashSet<>(Terms.of(texts(copy.get()), MOST_WORDS));
    post.tags().forEach(tag -> words.add(Terms.tag(tag)));
    words.addAll(Terms.of(post.tags(), MOST_WORDS));
    try {
      database.useTransaction(h -> GalleryTable.write(h, post.share(), read, excerpt, words));
    } catch (UnableToExecuteStatementException e) {
      log.debug("another process read share {}, or it is gone", post.share(), e);
    }
  }

  private static List<String> texts(SharedCopy copy) {
    List<String> texts = new ArrayList<>(List.of(copy.title()));
    if (copy.owner() != null) {
      texts.add(copy.owner());
    }
    for (SharedCopy.SharedTurn turn : copy.turns()) {
      texts.add(PlainText.of(Markdown.parse(turn.question())));
      texts.add(PlainText.of(Markdown.parse(turn.answer()).withoutReasoning()));
    }
    return texts;
  }
}
