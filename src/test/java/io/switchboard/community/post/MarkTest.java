package io.switchboard.community.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.conversation.Titles;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Readers;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Visibility;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the staff allows is reckoned here, and whether it is still so in the database. */
class MarkTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final List<String> ODD =
        List.of(
            "T",
            "",
            "it's",
            "a\\nb \\u0041 % _ :x ?",
            "总机是什么？",
            "교환대 👩‍👩‍👧‍👦 𝔘𝔫𝔦",
            "é e\u0301",
            "1");

    private static ShareSummary share(
        long id, int revision, Visibility visibility, @Nullable String name, String title) {
      return new ShareSummary(
          new ShareId(id),
          title,
          null,
          null,
          new Readers(visibility, name, null, false),
          new ShareSummary.Counts(0, revision, 7));
    }

    private static String inDatabase(Database database, ShareSummary share) {
      return database.inTransaction(
          h -> {
            h.execute(
                "insert into share (id, owner_id, conversation_id, state, visibility, title,"
                    + " shown_name, revision, created_at, views, told, text_deleted) values (?, 1,"
                    + " 1, 'LIVE', ?, ?, ?, ?, ?, 0, false, false)",
                share.id().value(),
                share.readers().visibility().name(),
                share.title(),
                share.readers().name(),
                share.counts().revision(),
                Instant.EPOCH);
            String sql = "select " + Mark.sql(database.dialect()) + " from share s where s.id = ?";
            return h.createQuery(sql).bind(0, share.id().value()).mapTo(String.class).one();
          });
    }

    @Test
    void bothReckonTheSame() {
      Set<String> marks = new HashSet<>();
      try (Database database = fresh()) {
        long id = 0;
        for (String title : ODD) {
          for (String name : new String[] {null, "T", "이름"}) {
            for (Visibility visibility : List.of(Visibility.PUBLIC, Visibility.HISTORY)) {
              for (int revision : new int[] {1, 11}) {
                ShareSummary share = share(++id, revision, visibility, name, title);
                assertThat(inDatabase(database, share)).isEqualTo(Mark.of(share)).hasSize(64);
                marks.add(Mark.of(share));
              }
            }
          }
        }
        assertThat(marks).hasSize((int) id);
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
          int[] signs = random.ints(30, 1, 0x1ffff).toArray();
          String title = Titles.clean(new String(signs, 0, signs.length));
          ShareSummary share = share(++id, 1, Visibility.PUBLIC, null, title);
          assertThat(inDatabase(database, share)).isEqualTo(Mark.of(share));
        }
      }
    }

    @Test
    void whatIsLookedAtIsAnotherWithEveryChange() {
      ShareSummary share = share(1, 1, Visibility.PUBLIC, null, "T");
      assertThat(Mark.sight(share))
          .isEqualTo("v7")
          .satisfies(s -> assertThat(Mark.looksLike(s)).isTrue());
      assertThat(Mark.looksLike("approve")).isFalse();
      assertThat(Mark.looksLike("7")).isFalse();
    }
  }
}
