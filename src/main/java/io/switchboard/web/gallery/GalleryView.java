package io.switchboard.web.gallery;

import io.switchboard.community.gallery.Found;
import io.switchboard.community.gallery.Wanted;
import io.switchboard.text.Durations;
import io.switchboard.web.PageFrame;
import io.switchboard.web.prose.Tongue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gallery's page shows.
 *
 * @param tags to choose from
 */
public record GalleryView(Wanted wanted, List<Post> posts, List<String> tags, boolean more) {
  /**
   * A post.
   *
   * @param language of its text, as HTML writes it; empty if it is not known
   * @param owner the name of its owner, if they chose to be named
   * @param posted as HTML writes it
   * @param day for reading
   * @param left in words, until when it is there
   */
  public record Post(
      Found.Entry entry,
      String language,
      @Nullable String owner,
      String posted,
      String day,
      String left) {}

  static GalleryView of(
      Wanted wanted, Found found, List<String> tags, PageFrame frame, Instant now) {
    DateTimeFormatter days =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(frame.locale())
            .withZone(ZoneOffset.UTC);
    return new GalleryView(
        wanted,
        found.entries().stream()
            .map(
                entry ->
                    new Post(
                        entry,
                        Tongue.of(entry.title() + "\n" + entry.excerpt()),
                        entry.owner(),
                        entry.postedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                        days.format(entry.postedAt()),
                        left(entry, frame, now)))
            .toList(),
        tags,
        found.more());
  }

  private static String left(Found.Entry entry, PageFrame frame, Instant now) {
    Instant end = entry.endsAt();
    return end == null
        ? ""
        : frame.say("web.ends", Durations.in(frame.locale(), Duration.between(now, end)));
  }

  /** Whether only some of the posts are asked for. */
  public boolean searching() {
    return !wanted.words().isBlank() || !wanted.tag().isBlank();
  }

  /** Whether the most liked come first. */
  public boolean liked() {
    return wanted.order() == Wanted.Order.LIKED;
  }

  /** The page's number, as people count. */
  public int number() {
    return wanted.page() + 1;
  }

  /** The same in another order, from the beginning. */
  public String ordered(boolean liked) {
    return path(wanted.words(), wanted.tag(), liked, 0);
  }

  /** The same words with this tag alone. */
  public String tagged(String tag) {
    return path(wanted.words(), tag, liked(), 0);
  }

  /** The page so many further. */
  public String turned(int by) {
    return path(wanted.words(), wanted.tag(), liked(), wanted.page() + by);
  }

  private static String path(String words, String tag, boolean liked, int page) {
    StringBuilder query = new StringBuilder();
    add(query, "q", words);
    add(query, "tag", tag);
    add(query, "sort", liked ? "liked" : "");
    add(query, "page", page > 0 ? Integer.toString(page + 1) : "");
    return "/gallery" + query;
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isBlank()) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
