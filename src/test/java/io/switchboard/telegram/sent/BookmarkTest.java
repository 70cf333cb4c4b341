package io.switchboard.telegram.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookmarkTest {
  /** The numbers that are looked at, if every sign would be sent with this number. */
  private static List<Integer> lookedAt(Bookmark first, int sign) {
    List<Integer> numbers = new ArrayList<>();
    String at = first.write();
    while (!at.isEmpty() && numbers.size() < 6) {
      Bookmark here = Bookmark.read(at);
      numbers.add(here.behind() + 1);
      at = here.next(sign);
    }
    return numbers;
  }

  @Test
  void theTwoNumbersTakeTurns() {
    assertThat(lookedAt(Bookmark.of(4, 90, "so: it"), 0)).containsExactly(5, 91, 6, 92, 7, 93);
    assertThat(lookedAt(Bookmark.of(4, 4, "so"), 0)).containsExactly(5, 6, 7, 8, 9, 10);
    assertThat(lookedAt(Bookmark.of(7, 0, "so"), 0)).startsWith(8, 9);
  }

  @Test
  void nothingIsLookedForBehindASign() {
    assertThat(lookedAt(Bookmark.of(4, 90, "so"), 8)).containsExactly(5, 6, 7);
    assertThat(lookedAt(Bookmark.of(4, 5, "so"), 8)).containsExactly(5, 6, 7);
    assertThat(new Bookmark(4, 0, 0, "so").next(6)).isEmpty();
  }

  @Test
  void theWordsMayHaveColons() {
    assertThat(Bookmark.read(Bookmark.of(4, 90, "a:b:").write()).letters()).isEqualTo("a:b:");
  }
}
