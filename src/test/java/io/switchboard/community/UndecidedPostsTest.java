package io.switchboard.community;

import static io.switchboard.community.Square.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.post.Standing;
import io.switchboard.community.report.Answered;
import io.switchboard.community.report.Reported;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Published;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What waits for the staff when what it is about goes or changes. */
class UndecidedPostsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    private void decidable(boolean still) {
      await()
          .untilAsserted(
              () -> {
                assertThat(cardButtons()).isNotEmpty();
                assertThat(cardButtons())
                    .allSatisfy(
                        buttons ->
                            assertThat(buttons.contains("Approve") || buttons.contains("Keep"))
                                .isEqualTo(still));
              });
    }

    private Community reported(Published.Live live) {
      Community community = square.community(CHANNEL);
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      assertThat(community.reports().report(live.id(), square.bob, "spam"))
          .isInstanceOf(Reported.Noted.class);
      decidable(true);
      return community;
    }

    /** It was approved, has changed, waits once more, and what is shown still is reported. */
    private Community reportedWhileItWaits(Published.Live live) {
      Community community = square.community(withApproval());
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.Waiting());
      community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      square.sharing.own().rename(live.id(), square.alice, "Another title");
      await().until(() -> community.item(live.id()).orElseThrow().state(), State.WAITING::equals);
      assertThat(community.reports().report(live.id(), square.bob, "spam"))
          .isInstanceOf(Reported.Noted.class);
      await().until(() -> cards().size() == 2);
      decidable(true);
      return community;
    }

    @Test
    void whatWaitsAndIsTakenBackIsNotToBeDecided() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      post(community, live.id(), square.alice);
      decidable(true);
      assertThat(community.posting().withdraw(live.id(), square.alice)).isPresent();
      decidable(false);
      assertThat(cards().getFirst()).contains("The author took it back");
    }

    @Test
    void whatIsReportedAndTakenBackIsNotToBeDecidedAndWhoeverReportedItHears() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = reported(live);
      assertThat(community.posting().withdraw(live.id(), square.alice)).isPresent();
      decidable(false);
      assertThat(cards().getFirst()).contains("The post is gone");
      assertThat(community.reports().open(9)).isEmpty();
      await().untilAsserted(() -> assertThat(told("minjun")).anyMatch(t -> t.contains("“q”")));
    }

    @Test
    void whatIsReportedAndEndsIsNotToBeDecided() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = reported(live);
      square.sharing.revoke(live.id(), square.alice);
      decidable(false);
      assertThat(community.reports().open(9)).isEmpty();
    }

    @Test
    void whatWaitsOnceMoreAndEndsIsNotToBeDecidedInAnyWay() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = reportedWhileItWaits(live);
      square.sharing.revoke(live.id(), square.alice);
      decidable(false);
      assertThat(community.reports().open(9)).isEmpty();
    }

    @Test
    void whatIsTakenAwayForItsReportsIsNotToBeApproved() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = reportedWhileItWaits(live);
      assertThat(community.reports().answer(live.id(), 1, square.ada, false))
          .isInstanceOf(Answered.Removed.class);
      decidable(false);
      assertThat(square.posts()).isEmpty();
    }

    @Test
    void whatIsDeclinedOnceMoreHasNoReportsLeft() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = reportedWhileItWaits(live);
      community.approvals().decide(live.id(), Optional.empty(), square.ada, false, "");
      decidable(false);
      assertThat(community.reports().open(9)).isEmpty();
    }

    @Test
    void whatNeverCameThroughIsNotSaidToBeThere() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community("discord-forum:5", CHANNEL);
      post(community, live.id(), square.alice);
      assertThat(community.posting().withdraw(live.id(), square.alice))
          .contains(new Standing(0, List.of()));
    }
  }
}
