package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.answer.shown.ShownAnswer;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.request.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One request, and everything that can come between it and its answer. */
class AnsweringTest {
  private static final String AGAIN = "Try again";
  private final Booth booth = new Booth();

  @AfterEach
  void close() {
    booth.close();
  }

  @Test
  void anAnswerIsShownKeptAndPaidFor() {
    booth.openAi.next(Script.answer("It is **blue**."));
    Claimed request = booth.answer("Why?");
    assertThat(booth.wall.texts()).containsExactly("It is blue.");
    assertThat(booth.wall.labels()).containsExactly(AGAIN, "Share");
    assertThat(booth.lastTurn().answer()).isEqualTo("It is **blue**.");
    assertThat(booth.lastTurn().complete()).isTrue();
    assertThat(booth.isOpen(request.id())).isFalse();
    assertThat(booth.conversations.shownBy(booth.wall.ids().getFirst(), booth.alice))
        .map(Turn::id)
        .contains(booth.lastTurn().id());
  }

  @Test
  void anAnswerCanBeStoppedBeforeItsFirstWord() throws Exception {
    booth.openAi.otherwise(Script.silent());
    Claimed request = booth.ask("Why?");
    Thread running = Thread.ofVirtual().start(() -> booth.answering.run(request));
    await().until(() -> !booth.openAi.generations().isEmpty());
    assertThat(booth.queue.stop(request.id(), booth.alice)).isEqualTo(RequestQueue.Stop.STOPPING);
    running.join();
    assertThat(booth.wall.texts()).containsExactly("Stopped.");
    assertThat(booth.wall.labels()).contains(AGAIN).doesNotContain("Stop");
    await().until(() -> booth.openAi.aborted() == 1);
    assertThat(booth.isOpen(request.id())).isFalse();
  }

  @Test
  void aStoppedAnswerKeepsWhatWasWritten() throws Exception {
    booth.openAi.otherwise(Script.answer("word ".repeat(5000)).pace(5, Duration.ofMillis(10)));
    Claimed request = booth.ask("Why?");
    Thread running = Thread.ofVirtual().start(() -> booth.answering.run(request));
    await()
        .until(
            () -> booth.wall.labels().contains("Stop") && booth.wall.text().contains("word word"));
    booth.queue.stop(request.id(), booth.alice);
    running.join();
    assertThat(booth.wall.text()).contains("word word").endsWith("Stopped.");
    assertThat(booth.lastTurn().answer()).startsWith("word");
    assertThat(booth.lastTurn().complete()).isTrue();
    await().until(() -> booth.openAi.aborted() == 1);
  }

  /** Fairness goes by tokens, and those of an answer that has no end are used all the same. */
  @Test
  void aLongAnswerCountsWhileItGoesOn() throws Exception {
    booth.openAi.otherwise(Script.answer("word ".repeat(5000)).pace(500, Duration.ofMillis(20)));
    Claimed request = booth.ask("Why?");
    Thread running = Thread.ofVirtual().start(() -> booth.answering.run(request));
    await().until(() -> booth.charged(request.id()) > 2000);
    booth.queue.stop(request.id(), booth.alice);
    running.join();
  }

  @Test
  void anAnswerOfNothingSaysSo() {
    booth.openAi.next(
        Script.answer(""), Script.answer(" \n\n "), Script.answer("").reasoning("Hm."));
    booth.answer("Why?");
    booth.answer("Why?");
    booth.answer("Why?");
    assertThat(booth.wall.texts()).hasSize(3).allMatch(t -> t.contains("had nothing to say"));
  }

  @Test
  void aPlaceThatIsGoneEndsTheRequestAndKeepsTheAnswer() {
    booth.wall.close();
    Claimed request = booth.answer("Why?");
    assertThat(booth.isOpen(request.id())).isFalse();
    assertThat(booth.lastTurn().answer()).contains("Answer to: Why?");
    assertThat(booth.openAi.generations()).hasSize(1);
  }

  @Test
  void aFinalTextThatIsThrottledIsWaitedFor() {
    Delivery throttled = new Delivery.Throttled(Duration.ofMillis(400));
    booth.wall.trouble(throttled, throttled, throttled);
    booth.openAi.next(Script.answer("Late, but whole.").pace(1, Duration.ofMillis(5)));
    booth.answer("Why?");
    assertThat(booth.wall.texts()).containsExactly("Late, but whole.");
    assertThat(booth.openAi.generations()).hasSize(1);
  }

  @Test
  void theFinalTextDoesNotWaitBehindGrowingOnes() {
    booth.wall.takesOnly(1, Duration.ofMillis(1500));
    booth.openAi.next(Script.answer("one two three four five").pace(8, Duration.ofMillis(10)));
    booth.answer("Why?");
    assertThat(booth.wall.texts()).containsExactly("one two three four five");
    assertThat(booth.wall.calls()).hasSize(2).last().isEqualTo("edit one two three four five");
  }

  @Test
  void aMessageThatSomebodyDeletedIsSentAgain() throws Exception {
    booth.openAi.next(Script.answer("word ".repeat(60) + "END").pace(5, Duration.ofMillis(10)));
    Claimed request = booth.ask("Why?");
    Thread running = Thread.ofVirtual().start(() -> booth.answering.run(request));
    await().until(() -> !booth.wall.ids().isEmpty());
    MessageId first = booth.wall.ids().getFirst();
    booth.wall.tearOff(first);
    running.join();
    assertThat(booth.wall.texts()).hasSize(1);
    assertThat(booth.wall.text()).endsWith("END");
    assertThat(booth.conversations.shownBy(booth.wall.ids().getFirst(), booth.alice)).isPresent();
  }

