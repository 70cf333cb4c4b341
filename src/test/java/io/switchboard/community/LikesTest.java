package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.event.Reaction;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Published;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is counted of reactions, in whatever order they and the note of the post come. */
class LikesTest {
  private static final MessageId POST = new MessageId("memory:post");
  private static final PersonId BOB = new PersonId("memory:bob");
  private static final PersonId CLEO = new PersonId("memory:cleo");

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private Database database;
    private Square square;
    private Community community;

    @BeforeEach
    void open() {
      database = fresh();
      square = new Square(database);
      community = square.community(Square.CHANNEL);
      Published.Live live = square.live(square.alice, "q", "a");
      community.posting().post(live.id(), square.alice, "");
    }

    @AfterEach
    void close() throws Exception {
      square.close();
    }

    private void note(Reaction... reactions) {
      for (Reaction reaction : reactions) {
        community.likes().note(reaction);
      }
    }

    /** It is known where the post is. */
    private void posted() {
      int rows =
          database.inTransaction(
              h ->
                  h.createUpdate("update community_post set message = :message")
                      .bind("message", POST.value())
                      .execute());
      assertThat(rows).isOne();
    }

    private long likes() {
      return community.reading().all().getFirst().likes();
    }

    @Test
    void eachPersonCountsOnce() {
      posted();
      note(
          new Reaction.Added(POST, BOB, "👍"),
          new Reaction.Added(POST, BOB, "👍"),
          new Reaction.Added(POST, BOB, "🎉"),
          new Reaction.Now(POST, CLEO, List.of("❤", "🔥")));
      assertThat(likes()).isEqualTo(2);
      note(new Reaction.Removed(POST, BOB, "👍"));
      assertThat(likes()).isEqualTo(2);
      note(new Reaction.Removed(POST, BOB, "🎉"), new Reaction.Now(POST, CLEO, List.of("👎")));
      assertThat(likes()).isZero();
      note(new Reaction.Counted(POST, Map.of("👍", 3, "👎", 9)));
      assertThat(likes()).isEqualTo(3);
      note(new Reaction.Added(POST, BOB, "👍"), new Reaction.Cleared(POST, Optional.of("👍")));
      assertThat(likes()).isEqualTo(3);
    }

    @Test
    void whoeverIsFasterThanTheNoteIsCountedToo() {
      note(
          new Reaction.Added(POST, BOB, "👍"),
          new Reaction.Added(POST, CLEO, "👍"),
          new Reaction.Added(new MessageId("memory:another"), CLEO, "👍"));
      posted();
      // Those that waited come first.
      note(new Reaction.Removed(POST, BOB, "👍"));
      await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> assertThat(likes()).isOne());
    }

    @Test
    void nobodyNeedSayAnythingMore() {
      note(new Reaction.Added(POST, BOB, "👍"));
      posted();
      await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> assertThat(likes()).isOne());
    }
  }
}
