package io.switchboard.community.gallery;

import io.switchboard.community.read.OpenPosts;
import io.switchboard.db.Database;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The door to the gallery. */
public final class Gallery {
  private static final int MOST_TAGS = 24;

  private final Database database;
  private final InstantSource time;
  private final OpenPosts posts;
  private final Sharing sharing;
  private final BooleanSupplier on;
  private final ReadPosts reading;

  /**
   * @param on whether the community is switched on now
   */
  public Gallery(
      Database database, InstantSource time, OpenPosts posts, Sharing sharing, BooleanSupplier on) {
    this.database = database;
    this.time = time;
    this.posts = posts;
    this.sharing = sharing;
    this.on = on;
    this.reading = new ReadPosts(database, time, posts, sharing);
  }

  /**
   * What is there now for everybody to see.
   *
   * @param size posts a page, 1 or more
   * @return empty while the community is switched off
   */
  public Optional<Found> find(Wanted wanted, int size) {
    if (!on.getAsBoolean()) {
      return Optional.empty();
    }
    reading.ifDue();
    List<Terms.Range> words = new ArrayList<>(Terms.wanted(wanted.words()));
    boolean nothing = words.isEmpty() && !wanted.words().isBlank();
    if (!wanted.tag().isBlank()) {
      words.add(Terms.Range.of(Terms.tag(wanted.tag())));
    }
    if (nothing) {
      // Signs alone: no text has them as words.
      return Optional.of(new Found(List.of(), false));
    }
    GalleryTable.Asked asked =
        new GalleryTable.Asked(wanted.order(), wanted.page() * size, size + 1, time.instant());
    String open = posts.condition(GalleryTable.KNOWN);
    List<GalleryTable.Row> rows = database.read(h -> GalleryTable.find(h, open, words, asked));
    return Optional.of(
        new Found(
            rows.stream().limit(size).flatMap(row -> entry(row).stream()).toList(),
            rows.size() > size));
  }

  /** Empty if it has ended since, or its link cannot be shown again. */
  private Optional<Found.Entry> entry(GalleryTable.Row row) {
    return sharing
        .looking()
        .summary(row.share(), row.owner())
        .filter(summary -> summary.readers().everybody())
        .map(ShareSummary::path)
        .map(
            path ->
                new Found.Entry(
                    row.title(),
                    path,
                    row.excerpt(),
                    row.named(),
                    row.tags(),
                    row.likes(),
                    row.postedAt(),
                    row.endsAt()));
  }

  /** The tags that most posts have now, as people wrote them. */
  public List<String> tags() {
    if (!on.getAsBoolean()) {
      return List.of();
    }
    Instant now = time.instant();
    String open = posts.condition(GalleryTable.KNOWN);
    return database.read(h -> GalleryTable.tags(h, open, MOST_TAGS, now));
  }

  /** Brings the index up to date. At start and hourly. */
  public void sweep() {
    reading.all();
  }
}
