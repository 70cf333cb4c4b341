package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A member with conversations to share, and messages that carry the links. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharingTest implements FreshDatabase {
  static final PlaceId HERE = new PlaceId("sandbox:here");
  static final ShareSettings SETTINGS =
      new ShareSettings(Duration.ofDays(7), Duration.ofDays(90), false, Duration.ofDays(7));

  final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00.123456Z"));
  final LinkKey key = LinkKey.random();
  final List<String> told = new CopyOnWriteArrayList<>();
  final AtomicBoolean reachable = new AtomicBoolean();
  Database database;
  Conversations conversations;
  Sharing sharing;
  MemberId alice;
  MemberId bob;
  long number;

  @BeforeAll
  void open() {
    database = fresh();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @AfterEach
  void stop() {
    sharing.close();
  }

  @BeforeEach
  void start() {
    conversations = new Conversations(database, time);
    alice = person("alice");
    bob = person("bob");
    told.clear();
    reachable.set(true);
    time.forgetAlarms();
    sharing = sharing(SETTINGS);
  }

  /** Another process would make the same. */
  Sharing sharing(ShareSettings settings) {
    Sharing made = deaf(settings);
    made.tell(
        (link, place, message) -> {
          told.add(message + (link.revoked() ? " revoked" : " expired"));
          return reachable.get();
        });
    return made;
  }

  /** One that nobody has told who edits messages. */
  Sharing deaf(ShareSettings settings) {
    return new Sharing(database, time, settings, key, time, conversations);
  }

  private MemberId person(String name) {
    PersonId id = new PersonId("sandbox:" + name + ++number);
    return new Members(database, time)
        .recognize(new Person(id, name, name, Locale.ENGLISH, Set.of()))
        .id();
  }

  Turn ask(ConversationId conversation, String question, String answer) {
    Turn turn =
        conversations.begin(++number, new Question(conversation, null, null, question, List.of()));
    conversations.answered(turn.id(), answer, true);
    return turn;
  }

  Prepared.Ready ready(Selection selection) {
    return (Prepared.Ready) sharing.making().prepare(alice, selection);
  }

  Prepared.Ready draft() {
    ConversationId conversation = conversations.startNew(alice, HERE);
    ask(conversation, "What is a share?", "A **frozen** copy.");
    return ready(new Selection.Whole(conversation));
  }

  Published publishing(Prepared.Ready draft, Expiry expiry) {
    sharing.making().endAt(draft.id(), alice, expiry);
    return sharing.publish(draft.id(), alice);
  }

  Published.Live publish(Prepared.Ready draft, Expiry expiry) {
    return (Published.Live) publishing(draft, expiry);
  }

  Published.Live live() {
    return publish(draft(), new Expiry.Default());
  }

  Published.Live live(Duration duration) {
    return publish(draft(), new Expiry.After(duration));
  }

  static String token(String path) {
    assertThat(path).startsWith("/s/");
    return path.substring(3);
  }

  SharedCopy page(String path) {
    return ((Opened.Page) open(path)).copy();
  }

  Opened open(String path) {
    return sharing.opening().open(token(path), Reader.ANYBODY);
  }

  void assertGone(String path) {
    assertThat(open(path)).isEqualTo(new Opened.Nothing());
  }

  MessageId carrier(ShareId share) {
    MessageId message = new MessageId("sandbox:m" + ++number);
    sharing.carriedBy(share, HERE, message);
    return message;
  }

  void assertTold(String... expected) {
    await().untilAsserted(() -> assertThat(told).containsExactlyInAnyOrder(expected));
  }
}
