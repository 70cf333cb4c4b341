package io.switchboard.community.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.community.gallery.Wanted.Order;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whatever somebody types is a query like any other: it finds what has it, or nothing. */
class OddQueriesTest {
  @Nested
  class OnH2 extends Cases {
    @Override
    Database fresh() {
      return TestDatabases.h2();
    }
  }

  @Nested
  class OnPostgres extends Cases {
    @Override
    Database fresh() {
      return TestDatabases.postgres();
    }
  }

  abstract static class Cases {
    private static final String TITLE = "海の塩🧂はなぜ辛い salt 소금 מלח 盐";
    private Wall wall;

    abstract Database fresh();

    @BeforeEach
    void open() {
      wall = new Wall(fresh());
      wall.post(TITLE, "100% _sure_ C:\\salt O'Brien \"quoted\"");
      wall.post("Something else", "Answer");
    }

    @AfterEach
    void close() {
      wall.close();
    }

    private List<String> find(String words) {
      return wall
          .gallery
          .find(new Wanted(words, "", Order.NEW, 0), 9)
          .orElseThrow()
          .entries()
          .stream()
          .map(Found.Entry::title)
          .toList();
    }

    @Test
    void oneSignOrTwoOfAnyScriptAreFound() {
      for (String words : List.of("盐", "塩", "海の", "소금", "소", "מלח", "salt 盐", "塩 salt 소금")) {
        assertThat(find(words)).as(words).containsExactly(TITLE);
      }
      assertThat(find("糖")).isEmpty();
      assertThat(find("盐 糖")).isEmpty();
    }

    @Test
    void signsOfADatabaseMeanNothing() {
      for (String words :
          List.of("%", "_", "%%", "\\", "'", "\"", "s%t", "s_lt", "';--", "$1", "\\0", "[s]alt*")) {
        assertThat(find(words)).as(words).doesNotContain("Something else");
      }
      assertThat(find("O'Brien")).containsExactly(TITLE);
      assertThat(find("\"quoted\"")).containsExactly(TITLE);
      assertThat(find("100%")).containsExactly(TITLE);
    }

    @Test
    void nothingBreaksIt() {
      for (String words :
          List.of(
              "a".repeat(10_000),
              "盐".repeat(5_000),
              "盐 ".repeat(3_000),
              "🧂".repeat(500),
              "\u202e\u200f\u0000\uffff\ud83e",
              "#".repeat(300),
              "# # #",
              "!?…—·、。「」")) {
        assertThat(find(words)).doesNotContain("Something else");
      }
    }
  }
}
