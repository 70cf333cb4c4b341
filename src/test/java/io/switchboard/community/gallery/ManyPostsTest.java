package io.switchboard.community.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.community.gallery.Wanted.Order;
import io.switchboard.community.post.Mark;
import io.switchboard.community.post.MayBeShown;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.share.Readers;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Visibility;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

/** Five thousand posts: words are looked up, not read one by one. */
class ManyPostsTest {
  private static final int POSTS = 5_000;
  private static final Pattern SCANS = Pattern.compile("scanCount: (\\d+)");

  /** All of them are called the same. */
  private static final String ALLOWED =
      Mark.of(
          new ShareSummary(
              new ShareId(1),
              "T",
              null,
              null,
              new Readers(Visibility.PUBLIC, null, null, false),
              new ShareSummary.Counts(0, 1, 0)));

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void anH2LooksWordsUp() {
    try (Database database = TestDatabases.h2()) {
      fill(database);
      Matcher scans = SCANS.matcher(explained(database, "explain analyze ", "rare 总机"));
      long most = 0;
      while (scans.find()) {
        most = Math.max(most, Long.parseLong(scans.group(1)));
      }
      assertThat(most).isPositive().isLessThan(POSTS / 20);
      report(database);
    }
  }

  @Test
  void aPostgresLooksWordsUp() {
    try (Database database = TestDatabases.postgres()) {
      fill(database);
      String plan = explained(database, "explain ", "rare 总机");
      assertThat(plan).contains("gallery_word").doesNotContain("Seq Scan on gallery_word");
      report(database);
    }
  }

  /** What holds of posts that can be seen. */
  private static String open(Database database, boolean approval) {
    MayBeShown may = new MayBeShown(database, () -> approval);
    return new OpenPosts(database, InstantSource.fixed(NOW), () -> true, may)
        .condition(GalleryTable.KNOWN);
  }

  private static String explained(Database database, String how, String typed) {
    List<Terms.Range> words = Terms.wanted(typed);
    return database.read(
        h -> {
          String open = open(database, true);
          Query query = h.createQuery(how + GalleryTable.sql(open, words.size(), Order.NEW));
          for (int i = 0; i < words.size(); i++) {
            query.bind("from" + i, words.get(i).from()).bind("to" + i, words.get(i).to());
          }
          return String.join(
              "\n",
              query.bind("now", NOW).bind("most", 20).bind("skip", 0).mapTo(String.class).list());
        });
  }

  /** Times are of this machine, as it is just now; nothing is asserted of them. */
  private static void report(Database database) {
    for (String typed : List.of("rare 总机", "common", "")) {
      report(database, typed, false);
      report(database, typed, true);
    }
  }

  private static void report(Database database, String typed, boolean approval) {
    long begin = System.nanoTime();
    int rounds = 20;
    for (int i = 0; i < rounds; i++) {
      List<Terms.Range> words = Terms.wanted(typed);
      String open = open(database, approval);
      GalleryTable.Asked asked = new GalleryTable.Asked(Order.NEW, 0, 20, NOW);
      List<GalleryTable.Row> rows = database.read(h -> GalleryTable.find(h, open, words, asked));
      assertThat(rows).isNotEmpty();
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %,d posts%s, \"%s\": %.1f ms%n",
        database.dialect(),
        POSTS,
        approval ? ", allowed ones" : "",
        typed,
        (System.nanoTime() - begin) / 1e6 / rounds);
  }

  /** Every post has common words and a hundred of its own; one in a hundred has the rare ones. */
  private static void fill(Database database) {
    for (int from = 1; from <= POSTS; from += 1_000) {
      int first = from;
      database.useTransaction(h -> fill(h, first, first + 999));
    }
    database.useTransaction(h -> h.execute("analyze"));
  }

  private static void fill(Handle h, int from, int to) {
    PreparedBatch shares =
        h.prepareBatch(
            "insert into share (id, owner_id, conversation_id, state, visibility, title, revision,"
                + " created_at, views, told, text_deleted) values (:id, 1, 1, 'LIVE', 'PUBLIC',"
                + " 'T', 1, :now, 0, false, false)");
    PreparedBatch items =
        h.prepareBatch(
            "insert into community_item (share_id, owner_id, state, changed_at, posted_at,"
                + " approved) values (:id, 1, 'OPEN', :now, :now, :allowed)");
    PreparedBatch entries =
        h.prepareBatch(
            "insert into gallery_entry (share_id, version, tags, likes, excerpt) values (:id, 0,"
                + " '', 0, '')");
    PreparedBatch words =
        h.prepareBatch("insert into gallery_word (word, share_id) values (:word, :id)");
    for (long id = from; id <= to; id++) {
      Instant then = NOW.minusSeconds(POSTS - id);
      shares.bind("id", id).bind("now", then).add();
      items.bind("id", id).bind("now", then).bind("allowed", ALLOWED).add();
      entries.bind("id", id).add();
      word(words, id, "common");
      for (int i = 0; i < 20; i++) {
        word(words, id, "word" + (id * 31 + i));
      }
      if (id % 100 == 0) {
        word(words, id, "rare");
        word(words, id, "总机");
      }
    }
    shares.execute();
    items.execute();
    entries.execute();
    words.execute();
  }

  private static void word(PreparedBatch words, long id, String word) {
    words.bind("word", Terms.bytes(word)).bind("id", id).add();
  }
}
