package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.openai.Script.End;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What comes of a question when the account fails, stalls or refuses. */
@Order(1)
class AccountInTroubleTest {
  private static final String AGAIN = "Try again";
  private final Booth booth = new Booth();

  @AfterEach
  void close() {
    booth.close();
  }

  @Test
  void anAnswerThatBreaksOffIsAskedForAgain() {
    booth.openAi.next(
        Script.answer("The beginning of something").endAfter(12, End.CUT),
        Script.answer("All of something else"));
    booth.answer("Why?");
    assertThat(booth.wall.texts()).containsExactly("All of something else");
    assertThat(booth.lastTurn().complete()).isTrue();
  }

  @Test
  void anAnswerThatAlwaysBreaksOffIsKeptAsFarAsItCame() {
    booth.openAi.otherwise(Script.answer("The beginning of something").endAfter(13, End.CUT));
    Claimed request = booth.answer("Why?");
    assertThat(booth.wall.text()).contains("The beginning").contains("broke off here");
    assertThat(booth.wall.labels()).containsExactly(AGAIN);
    assertThat(booth.lastTurn().complete()).isFalse();
    assertThat(booth.isOpen(request.id())).isFalse();
    assertThat(booth.openAi.generations()).hasSize(3);
    assertThat(booth.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void whatWasWrittenBeforeTheAccountWentAwayStays() {
    booth.openAi.next(Script.answer("The beginning of something").endAfter(13, End.CUT));
    booth.openAi.otherwise(Script.refuse(500, "oops"));
    booth.answer("Why?");
    assertThat(booth.wall.text()).contains("The beginning").contains("cannot be reached");
    assertThat(booth.lastTurn().answer()).isEqualTo("The beginning");
  }

  @Test
  void aStreamThatStallsIsAskedForAgain() {
    booth.openAi.next(
        Script.silent(),
        Script.answer("Half of it").endAfter(4, End.HANG),
        Script.answer("All of it"));
    booth.answer("Why?");
    assertThat(booth.wall.texts()).containsExactly("All of it");
  }

  @Test
  void anAccountThatIsBusyIsWaitedForAsLongAsItAsks() {
    booth.openAi.next(Script.busy(7), Script.answer("At last."));
    booth.answer("Why?");
    assertThat(booth.waits).containsExactly(Duration.ofSeconds(7));
    assertThat(booth.wall.texts()).containsExactly("At last.");
  }

  @Test
  void anAccountThatIsBusyForTooLongIsNotWaitedFor() {
    booth.openAi.otherwise(Script.busy(3600));
    booth.answer("Why?");
    assertThat(booth.waits).isEmpty();
    assertThat(booth.wall.text()).contains("too busy");
    assertThat(booth.wall.labels()).containsExactly(AGAIN);
  }

  @Test
  void anAccountInTroubleIsTriedForMinutesAndThenTold() {
    booth.openAi.otherwise(Script.refuse(503, "overloaded"));
    Claimed request = booth.answer("Why?");
    assertThat(booth.waits.stream().mapToLong(Duration::toSeconds).sum()).isBetween(200L, 300L);
    assertThat(booth.wall.texts()).hasSize(1);
    assertThat(booth.wall.text()).contains("cannot be reached");
    assertThat(booth.isOpen(request.id())).isFalse();
  }

  @Test
  void aRefusedKeyIsToldAtOnce() {
    booth.openAi.key("another key");
    booth.answer("Why?");
    assertThat(booth.waits).isEmpty();
    assertThat(booth.wall.text()).contains("only an admin can mend that");
  }

  @Test
  void aPromptThatIsTooLongIsTriedOnceMoreWithHalfOfIt() {
    for (int i = 0; i < 6; i++) {
      booth.openAi.next(Script.answer("answer " + i + " " + "word ".repeat(100)));
      booth.answer("question " + i);
    }
    booth.openAi.next(tooLong(), Script.answer("It fits."));
    booth.answer("And now?");
    assertThat(booth.wall.texts().getLast()).isEqualTo("It fits.");
    assertThat(booth.lastPrompt())
        .startsWith("system: Be brief.")
        .endsWith("user: And now?")
        .anyMatch(m -> m.startsWith("assistant: answer 5"))
        .noneMatch(m -> m.startsWith("assistant: answer 1"));

    booth.openAi.otherwise(tooLong());
    int before = booth.openAi.generations().size();
    booth.answer("Still?");
    assertThat(booth.openAi.generations()).hasSize(before + 2);
    assertThat(booth.wall.texts().getLast()).contains("too long for the model");
  }

  @Test
  void aQuestionThatIsTooLongByItselfIsToldApart() {
    booth.openAi.otherwise(tooLong());
    booth.answer("Why? ".repeat(200));
    assertThat(booth.openAi.generations()).hasSize(2);
    assertThat(booth.wall.text()).contains("This question is too long").doesNotContain("/new");
    assertThat(booth.wall.labels()).containsExactly(AGAIN);
    assertThat(booth.waits).isEmpty();
  }

  @Test
  void aQuestionThatIsTooLongByItselfIsToldApartAmongOthers() {
    booth.openAi.next(Script.answer("Because."));
    booth.answer("Why?");
    booth.openAi.otherwise(tooLong());
    booth.answer("And why? ".repeat(200));
    assertThat(booth.openAi.generations()).hasSize(3);
    assertThat(booth.lastPrompt()).noneMatch(m -> m.startsWith("assistant:"));
    assertThat(booth.wall.texts().getLast()).contains("This question is too long");
  }

  private static Script tooLong() {
    return Script.refuse(
        400,
        "invalid_request_error",
        "context_length_exceeded",
        "This model's maximum context length is 100 tokens.");
  }
}
