package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.IncomingMessage;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.member.MemberId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTest extends InTown {
  @Test
  void aQuestionWaitsForItsAnswerWithoutAWord() {
    town.queue.claim("main", 1);
    town.say(town.alice, "Why is the sky blue?");
    assertThat(town.chat(town.alice)).isEmpty();
    assertThat(town.answer("Rayleigh.").orElseThrow().text()).isEqualTo("Why is the sky blue?");
  }

  @Test
  void theSameEventTwiceIsOneQuestion() {
    IncomingMessage event =
        new IncomingMessage(
            town.origin(town.alice, Town.alone(town.alice)),
            new MessageId("memory:x"),
            "once",
            null,
            true,
            List.of());
    town.receive(event);
    town.receive(event);
    try (FrontDesk another = town.open()) {
      another.receive(event);
    }
    assertThat(town.answer("one")).isPresent();
    assertThat(town.answer("two")).isEmpty();
  }

  @Test
  void whatPeopleSayToEachOtherIsLeftAlone() {
    town.say(town.alice, Town.GROUP, "hello everybody", null, false);
    town.say(town.stranger, Town.GROUP, "hello", null, false);
    assertThat(town.platform.everything()).isEmpty();
    assertThat(town.answer("?")).isEmpty();
  }

  @Test
  void filesComeAlongEvenWithoutAWord() {
    Attachment picture = new Attachment("a.png", "image/png", 5, "ref");
    town.receive(
        new IncomingMessage(
            town.origin(town.alice, Town.alone(town.alice)),
            new MessageId("memory:x"),
            "",
            null,
            true,
            List.of(picture)));
    assertThat(town.answer("a cat").orElseThrow().attachments()).containsExactly(picture);
  }

  @Test
  void filesThatAreNotTakenAreRefusedBeforeAnythingIsQueued() {
    Attachment png = new Attachment("a.png", "image/png", 5, "memory:1");
    assertThat(refusal(png, png, png, png, png)).contains("5 files", "4 are allowed");
    assertThat(refusal(new Attachment("big.png", "image/png", 12_340_000, "memory:1")))
        .contains("big.png has 12.4 MB; 8 MB are allowed");
    assertThat(refusal(png, new Attachment("f.mp4", "video/mp4", 5, "memory:1")))
        .contains("cannot read f.mp4");
    assertThat(refusal(new Attachment("x.zip", "application/octet-stream", 5, "memory:1")))
        .contains("cannot read x.zip");
    assertThat(refusal(new Attachment("log.txt", "text/plain", 240_001, "memory:1")))
        .contains("60,000 characters");
    assertThat(refusal(new Attachment("*a*\n# b.exe", "application/exe", 5, "memory:1")))
        .contains("*a*");
  }

  private String refusal(Attachment... files) {
    sayWith(files);
    assertThat(town.answer("?")).isEmpty();
    return town.last(town.alice).text();
  }

  private void sayWith(Attachment... files) {
    town.receive(
        new IncomingMessage(
            town.origin(town.alice, Town.alone(town.alice)),
            new MessageId("memory:x"),
            "what is this?",
            null,
            true,
            List.of(files)));
  }

  @Test
  void textOfEveryKindIsTaken() {
    Attachment[] files =
        List.of("a.ts", "A.PY", "c.svg", "notes").stream()
            .map(name -> new Attachment(name, type(name), 5, "memory:1"))
            .toArray(Attachment[]::new);
    sayWith(files);
    assertThat(town.answer("!").orElseThrow().attachments()).containsExactly(files);
  }

  private static String type(String name) {
    return switch (name) {
      case "a.ts" -> "video/mp2t";
      case "c.svg" -> "image/svg+xml";
      case "A.PY" -> "text/x-python; charset=utf-8";
      default -> "application/octet-stream";
    };
  }

  @Test
  void anEmptyQuestionIsAnsweredWithHowItIsMeant() {
    town.say(town.alice, Town.GROUP, "  ", null, true);
    assertThat(town.platform.last(Town.GROUP.id()).text()).contains("/ask Why is the sky blue?");
    town.command(town.alice, "ask");
    assertThat(town.last(town.alice).text()).contains("/ask Why is the sky blue?");
    assertThat(town.answer("?")).isEmpty();
  }

  @Test
  void aReplyToAnOlderAnswerGoesOnFromThere() {
    MemoryPlatform.Shown first = town.exchange(town.alice, "one", "ONE");
    town.exchange(town.alice, "two", "TWO");
    town.say(town.alice, Town.alone(town.alice), "three", first.id(), true);
    Question third = town.answer("THREE").orElseThrow();
    Turn turn = town.conversations.shownBy(first.id(), member()).orElseThrow();
    assertThat(third.parent()).isEqualTo(turn.id());
  }

  @Test
  void aReplyToSomebodyElsesAnswerIsAQuestionOfOnesOwn() {
    MemoryPlatform.Shown bobs = town.exchange(town.bob, "one", "ONE");
    town.say(town.alice, Town.GROUP, "and this?", bobs.id(), true);
    Question question = town.answer("…").orElseThrow();
    assertThat(question.parent()).isNull();
    assertThat(town.conversations.title(question.conversation(), member())).isPresent();
  }

  @Test
  void retryAsksTheLastQuestionAgain() {
    town.command(town.alice, "retry");
    assertThat(town.last(town.alice).text()).contains("no answer here yet");
    MemoryPlatform.Shown answer = town.exchange(town.alice, "one", "ONE");
    Turn turn = town.conversations.shownBy(answer.id(), member()).orElseThrow();
    town.command(town.alice, "retry");
    Question again = town.answer("ONE, again").orElseThrow();
    assertThat(again.retry()).isEqualTo(turn.id());
    assertThat(again.text()).isEqualTo("one");
    assertThat(town.conversations.variants(turn.id(), member())).hasSize(2);
  }

  @Test
  void aNewConversationLeavesTheOldOne() {
    town.exchange(town.alice, "one", "ONE");
    Question two = ask("two");
    town.command(town.alice, "new");
    Question three = ask("three");
    assertThat(three.conversation()).isNotEqualTo(two.conversation());
  }

  @Test
  void aQuestionThatCannotBeStoredIsDeliveredAgain() {
    town.say(town.alice, "hello");
    town.database.close();
    assertThatThrownBy(() -> town.say(town.alice, "lost?")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void everyQuestionIsInThePlaceWhereItWasAsked() {
    Place thread =
        new Place(new PlaceId("memory:thread"), Place.Kind.THREAD, "t", Town.GROUP.scopes());
    town.say(town.alice, thread, "one", null, true);
    Question one = town.answer("ONE").orElseThrow();
    town.say(town.alice, Town.GROUP, "two", null, true);
    Question two = town.answer("TWO").orElseThrow();
    assertThat(two.conversation()).isNotEqualTo(one.conversation());
    assertThat(town.platform.last(thread.id()).text()).isEqualTo("ONE");
  }

  private Question ask(String text) {
    town.say(town.alice, text);
    return town.answer("…").orElseThrow();
  }

  private MemberId member() {
    return town.members.recognize(town.alice).id();
  }
}
