package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class ConversationsTest {
  private static final MemberId ALICE = new MemberId(1);
  private static final MemberId BOB = new MemberId(2);
  private static final PlaceId HERE = new PlaceId("sandbox:here");
  private static final PlaceId THERE = new PlaceId("sandbox:there");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  @Nested
  class OnH2 extends Cases {
    @Override
    Database fresh() {
      return TestDatabases.h2();
    }
  }

  @Nested
  class OnPostgres extends Cases {
    @Override
    Database fresh() throws Exception {
      return TestDatabases.postgres();
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Cases {
    private Database database;
    private Conversations conversations;
    private long request;
    private Instant now = NOON;

    abstract Database fresh() throws Exception;

    @BeforeAll
    void open() throws Exception {
      database = fresh();
      conversations = new Conversations(database, () -> now);
    }

    @AfterAll
    void close() {
      database.close();
    }

    private static Place alone(PlaceId place) {
      return new Place(place, Place.Kind.PRIVATE, "", List.of());
    }

    private Turn ask(ConversationId conversation, String text) {
      Turn turn = conversations.begin(++request, question(conversation, text));
      conversations.answered(turn.id(), "answer to " + text, true);
      return turn;
    }

    private Question question(ConversationId conversation, String text) {
      return new Question(conversation, null, null, text, List.of());
    }

    private List<String> questions(List<Turn> turns) {
      return turns.stream().map(Turn::question).toList();
    }

    @Test
    void oneConversationPerMemberAndPlace() {
      PlaceId place = new PlaceId("sandbox:" + ++request);
      ConversationId first = conversations.current(ALICE, place);
      assertThat(conversations.current(ALICE, place)).isEqualTo(first);
      assertThat(conversations.current(BOB, place)).isNotEqualTo(first);
      assertThat(conversations.current(ALICE, new PlaceId("sandbox:" + ++request)))
          .isNotEqualTo(first);
      ConversationId second = conversations.startNew(ALICE, place);
      assertThat(second).isNotEqualTo(first);
      assertThat(conversations.current(ALICE, place)).isEqualTo(second);
      assertThat(conversations.select(first, ALICE, alone(place))).isTrue();
      assertThat(conversations.current(ALICE, place)).isEqualTo(first);
      assertThat(conversations.select(first, BOB, alone(place))).isFalse();
      assertThat(conversations.current(BOB, place)).isNotEqualTo(first);
    }

    @Test
    void manyAtOnceFindTheSameConversation() throws Exception {
      PlaceId place = new PlaceId("sandbox:busy" + ++request);
      List<Callable<ConversationId>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(() -> conversations.current(ALICE, place));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<ConversationId> found = new ArrayList<>();
        for (Future<ConversationId> f : threads.invokeAll(all)) {
          found.add(f.get());
        }
        assertThat(found).containsOnly(conversations.current(ALICE, place));
      }
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
    void messagesShowTurns() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      Turn one = ask(conversation, "one");
      Turn two = ask(conversation, "two");
      MessageId a = new MessageId("sandbox:a" + ++request);
      MessageId b = new MessageId("sandbox:b" + request);
      conversations.shownBy(one.id(), List.of(a));
      conversations.shownBy(one.id(), List.of(a, b));
      assertThat(conversations.shownBy(a, ALICE)).map(Turn::id).contains(one.id());
      assertThat(conversations.shownBy(b, ALICE)).map(Turn::id).contains(one.id());
      assertThat(conversations.shownBy(b, BOB)).isEmpty();
      conversations.shownBy(two.id(), List.of(b));
      assertThat(conversations.shownBy(b, ALICE)).map(Turn::id).contains(two.id());
      conversations.shownBy(new TurnId(99_999), List.of(a));
    }

    @Test
    void somebodyElsesIdGivesNothing() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      Turn turn = ask(conversation, "secret");
      assertThat(conversations.turn(turn.id(), ALICE)).isPresent();
      assertThat(conversations.turn(turn.id(), BOB)).isEmpty();
      assertThat(conversations.conversationOf(turn.id(), ALICE)).contains(conversation);
      assertThat(conversations.conversationOf(turn.id(), BOB)).isEmpty();
      assertThat(conversations.rename(conversation, BOB, "x")).isFalse();
      assertThat(conversations.delete(conversation, BOB)).isFalse();
      assertThat(conversations.title(conversation, BOB)).isEmpty();
    }

    @Test
    void titlesComeFromTheFirstQuestion() {
      ConversationId conversation = conversations.startNew(ALICE, HERE);
      assertThat(conversations.title(conversation, ALICE)).isEmpty();
      ask(conversation, "How do I\n boil   an egg?");
      ask(conversation, "And then?");
      assertThat(conversations.title(conversation, ALICE)).contains("How do I boil an egg?");
      assertThat(conversations.rename(conversation, ALICE, " Eggs\u0000\u202e ")).isTrue();
      assertThat(conversations.title(conversation, ALICE)).contains("Eggs");
      assertThat(conversations.rename(conversation, ALICE, "\u0007")).isFalse();
      assertThat(conversations.rename(conversation, ALICE, "👩‍👩‍👧".repeat(100))).isTrue();
      assertThat(conversations.title(conversation, ALICE).orElseThrow()).endsWith("👩‍👩‍👧…");
    }

    @Test
    void theListHoldsWhatWasAskedLastFirst() {
      MemberId carol = new MemberId(33);
      conversations.startNew(carol, HERE);
      ConversationId one = conversations.startNew(carol, HERE);
      ask(one, "one");
      now = now.plusSeconds(1);
      ConversationId two = conversations.startNew(carol, THERE);
      ask(two, "two");
      now = now.plusSeconds(1);
      ask(one, "again");
      assertThat(conversations.list(carol))
          .extracting(ConversationSummary::title)
          .containsExactly("one", "two");
      assertThat(conversations.list(carol).getFirst().turns()).isEqualTo(2);
    }

    @Test
    void deletingTakesEverythingAndTellsWhoDependsOnIt() {
      List<String> told = new ArrayList<>();
      Conversations watched = new Conversations(database, () -> now);
      watched.beforeDeletion(
          (h, c) -> {
            told.add("in");
            return () -> told.add("after");
          });
      ConversationId conversation = watched.startNew(ALICE, HERE);
      Turn turn = watched.begin(++request, question(conversation, "x"));
      watched.shownBy(turn.id(), List.of(new MessageId("sandbox:gone")));
      assertThat(watched.delete(conversation, ALICE)).isTrue();
      assertThat(told).containsExactly("in", "after");
      assertThat(watched.turn(turn.id(), ALICE)).isEmpty();
      assertThat(watched.current(ALICE, HERE)).isNotEqualTo(conversation);
      watched.answered(turn.id(), "too late", true);
      assertThatThrownBy(() -> watched.begin(++request, question(conversation, "y")))
          .isInstanceOf(ConversationGone.class);
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
