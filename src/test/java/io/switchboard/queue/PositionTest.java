package io.switchboard.queue;

import static io.switchboard.queue.QueueFixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Position;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where a request stands, and the notes that say so. */
class PositionTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    @Test
    void positionsAreExactForMembersWithOneRequestEach() {
      f.claim(2);
      List<RequestId> ids = new ArrayList<>();
      for (int member = 0; member < 6; member++) {
        RequestId id = f.ask(member);
        ids.add(id);
        assertThat(queue.position(id).orElseThrow().ahead()).isEqualTo(member);
      }
      assertThat(queue.position(ids.get(0)).orElseThrow().startsNow()).isTrue();
      assertThat(queue.position(ids.get(1)).orElseThrow().startsNow()).isTrue();
      assertThat(queue.position(ids.get(2)).orElseThrow().startsIn()).isNull();
      assertThat(f.claimAll(2)).containsExactly(ids.get(0), ids.get(1));
      assertThat(queue.position(ids.get(0))).isEmpty();
      assertThat(queue.position(ids.get(5)).orElseThrow().ahead()).isEqualTo(3);
      f.pass(Duration.ofSeconds(10));
      queue.finish(ids.get(0), DONE);
      assertThat(queue.position(ids.get(2)).orElseThrow())
          .isEqualTo(new Position(0, Duration.ZERO));
      assertThat(queue.position(ids.get(3)).orElseThrow())
          .isEqualTo(new Position(1, Duration.ofSeconds(5)));
      assertThat(queue.position(ids.get(5)).orElseThrow())
          .isEqualTo(new Position(3, Duration.ofSeconds(15)));
    }

    @Test
    void positionsCountFairnessAndOnesOwn() {
      f.claim(1);
      RequestId heavy1 = f.ask(1, "a", 100);
      RequestId heavy2 = f.ask(1, "b", 100);
      RequestId heavy3 = f.ask(1, "b", 100);
      RequestId light = f.ask(2, "c", 100);
      assertThat(List.of(heavy1, heavy2, heavy3, light))
          .extracting(id -> queue.position(id).orElseThrow().ahead())
          .containsExactly(0, 2, 3, 1);
    }

    @Test
    void nobodyKnowsTheStartWhileNobodyClaims() {
      assertThat(queue.position(f.ask(1)).orElseThrow()).isEqualTo(new Position(0, null));
    }

    @Test
    void notesBelongToWhatWaits() {
      RequestId first = f.ask(1);
      RequestId second = f.ask(2);
      assertThat(queue.inChat().waitingNote(first, new MessageId("sandbox:1"))).isTrue();
      f.pass(Duration.ofSeconds(1));
      assertThat(queue.inChat().waitingNote(second, new MessageId("sandbox:2"))).isTrue();
      assertThat(queue.inChat().waitingNotes(9))
          .extracting(InChat.WaitingNote::request, n -> n.note().value())
          .containsExactly(Tuple.tuple(first, "sandbox:1"), Tuple.tuple(second, "sandbox:2"));
      f.pass(Duration.ofSeconds(1));
      queue.inChat().waitingNote(first, new MessageId("sandbox:1"));
      assertThat(queue.inChat().waitingNotes(1))
          .extracting(InChat.WaitingNote::request)
          .containsExactly(second);
      Claimed claimed = queue.claim(ACCOUNT, 1).orElseThrow();
      assertThat(claimed.trace().note()).isEqualTo(new MessageId("sandbox:1"));
      assertThat(queue.inChat().waitingNote(first, new MessageId("sandbox:3"))).isFalse();
      queue.stop(second, new MemberId(2));
      assertThat(queue.inChat().waitingNotes(9)).isEmpty();
    }
  }
}
