package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.make.GrowShares;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Links of answers that are still being written. */
class GrowingTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends SharingTest {
    private Turn turn;

    private GrowShares.Page begin(Expiry expiry) {
      ConversationId conversation = conversations.startNew(alice, HERE);
      turn =
          conversations.begin(
              ++number, new Question(conversation, null, null, "By sandbox:alice1?", List.of()));
      return sharing.grow(alice, turn, true, expiry).orElseThrow();
    }

    private static SharedCopy shown(Sharing process, GrowShares.Page page) {
      return ((Opened.Page) process.opening().open(token(page.path()), Reader.ANYBODY)).copy();
    }

    private boolean gone(GrowShares.Page page) {
      return sharing.opening().open(token(page.path()), Reader.ANYBODY) instanceof Opened.Nothing;
    }

    @Test
    void anotherProcessShowsWhatOneWritesAndInTheEndItIsFrozen() {
      GrowShares.Page page = begin(new Expiry.After(Duration.ofHours(2)));
      try (Sharing another = sharing(SETTINGS)) {
        assertThat(shown(another, page).turns().getFirst().answer()).isEmpty();
        sharing.growing().write(turn.id(), alice, "<think>secret</think>So **far**");
        SharedCopy growing = shown(another, page);
        assertThat(growing.sight().grows()).isTrue();
        assertThat(growing.turns().getFirst().answer()).isEqualTo("So **far**");
        assertThat(growing.turns().getFirst().question()).doesNotContain("alice");
        assertThat(another.opening().grown(page.share(), growing.sight().version())).isPresent();

        conversations.answered(turn.id(), "So **far**. Done.", true);
        assertThat(sharing.growing().finish(turn.id(), alice)).isPresent();
        SharedCopy whole = shown(another, page);
        assertThat(whole.sight().grows()).isFalse();
        assertThat(whole.turns().getFirst().answer()).isEqualTo("So **far**. Done.");
        assertThat(another.opening().grown(page.share(), growing.sight().version())).isEmpty();
        assertThat(another.opening().grown(page.share(), whole.sight().version())).isEmpty();
      }
      time.step(Duration.ofHours(2));
      assertThat(gone(page)).isTrue();
    }

    @Test
    void anotherAttemptGoesOnWithTheSamePage() {
      GrowShares.Page page = begin(new Expiry.Default());
      assertThat(sharing.grow(alice, turn, true, new Expiry.Default())).contains(page);
      assertThat(sharing.grow(bob, turn, true, new Expiry.Default())).isEmpty();
    }

    @Test
    void withoutAnyTextThereIsNoPage() {
      GrowShares.Page page = begin(new Expiry.Default());
      assertThat(sharing.growing().finish(turn.id(), alice)).isEmpty();
      assertThat(gone(page)).isTrue();
      assertThat(sharing.growing().of(turn.id())).isEmpty();
    }

    @Test
    void endedByItsOwnerItStaysEnded() {
      GrowShares.Page page = begin(new Expiry.Default());
      assertThat(sharing.revoke(page.share(), bob)).isFalse();
      assertThat(sharing.revoke(page.share(), alice)).isTrue();
      conversations.answered(turn.id(), "Done.", true);
      assertThat(sharing.growing().finish(turn.id(), alice)).isEmpty();
      assertThat(sharing.grow(alice, turn, true, new Expiry.Default())).isEmpty();
      assertThat(gone(page)).isTrue();
    }

    @Test
    void deletedWithItsConversationNothingOfItIsLeft() {
      GrowShares.Page page = begin(new Expiry.Default());
      sharing.growing().write(turn.id(), alice, "So far");
      ConversationId in = conversations.conversationOf(turn.id(), alice).orElseThrow();
      assertThat(conversations.delete(in, alice)).isTrue();
      assertThat(gone(page)).isTrue();
      assertThat(
              database.<Integer>read(
                  h ->
                      h.createQuery("select count(*) from answer_page where turn_id = :id")
                          .bind("id", turn.id().value())
                          .mapTo(Integer.class)
                          .one()))
          .isZero();
    }

    @Test
    void whatNobodyAskedForDoesNotCountAsALink() {
      begin(new Expiry.Default());
      begin(new Expiry.Default());
      assertThat(sharing.publish(draft().id(), alice, OptionalInt.of(1)))
          .isInstanceOf(Published.Live.class);
      assertThat(sharing.publish(draft().id(), alice, OptionalInt.of(1)))
          .isInstanceOf(Published.TooMany.class);
    }
  }
}
