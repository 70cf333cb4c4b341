package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Attachment;
import io.switchboard.db.FreshDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnConversations {
    private List<String> questions(List<Turn> turns) {
      return turns.stream().map(Turn::question).toList();
    }

    @Test
    void aTurnBeginsOncePerRequest() throws Exception {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      long number = ++request;
      List<Callable<Turn>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        all.add(() -> conversations.begin(number, question(conversation, "hello")));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Turn> begun = new ArrayList<>();
        for (Future<Turn> f : threads.invokeAll(all)) {
          begun.add(f.get());
        }
        assertThat(begun).containsOnly(begun.getFirst());
      }
    }

    @Test
    void turnsFollowTheEndAtTheirTime() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      assertThat(conversations.path(conversation, ALICE)).isEmpty();
      Turn one = ask(conversation, "one");
      Turn two = ask(conversation, "two");
      Turn three = conversations.begin(++request, question(conversation, "three"));
      assertThat(one.parent()).isNull();
      assertThat(two.parent()).isEqualTo(one.id());
      assertThat(three.parent()).isEqualTo(two.id());
      assertThat(questions(conversations.before(three.id()))).containsExactly("one", "two");
      assertThat(questions(conversations.path(conversation, ALICE))).containsExactly("one", "two");
      conversations.answered(three.id(), "part", false);
      List<Turn> path = conversations.path(conversation, ALICE);
      assertThat(questions(path)).containsExactly("one", "two", "three");
      assertThat(path.getLast().answer()).isEqualTo("part");
      assertThat(path.getLast().complete()).isFalse();
      assertThat(path.getFirst().complete()).isTrue();
      assertThat(path.getFirst().askedAt()).isEqualTo(one.askedAt());
      assertThat(conversations.path(conversation, BOB)).isEmpty();
    }

    @Test
    void aRequestThatFailedLeavesNoHole() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      Turn one = ask(conversation, "one");
      conversations.begin(++request, question(conversation, "never answered"));
      assertThat(ask(conversation, "two").parent()).isEqualTo(one.id());
    }

    @Test
    void aRetryIsASiblingAndNothingIsOverwritten() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      Attachment file = new Attachment("a.txt", "text/plain", 5, "sandbox:file/1");
      Turn one = ask(conversation, "one");
      Turn two =
          conversations.begin(
              ++request, new Question(conversation, null, null, "two", List.of(file)));
      conversations.answered(two.id(), "first", true);
      Turn again =
          conversations.begin(
              ++request, new Question(conversation, null, two.id(), "two", List.of()));
      assertThat(again.parent()).isEqualTo(one.id());
      assertThat(again.question()).isEqualTo("two");
      assertThat(conversations.attachments(List.of(again.id())))
          .containsExactly(Map.entry(again.id(), List.of(file)));
      conversations.answered(again.id(), "second", true);
      Turn third =
          conversations.begin(
              ++request, new Question(conversation, null, again.id(), "", List.of()));
      conversations.answered(third.id(), "third", true);
      assertThat(conversations.path(conversation, ALICE))
          .extracting(Turn::answer)
          .containsExactly("answer to one", "third");
      assertThat(conversations.variants(again.id(), ALICE))
          .extracting(Turn::answer)
          .containsExactly("first", "second", "third");
      assertThat(conversations.variants(again.id(), BOB)).isEmpty();
      Turn branch =
          conversations.begin(
              ++request, new Question(conversation, two.id(), null, "and then", List.of()));
      assertThat(conversations.before(branch.id()))
          .extracting(Turn::answer)
          .containsExactly("answer to one", "first");
    }

    @Test
    void aTurnOfAnotherConversationIsNoParent() {
      Turn foreign = ask(conversations.startNew(BOB, HERE), "foreign");
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      Turn turn =
          conversations.begin(
              ++request, new Question(conversation, foreign.id(), null, "mine", List.of()));
      assertThat(turn.parent()).isNull();
      Turn retry =
          conversations.begin(
              ++request, new Question(conversation, null, foreign.id(), "mine", List.of()));
      assertThat(retry.question()).isEqualTo("mine");
    }

    @Test
    void whateverAStreamBringsIsKept() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      Turn turn = conversations.begin(++request, question(conversation, "a\0b\ud800c 😀"));
      assertThat(turn.question()).isEqualTo("ab\ufffdc 😀");
      conversations.answered(turn.id(), "cut \ud83d", false);
      assertThat(conversations.turn(turn.id(), ALICE).orElseThrow().answer())
          .isEqualTo("cut \ufffd");
    }
  }
}
