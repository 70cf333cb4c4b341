package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What does not fit the window any more is summarised once. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class SummariesTest {
  private static final String LONG = "Words of some length about this and that. ".repeat(20);

  private final Booth booth = new Booth(new AnswerSettings("Be brief.", 2000, 0, 100));

  @AfterEach
  void close() {
    booth.close();
  }

  private List<Generation> summaries() {
    return booth.openAi.generations().stream()
        .filter(g -> g.request().toString().contains("Summarise the conversation below"))
        .toList();
  }

  private List<String> prompt() {
    return booth.openAi.answersFor("question").stream()
        .filter(g -> !summaries().contains(g))
        .reduce((a, b) -> b)
        .orElseThrow()
        .request()
        .path("messages")
        .valueStream()
        .map(m -> m.path("role").asText() + ": " + m.path("content").asText())
        .toList();
  }

  private void talk(int from, int to, Script summary) {
    for (int i = from; i <= to; i++) {
      booth.openAi.when("question " + i, Script.answer("answer " + i + " " + LONG));
      booth.openAi.when("User: ", summary);
      booth.answer("question " + i);
    }
  }

  private void talk(int from, int to) {
    talk(from, to, Script.answer("They spoke of many things."));
  }

  @Test
  void theOldestTurnsAreSummarisedOnceAndToldFromThenOn() {
    talk(1, 6);
    assertThat(summaries()).isEmpty();
    talk(7, 11);
    assertThat(summaries()).hasSize(1);
    Generation summary = summaries().getFirst();
    assertThat(summary.question()).startsWith("User: question 1");
    assertThat(summary.request().path("max_completion_tokens").asInt()).isEqualTo(100);
    assertThat(prompt().get(1))
        .isEqualTo(
            "system: Summary of what was said before in this conversation:\n"
                + "They spoke of many things.");
    assertThat(prompt()).noneMatch(m -> m.endsWith("question 1") || m.endsWith("question 2"));
    assertThat(prompt()).anyMatch(m -> m.startsWith("assistant: answer 10"));
    assertThat(booth.wall.text()).contains("answer 11");
  }

  @Test
  void nothingIsForgottenBetweenTwoSummaries() {
    talk(1, 24);
    assertThat(summaries().size()).isBetween(2, 5);
    String first = summaries().get(0).question();
    String second = summaries().get(1).question();
    assertThat(second).startsWith("Summary of what was said before:\nThey spoke of many things.");
    String[] last = first.substring(first.lastIndexOf("User: question ")).split("\\s+");
    assertThat(second).contains("User: question " + (Integer.parseInt(last[2]) + 1) + "\n");
  }

  @Test
  void aSummaryThatFailsHurtsNobodyAndIsMadeLater() {
    talk(1, 11, Script.refuse(500, "oops"));
    assertThat(summaries()).isNotEmpty();
    assertThat(booth.waits).isEmpty();
    assertThat(booth.wall.text()).contains("answer 11");
    talk(12, 13);
    assertThat(prompt().get(1)).contains("They spoke of many things.");
  }

  @Test
  void whatIsAlwaysToldTakesRoomFromTheTurns() {
    try (Booth told = new Booth(new AnswerSettings("Be brief. ".repeat(330), 2000, 0, 100))) {
      for (int i = 1; i <= 8; i++) {
        told.openAi.when("question " + i, Script.answer("answer " + i + " " + LONG));
        told.openAi.when("User: ", Script.answer("They spoke of many things."));
        told.answer("question " + i);
      }
      assertThat(told.openAi.answersFor("question 1").getLast().question())
          .startsWith("User: question 1");
    }
  }

  @Test
  void ofASummaryThatHeedsNoBoundTheBeginningIsKept() {
    talk(1, 11, Script.answer("They spoke of many things. ".repeat(100)));
    assertThat(summaries()).isNotEmpty();
    talk(12, 12);
    assertThat(prompt().get(1)).contains("They spoke of many things.").hasSizeLessThan(1_000);
    assertThat(prompt()).anyMatch(m -> m.startsWith("assistant: answer 11"));
  }

  @Test
  void whileOthersWaitNoneIsMade() {
    for (int i = 1; i <= 10; i++) {
      booth.openAi.when("question " + i, Script.answer("answer " + i + " " + LONG));
      var request = booth.ask("question " + i);
      booth.line(i);
      booth.answering.run(request);
      booth.takeBack();
    }
    assertThat(summaries()).isEmpty();
  }
}
