package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private static final PlaceId THERE = new PlaceId("sandbox:there");

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnConversations {
    private static Place alone(PlaceId place) {
      return new Place(place, Place.Kind.PRIVATE, "", List.of());
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
  }
}
