package io.switchboard.conversation.title;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.title.DueTitles.Untitled;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DueTitlesTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final MemberId ALICE = new MemberId(1);
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Database database;
    private Conversations conversations;
    private DueTitles due;
    private long request;

    @BeforeEach
    void start() {
      database = fresh();
      conversations = new Conversations(database, () -> now);
      due = new DueTitles(database, () -> now);
    }

    @AfterEach
    void stop() {
      database.close();
    }

    private ConversationId asked(boolean complete) {
      ConversationId one = conversations.startNew(ALICE, new PlaceId("test:here"));
      answer(one, complete);
      return one;
    }

    private void answer(ConversationId one, boolean complete) {
      var turn =
          conversations.begin(++request, new Question(one, null, null, "What is it?", List.of()));
      conversations.answered(turn.id(), "It is a zebra.", complete);
      now = now.plusSeconds(10);
    }

    @Test
    void oneIsDueOnceItHasAWholeAnswer() {
      ConversationId one = asked(false);
      assertThat(due.any()).isFalse();
      answer(one, true);
      Untitled untitled = due.take().orElseThrow();
      assertThat(untitled.conversation()).isEqualTo(one);
      assertThat(untitled.answer()).isEqualTo("It is a zebra.");
      assertThat(due.take()).isEmpty();
      assertThat(due.keep(untitled, "Zebras")).isTrue();
      assertThat(conversations.title(one, ALICE)).contains("Zebras");
      answer(one, true);
      assertThat(due.any()).isFalse();
    }

    @Test
    void aTitleGivenByHandStays() {
      ConversationId one = asked(true);
      Untitled untitled = due.take().orElseThrow();
      conversations.rename(one, ALICE, "Mine");
      assertThat(due.keep(untitled, "Zebras")).isFalse();
      assertThat(conversations.title(one, ALICE)).contains("Mine");
      ConversationId named = conversations.startNew(ALICE, new PlaceId("test:here"));
      conversations.rename(named, ALICE, "Named first");
      answer(named, true);
      assertThat(due.any()).isFalse();
    }

    @Test
    void whoTookItAndDiedLeavesItToTheNext() {
      asked(true);
      assertThat(due.take()).isPresent();
      now = now.plus(Duration.ofMinutes(3));
      assertThat(due.take().orElseThrow().tries()).isEqualTo(2);
    }

    @Test
    void afterThreeTriesTheFirstWordsStay() {
      ConversationId one = asked(true);
      for (int i = 0; i < 3; i++) {
        due.failed(due.take().orElseThrow());
        now = now.plus(Duration.ofHours(1));
      }
      assertThat(due.any()).isFalse();
      assertThat(conversations.title(one, ALICE)).contains("What is it?");
    }

    @Test
    void whatHadToMakeWayIsNoTry() {
      asked(true);
      for (int i = 0; i < 9; i++) {
        due.putOff(due.take().orElseThrow(), Duration.ofSeconds(15));
        assertThat(due.any()).isFalse();
        now = now.plusSeconds(15);
      }
      assertThat(due.take().orElseThrow().tries()).isEqualTo(1);
    }

    @Test
    void whatIsDeletedIsNotNamed() {
      ConversationId one = asked(true);
      Untitled untitled = due.take().orElseThrow();
      conversations.delete(one, ALICE);
      assertThat(due.keep(untitled, "Zebras")).isFalse();
    }
  }
}
