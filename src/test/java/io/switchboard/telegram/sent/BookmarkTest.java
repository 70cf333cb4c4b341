package io.switchboard.telegram.sent;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.telegram.sent.Bookmark.Span;
import io.switchboard.telegram.sent.Bookmark.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookmarkTest {
  /** The numbers that are looked at. */
  private static List<Integer> lookedAt(Bookmark first) {
    List<Integer> numbers = new ArrayList<>();
    for (Bookmark here = first; here.number() != null; ) {
      numbers.add(here.number());
      here = Bookmark.read(here.passed().write());
    }
    return numbers;
  }

  @Test
  void whereTheChatEndsNothingMoreIsLookedFor() {
    assertThat(lookedAt(Bookmark.behind(4, 0, "so").endsBefore(8, 3))).containsExactly(5, 6, 7);
    assertThat(lookedAt(Bookmark.behind(4, 4, "so").endsBefore(8, 3))).containsExactly(5, 6, 7);
    assertThat(lookedAt(Bookmark.behind(7, 0, "so").endsBefore(8, 3))).isEmpty();
  }

  @Test
  void behindTheGreaterNumberFirstAndALittleBehindTheSmallerOne() {
    assertThat(lookedAt(Bookmark.behind(4, 90, "so").endsBefore(94, 3)))
        .containsExactly(91, 92, 93, 5, 6, 7);
    assertThat(lookedAt(Bookmark.behind(4, 6, "so").endsBefore(9, 3))).containsExactly(7, 8, 5, 6);
  }

  @Test
  void whatEndsBelowTheGreaterNumberIsCountedByTheSmaller() {
    assertThat(lookedAt(Bookmark.behind(4, 90, "so").endsBefore(9, 3))).containsExactly(5, 6, 7, 8);
  }

  @Test
  void itIsReadAsItWasWritten() {
    Bookmark some = Bookmark.behind(4, 90, "so").passed();
    for (Step step : Step.values()) {
      assertThat(Bookmark.read(some.next(step).write())).isEqualTo(some.next(step));
    }
    assertThat(Bookmark.of(new Span(4, 5), "so").number()).isNull();
  }

  @Test
  void whatAnOlderVersionWroteIsReadToo() {
    assertThat(Bookmark.read("4:90:0:so")).isEqualTo(Bookmark.behind(4, 90, "so"));
    assertThat(Bookmark.read("4:0:0:so")).isEqualTo(Bookmark.behind(4, 0, "so"));
    assertThat(lookedAt(Bookmark.read("4:0:7:so"))).containsExactly(5, 6);
  }
}
