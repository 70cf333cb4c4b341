package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.MessageId;
import io.switchboard.conversation.Turn;
import io.switchboard.fake.openai.Script;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process does that was thought dead, once another has answered in its stead. */
class OvertakenTest {
  private static final String NEW = "The new answer.";
  private final Booth booth = new Booth();
  private final Claimed request = begin();
  private final Thread running = Thread.ofVirtual().start(() -> booth.answering.run(request));

  private Claimed begin() {
    booth.openAi.next(
        Script.answer("Old words. They end here.").endAfter(12, Script.End.HANG),
        Script.answer(NEW));
    return booth.ask("Why?");
  }

  @AfterEach
  void close() {
    booth.close();
  }

  /** It hears that the request is not its own any more, and would say what it has. */
  private void wake() throws InterruptedException {
    booth.queue.upkeep().beat();
    assertThat(running.join(Duration.ofSeconds(60))).isTrue();
  }

  private void theNewAnswerStays() {
    assertThat(booth.wall.texts()).containsExactly(NEW);
    assertThat(booth.lastTurn().answer()).isEqualTo(NEW);
    assertThat(booth.lastTurn().complete()).isTrue();
    assertThat(booth.isOpen(request.id())).isFalse();
    MessageId shown = booth.wall.ids().getFirst();
    assertThat(booth.conversations.shownBy(shown, booth.alice))
        .map(Turn::id)
        .contains(booth.lastTurn().id());
  }

  @Test
  void itSaysNoMore() throws Exception {
    await().until(() -> booth.wall.text().contains("Old words"));
    booth.overtake();
    theNewAnswerStays();
    wake();
    theNewAnswerStays();
  }

  @Test
  void itDoesNotTakeItsOldMessageForTheOneThatShowsTheAnswer() throws Exception {
    await().until(() -> booth.wall.text().contains("Old words"));
    booth.wall.tearOff(booth.wall.ids().getFirst());
    booth.overtake();
    theNewAnswerStays();
    wake();
    theNewAnswerStays();
  }
}
