package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.home.Homes;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class SharedPlacesTest {
  private static final MemberId ALICE = new MemberId(1);
  private static final MemberId BOB = new MemberId(2);
  private static final MemberId CAROL = new MemberId(3);

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Cases implements FreshDatabase {
    private Database database;
    private Conversations conversations;
    private long number;

    @BeforeAll
    void open() {
      database = fresh();
      conversations =
          new Conversations(
              database,
              () -> Instant.parse("2026-03-01T12:00:00Z"),
              new ConversationSettings(List.of("test-server:shared"), true, false));
    }

    @AfterAll
    void close() {
      database.close();
    }

    private Place place(Place.Kind kind, String... scopes) {
      return new Place(new PlaceId("test:" + ++number), kind, "here", List.of(scopes));
    }

    private Place topic() {
      return place(Place.Kind.THREAD, "test-topic:" + ++number, "test-server:shared");
    }

    private Turn ask(ConversationId conversation, MemberId who, String text) {
      Question question =
          new Question(
              conversation,
              null,
              null,
              null,
              text,
              List.of(),
              new MessageId("test:m" + (number + 1)));
      Turn turn = conversations.begin(++number, question, who);
      conversations.answered(turn.id(), "answer to " + text, true);
      return turn;
    }

    @Test
    void theConfigurationAndThenAdminsSayWhere() {
      assertThat(conversations.homes().of(topic())).isPresent();
      assertThat(conversations.homes().of(place(Place.Kind.PRIVATE, "test-server:shared")))
          .isEmpty();
      Place group = place(Place.Kind.GROUP, "test-channel:a" + number, "test-server:other");
      Place inIt =
          place(Place.Kind.THREAD, "test-thread:b" + number, "test-channel:a" + (number - 1));
      assertThat(conversations.homes().of(group)).isEmpty();
      say(inItsGroup(inIt), true);
      assertThat(conversations.homes().of(inIt)).contains(inIt.id().value());
      say(inIt, false);
      assertThat(conversations.homes().of(inIt)).isEmpty();
      say(inIt, true);
      assertThat(conversations.homes().of(inIt)).isPresent();
      Place shared = topic();
      say(shared, false);
      assertThat(conversations.homes().of(shared)).isEmpty();
    }

    private void say(Place place, boolean shared) {
      database.useTransaction(h -> Homes.say(h, Homes.scope(place), Optional.of(shared)));
    }

    private Place inItsGroup(Place thread) {
      return place(Place.Kind.GROUP, thread.scopes().getLast());
    }

    @Test
    void allWhoWriteThereHaveOneTogether() {
      Place topic = topic();
      ConversationId one = conversations.current(ALICE, topic);
      assertThat(conversations.current(BOB, topic)).isEqualTo(one);
      assertThat(conversations.current(ALICE, topic())).isNotEqualTo(one);
      Turn first = ask(one, ALICE, "one");
      Turn second = ask(one, BOB, "two");
      assertThat(second.parent()).isEqualTo(first.id());
      assertThat(conversations.path(one, BOB)).hasSize(2);
      assertThat(conversations.authors(second.id()))
          .isEqualTo(Map.of(first.id(), ALICE, second.id(), BOB));
      ConversationId next = conversations.startNew(BOB, topic);
      assertThat(conversations.current(ALICE, topic)).isEqualTo(next);
      assertThat(conversations.select(one, ALICE, topic)).isTrue();
      assertThat(conversations.current(BOB, topic)).isEqualTo(one);
    }

    @Test
    void whoHasNotWrittenThereReachesNothingOfIt() {
      Place topic = topic();
      ConversationId one = conversations.current(ALICE, topic);
      Turn turn = ask(one, ALICE, "ours");
      MessageId shown = new MessageId("test:shown" + number);
      conversations.shownBy(turn.id(), List.of(shown));
      assertThat(conversations.path(one, CAROL)).isEmpty();
      assertThat(conversations.shownBy(shown, CAROL)).isEmpty();
      assertThat(conversations.turn(turn.id(), CAROL)).isEmpty();
      assertThat(conversations.variants(turn.id(), CAROL)).isEmpty();
      assertThat(conversations.goOnFrom(turn.id(), CAROL)).isFalse();
      assertThat(conversations.rename(one, CAROL, "x")).isFalse();
      assertThat(conversations.list(CAROL)).isEmpty();
      conversations.arrive(CAROL, topic);
      conversations.arrive(CAROL, topic);
      assertThat(conversations.shownBy(shown, CAROL)).isPresent();
      assertThat(conversations.delete(one, CAROL)).isFalse();
      assertThat(conversations.list(CAROL))
          .singleElement()
          .matches(c -> c.shared() && !c.own() && c.title().equals("ours"));
      assertThat(conversations.delete(one, ALICE)).isTrue();
    }

    @Test
    void aConversationOfOnesOwnIsNotBroughtIntoASharedPlace() {
      Place topic = topic();
      ConversationId shared = conversations.current(ALICE, topic);
      ConversationId own = conversations.startNew(ALICE, new PlaceId("test:mine"));
      ask(own, ALICE, "private");
      assertThat(conversations.select(own, ALICE, topic)).isFalse();
      assertThat(conversations.current(BOB, topic)).isEqualTo(shared);
      assertThat(conversations.authors(ask(own, ALICE, "more").id())).isEmpty();
    }

    @Test
    void manyAtOnceFindTheSame() throws Exception {
      Place topic = topic();
      List<Callable<ConversationId>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        MemberId member = new MemberId(100 + i % 5);
        all.add(() -> conversations.current(member, topic));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<ConversationId> found = new ArrayList<>();
        for (Future<ConversationId> one : threads.invokeAll(all)) {
          found.add(one.get());
        }
        assertThat(found).containsOnly(conversations.current(ALICE, topic));
      }
    }

    @Test
    void anEditedQuestionStandsBesideWhatItWas() {
      ConversationId own = conversations.startNew(ALICE, new PlaceId("test:mine"));
      Turn root = ask(own, ALICE, "first");
      Turn before = ask(own, ALICE, "seccond");
      MessageId message = new MessageId("test:m" + number);
      var asked = conversations.askedBy(message, ALICE).orElseThrow();
      assertThat(asked.turn().id()).isEqualTo(before.id());
      assertThat(conversations.askedBy(message, BOB)).isEmpty();
      Question edited = new Question(own, null, null, before.id(), "second", List.of(), message);
      Turn beside = conversations.begin(++number, edited, ALICE);
      assertThat(beside.parent()).isEqualTo(root.id());
      assertThat(conversations.variants(beside.id(), ALICE)).hasSize(1);
      assertThat(conversations.askedBy(message, ALICE).orElseThrow().turn()).isEqualTo(beside);
      Question first = new Question(own, null, null, root.id(), "1st", List.of(), null);
      assertThat(conversations.begin(++number, first, ALICE).parent()).isNull();
    }
  }
}