  @Test
  void afterACrashTheSameMessagesAreSettled() {
    Claimed request = booth.ask("Why?");
    Turn turn = booth.conversations.begin(request.id().value(), Question.decode(request.payload()));
    ShownAnswer shown =
        new ShownAnswer(
            request,
            booth.queue,
            new io.switchboard.pacing.Outbox(
                new io.switchboard.chat.message.Messengers(List.of(booth.wall))),
            booth.wall,
            booth.conversations::shows);
    assertThat(shown.grow(() -> io.switchboard.markup.Document.plain("Half"), List.of())).isTrue();
    MessageId there = shown.messages().getFirst();
    assertThat(booth.queue.inChat().shows(request.replyTo().place(), there)).isTrue();
    assertThat(booth.conversations.shows(there)).isFalse();
    booth.conversations.answered(turn.id(), "Half of it was shown.", true);
    booth.queue.answered(request.id(), new Use(null, 1, 1));

    booth.queue.putBack(request.id(), Instant.EPOCH);
    booth.answering.run(booth.claim());
    assertThat(booth.wall.texts()).containsExactly("Half of it was shown.");
    assertThat(booth.wall.labels()).containsExactly(AGAIN, "Share");
    assertThat(booth.openAi.generations()).isEmpty();
    assertThat(booth.isOpen(request.id())).isFalse();
    assertThat(booth.queue.inChat().shows(request.replyTo().place(), there)).isFalse();
    assertThat(booth.conversations.shows(there)).isTrue();
  }

  @Test
  void reasoningIsFoldedNamedAndNotToldAgain() {
    booth.openAi.next(Script.answer("Four.").reasoning("Two and two,\n\nlet me count"));
    booth.answer("2+2?");
    assertThat(booth.wall.text()).contains("Reasoning").contains("let me count").contains("Four.");
    booth.openAi.next(Script.answer("<think>He asks again.</think>Five."));
    booth.answer("2+3?");
    assertThat(booth.wall.texts().getLast()).contains("He asks again.").endsWith("Five.");
    booth.answer("And?");
    assertThat(booth.lastPrompt())
        .containsExactly(
            "system: Be brief.",
            "user: 2+2?",
            "assistant: Four.",
            "user: 2+3?",
            "assistant: Five.",
            "user: And?");
  }

  @Test
  void aLongAnswerTakesAsManyMessagesAsItNeeds() {
    String text =
        IntStream.range(0, 300).mapToObj(i -> "number" + i).collect(Collectors.joining(" "));
    booth.openAi.next(Script.answer(text).pace(300, Duration.ofMillis(5)));
    booth.answer("Count!");
    assertThat(booth.wall.texts()).hasSizeGreaterThan(2);
    for (int i = 0; i < 300; i++) {
      assertThat(booth.wall.text().split("number" + i + "\\b", -1)).as("number" + i).hasSize(2);
    }
    assertThat(booth.wall.labels()).containsExactly(AGAIN, "Share");
  }

  @Test
  void variantsCanBeLookedThrough() {
    booth.openAi.next(Script.answer("One."), Script.refuse(400, "no"), Script.answer("Two."));
    booth.answer("Say a number");
    Turn first = booth.lastTurn();
    booth.answering.run(booth.again(first.id()));
    assertThat(booth.wall.labels().stream().filter(l -> l.contains("/"))).isEmpty();
    booth.answering.run(booth.again(first.id()));
    assertThat(booth.wall.texts().getLast()).isEqualTo("Two.");
    assertThat(booth.wall.labels()).endsWith("◀", "2/2", "▶", AGAIN, "Share");
  }

  @Test
  void withDraftsAShortAnswerIsOneMessage() {
    booth.wall.withDrafts();
    booth.openAi.next(
        Script.silent(),
        Script.answer("word ".repeat(30) + "END").pace(50, Duration.ofMillis(300)));
    booth.answer("Why?");
    assertThat(booth.wall.calls()).hasSize(1);
    assertThat(booth.wall.text()).endsWith("END");
    assertThat(booth.wall.drafts()).hasSizeGreaterThan(1).first().isEqualTo("");
    assertThat(booth.wall.drafts()).anyMatch(d -> d.startsWith("word word"));
  }

  @Test
  void withDraftsALongerAnswerGetsItsStopButton() throws Exception {
    booth.wall.withDrafts();
    booth.openAi.next(Script.answer("word ".repeat(9000)).pace(5, Duration.ofMillis(20)));
    Claimed request = booth.ask("Why?");
    Thread running = Thread.ofVirtual().start(() -> booth.answering.run(request));
    await().until(() -> booth.wall.labels().contains("Stop"));
    int drafts = booth.wall.drafts().size();
    await().until(() -> booth.wall.calls().size() > 3);
    assertThat(booth.wall.drafts()).hasSize(drafts);
    booth.queue.stop(request.id(), booth.alice);
    running.join();
    assertThat(booth.wall.text()).endsWith("Stopped.");
    assertThat(booth.openAi.generations()).allMatch(g -> g.state() != Generation.State.COMPLETE);
  }

  @Test
  void aRequestThatIsGivenUpIsToldInTheChat() {
    Claimed request = booth.ask("Why?");
    booth.answering.gaveUp(request);
    assertThat(booth.wall.text()).contains("went wrong on our side");
    assertThat(booth.wall.labels()).containsExactly(AGAIN);
  }
}
