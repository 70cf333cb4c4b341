package io.switchboard.telegram.sent;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.sent.Numbers.Counting;
import org.junit.jupiter.api.Test;

/** How a server counts is seen by the last numbers, and no more is remembered than is of use. */
class NumbersTest {
  private final Numbers numbers = new Numbers();

  private static ChatAddress chat(long id) {
    return new ChatAddress(id, 0);
  }

  @Test
  void aNumberInTwoChatsShowsThatEachCounts() {
    numbers.note(chat(1), 7);
    assertThat(numbers.counting(chat(1))).isEqualTo(Counting.UNKNOWN);
    numbers.note(chat(2), 7);
    assertThat(numbers.counting(chat(1))).isEqualTo(Counting.ALONE);
  }

  @Test
  void whatWasSeenLongAgoProvesNothing() {
    numbers.note(chat(1), 7);
    numbers.note(chat(2), 7);
    for (int i = 0; i < 5_000; i++) {
      numbers.note(chat(1 + i % 2), 100 + i);
    }
    assertThat(numbers.counting(chat(1))).isEqualTo(Counting.TOGETHER);
    assertThat(numbers.taken(chat(1)).test(7)).isFalse();
    assertThat(numbers.taken(chat(1)).test(5_099)).isTrue();
  }

  @Test
  void whereAChatEndsIsForgottenOfThoseThatWereUsedLongestAgo() {
    numbers.note(chat(1), 7);
    for (int i = 0; i < 20_000; i++) {
      numbers.note(chat(10 + i), 8 + i);
      assertThat(numbers.newestIn(chat(10 + i))).isEqualTo(8 + i);
    }
    assertThat(numbers.newestIn(chat(1))).isZero();
    assertThat(numbers.newestCountedWith(chat(1))).isEqualTo(20_007);
  }
}
