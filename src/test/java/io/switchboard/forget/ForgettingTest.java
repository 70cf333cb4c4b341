package io.switchboard.forget;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.conversation.home.Homes;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.markup.Document;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.pacing.Outbox;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.LimitSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows go on both databases. */
class ForgettingTest {
  private static final InstantSource NOON = () -> Instant.parse("2026-03-01T12:00:00Z");

  private static Person person(String name) {
    return new Person(new PersonId("test:" + name), name, name, Locale.ENGLISH, Set.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMemberGoesAndTheOthersStay(boolean postgres) {
    try (Database database = postgres ? TestDatabases.postgres() : TestDatabases.h2()) {
      Members members = new Members(database, NOON);
      Conversations conversations = new Conversations(database, NOON);
      Limits limits = new Limits(database, NOON, LimitSettings.DEFAULTS);
      RequestQueue queue = new RequestQueue(database, NOON, "here", limits);
      Messengers none = new Messengers(List.of());
      Forgetting forgetting =
          new Forgetting(
              database,
              NOON,
              ForgetSettings.DEFAULTS,
              new Forgetting.Rooms(
                  members,
                  conversations,
                  queue,
                  new StillCounts(database, NOON, limits, account -> "mark" + account.hashCode())),
              new Forgetting.Chats(new Outbox(none), none, Reply.of(Document.plain("…"))));
      MemberId alice = members.recognize(person("alice")).id();
      MemberId bob = members.recognize(person("bob")).id();
      Place topic = new Place(new PlaceId("test:t"), Place.Kind.THREAD, "t", List.of("test-a:1"));
      database.useTransaction(h -> Homes.say(h, Homes.scope(topic), Optional.of(true)));
      ConversationId shared = conversations.current(alice, topic);
      ConversationId own = conversations.current(alice, new PlaceId("test:alone"));
      Turn hers = ask(conversations, 1, shared, alice);
      Turn his = ask(conversations, 2, shared, bob);
      Turn secret = ask(conversations, 3, own, alice);
      conversations.shownBy(secret.id(), List.of(new MessageId("test:m")));
      assertThat(conversations.list(alice, "hello")).hasSize(2);
      database.useTransaction(h -> beside(h, his));

      forgetting.forget(alice);
      assertThat(database.read(MessageList::left)).hasSize(1);
      forgetting.sweep();
      assertThat(database.read(MessageList::left)).isEmpty();
      assertThat(members.find(alice)).isEmpty();
      assertThat(conversations.list(alice)).isEmpty();
      assertThat(conversations.turn(secret.id(), alice)).isEmpty();
      assertThat(conversations.path(shared, bob))
          .extracting(Turn::id)
          .containsExactly(hers.id(), his.id());
      assertThat(conversations.turn(hers.id(), bob).orElseThrow().question()).isEmpty();
      assertThat(conversations.delete(shared, bob)).isTrue();
      assertThat(all(database, "select text from turn_summary")).isEmpty();
      assertThat(all(database, "select target from audit order by id"))
          .containsExactly("", "", "test:alice2", "[test:bob]", "alice in wonderland");
      assertThat(all(database, "select person from person_access order by person"))
          .containsExactly("test:alice");
    }
  }

  /** What is written about Alice elsewhere, and what only looks so. */
  private static void beside(Handle h, Turn his) {
    h.execute(
        "insert into turn_summary (turn_id, text, made_at) values (?, 'alice said hello', ?)",
        his.id().value(),
        NOON.instant());
    for (String target :
        List.of(
            "test:alice",
            "[test:x, test:alice]",
            "test:alice2",
            "[test:bob]",
            "alice in wonderland")) {
      h.execute(
          "insert into audit (member_id, what, target, detail, at) values (9, 'w', ?, '', ?)",
          target,
          NOON.instant());
    }
    h.execute(
        "insert into person_access (person, allowed, banned, paused, ends_at) values"
            + " ('test:alice', true, false, false, ?)",
        NOON.instant().plusSeconds(60));
  }

  private static List<String> all(Database database, String sql) {
    return database.read(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  private static Turn ask(
      Conversations conversations, long request, ConversationId c, MemberId who) {
    Turn turn = conversations.begin(request, new Question(c, null, null, "hello", List.of()), who);
    conversations.answered(turn.id(), "hi", true);
    return turn;
  }
}
