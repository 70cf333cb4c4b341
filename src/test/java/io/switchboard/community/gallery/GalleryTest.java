package io.switchboard.community.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.community.gallery.Wanted.Order;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Published;
import io.switchboard.share.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is found, and that nothing is found that is not there any more. */
class GalleryTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private Wall wall;

    @BeforeEach
    void open() {
      wall = new Wall(fresh());
    }

    @AfterEach
    void close() {
      wall.close();
    }

    private List<String> find(String words) {
      return titles(new Wanted(words, "", Order.NEW, 0));
    }

    private List<String> titles(Wanted wanted) {
      return wall.gallery.find(wanted, 10).orElseThrow().entries().stream()
          .map(Found.Entry::title)
          .toList();
    }

    @Test
    void theNewestComesFirstInPages() {
      for (int i = 1; i <= 7; i++) {
        wall.post("Question " + i, "Answer");
      }
      wall.share("Not posted", "Answer");
      Found first = wall.gallery.find(Wanted.all(), 3).orElseThrow();
      assertThat(first.entries())
          .extracting(Found.Entry::title)
          .containsExactly("Question 7", "Question 6", "Question 5");
      assertThat(first.more()).isTrue();
      Found last = wall.gallery.find(new Wanted("", "", Order.NEW, 2), 3).orElseThrow();
      assertThat(last.entries()).extracting(Found.Entry::title).containsExactly("Question 1");
      assertThat(last.more()).isFalse();
      Found.Entry entry = last.entries().getFirst();
      assertThat(entry.path()).startsWith("/s/");
      assertThat(entry.excerpt()).isEqualTo("Answer");
      assertThat(entry.owner()).isNull();
      assertThat(wall.gallery.find(new Wanted("", "", Order.NEW, 9), 3).orElseThrow().entries())
          .isEmpty();
    }

    @Test
    void wordsOfEveryScriptAreFound() {
      wall.post("What is a switchboard?", "It **connects** cafés and résumés. ＦＵＬＬ");
      wall.post("电话总机是什么？", "总机把一条线路接到另一条线路上。");
      wall.post("교환대는 무엇인가요?", "두 사람을 이어 줍니다.");
      wall.post("交換台とは何ですか", "電話をつなぎます。カタカナ");
      wall.post("ما هي لوحة التبديل؟", "لوحة");
      wall.post("สวิตช์บอร์ดคืออะไร", "โทรศัพท์");
      assertThat(find("SWITCHBOARD")).containsExactly("What is a switchboard?");
      assertThat(find("switch")).as("a beginning").hasSize(1);
      assertThat(find("board")).as("an end").isEmpty();
      assertThat(find("cafe RÉSUMÉ full")).hasSize(1);
      assertThat(find("switchboard 电话")).isEmpty();
      assertThat(find("总机")).containsExactly("电话总机是什么？");
      assertThat(find("线路 电话")).hasSize(1);
      assertThat(find("机")).hasSize(1);
      assertThat(find("机总")).isEmpty();
      assertThat(find("교환대")).hasSize(1);
      assertThat(find("사람")).hasSize(1);
      assertThat(find("電話")).containsExactly("交換台とは何ですか");
      assertThat(find("つなぎます")).hasSize(1);
      assertThat(find("ｶﾀｶﾅ")).hasSize(1);
      assertThat(find("لوحة")).hasSize(1);
      assertThat(find("โทรศัพท์")).hasSize(1);
      assertThat(find("  ")).hasSize(6);
      assertThat(find("?!")).isEmpty();
      assertThat(find("' or 1=1 --")).isEmpty();
    }

    @Test
    void tagsAreFoundWithWordsAndWithout() {
      wall.post("First", "Answer", "Machine Learning", "python");
      wall.post("Second", "Answer", "Python");
      wall.post("Third about python", "Answer");
      assertThat(find("#python")).containsExactly("Second", "First");
      assertThat(find("#python first")).containsExactly("First");
      assertThat(find("#machine-learning")).containsExactly("First");
      assertThat(find("python")).hasSize(3);
      assertThat(titles(new Wanted("", "machine learning", Order.NEW, 0))).containsExactly("First");
      assertThat(titles(new Wanted("second", "PYTHON", Order.NEW, 0))).containsExactly("Second");
      assertThat(wall.gallery.tags()).hasSize(2).first().asString().isEqualToIgnoringCase("python");
    }

    @Test
    void whatIsLikedMostComesFirst() {
      Published.Live a = wall.post("A cat", "Answer");
      wall.post("B cat", "Answer");
      Published.Live c = wall.post("C dog", "Answer");
      wall.like(a.id(), 3);
      wall.like(c.id(), 5);
      assertThat(titles(new Wanted("", "", Order.LIKED, 0)))
          .containsExactly("C dog", "A cat", "B cat");
      assertThat(titles(new Wanted("cat", "", Order.LIKED, 0))).containsExactly("A cat", "B cat");
    }

    @Test
    void whatIsGoneIsGoneAtOnce() {
      Published.Live live = wall.post("A cat", "Answer");
      assertThat(find("cat")).hasSize(1);
      for (Visibility visibility : new Visibility[] {Visibility.MEMBERS, Visibility.PRIVATE}) {
        wall.sharing.own().show(live.id(), wall.ada, visibility);
        assertThat(find("cat")).isEmpty();
        assertThat(find("")).isEmpty();
      }
      wall.sharing.own().show(live.id(), wall.ada, Visibility.HISTORY);
      assertThat(find("")).hasSize(1);
      wall.sharing.own().lock(live.id(), wall.ada, Optional.of("sesame"));
      assertThat(find("")).isEmpty();
      wall.sharing.own().lock(live.id(), wall.ada, Optional.empty());
      wall.sharing.own().opens(live.id(), wall.ada, 3);
      assertThat(find("")).isEmpty();
      wall.sharing.own().opens(live.id(), wall.ada, null);
      wall.database.useTransaction(
          h ->
              ItemTable.move(
                  h, live.id(), List.of(State.OPEN), State.WITHDRAWN, wall.time.instant()));
      assertThat(find("")).isEmpty();
      Published.Live other = wall.post("Another cat", "Answer");
      assertThat(find("cat")).hasSize(1);
      wall.time.step(Duration.ofDays(8));
      assertThat(find("cat")).isEmpty();
      assertThat(find("")).isEmpty();
      assertThat(wall.gallery.tags()).isEmpty();
      assertThat(other.endsAt()).isNotNull();
      wall.on = false;
      assertThat(wall.gallery.find(Wanted.all(), 3)).isEmpty();
    }

    @Test
    void nothingIsFoundByWordsThatWereTakenOut() {
      Published.Live live = wall.post("A cat", "Answer");
      assertThat(find("cat")).hasSize(1);
      wall.sharing.own().rename(live.id(), wall.ada, "A dog");
      assertThat(find("")).containsExactly("A dog");
      wall.time.step(Duration.ofSeconds(6));
      assertThat(find("dog")).containsExactly("A dog");
      // The question still says it.
      assertThat(find("cat")).hasSize(1);
    }

    @Test
    void heapsOfMarksAreFoundToo() {
      wall.post("A cat", ("z" + "\u0351".repeat(500)).repeat(300) + " zebra");
      assertThat(find("zebra")).containsExactly("A cat");
    }

    @Test
    void theIndexGoesWithTheText() {
      Published.Live live = wall.post("A cat", "Answer", "pets");
      find("cat");
      assertThat(words()).isPositive();
      wall.sharing.revoke(live.id(), wall.ada);
      wall.gallery.sweep();
      assertThat(words()).isZero();
    }

    private int words() {
      return wall.database.read(
          h ->
              h.createQuery(
                      "select (select count(*) from gallery_word) + (select count(*) from"
                          + " gallery_entry)")
                  .mapTo(Integer.class)
                  .one());
    }
  }
}
