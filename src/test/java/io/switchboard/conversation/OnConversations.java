package io.switchboard.conversation;

import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Cases that share one database, each with conversations of its own, on either database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnConversations implements FreshDatabase {
  static final MemberId ALICE = new MemberId(1);
  static final MemberId BOB = new MemberId(2);
  static final PlaceId HERE = new PlaceId("sandbox:here");
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

  Database database;
  Conversations conversations;
  long request;
  Instant now = NOON;

  @BeforeAll
  final void open() {
    database = fresh();
    conversations = new Conversations(database, () -> now);
  }

  @AfterAll
  final void close() {
    database.close();
  }

  /** Asked and answered. */
  final Turn ask(ConversationId conversation, String text) {
    Turn turn = conversations.begin(++request, question(conversation, text));
    conversations.answered(turn.id(), "answer to " + text, true);
    return turn;
  }

  static Question question(ConversationId conversation, String text) {
    return new Question(conversation, null, null, text, List.of());
  }
}
