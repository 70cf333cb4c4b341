package io.switchboard.community;

import static io.switchboard.community.Square.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.kept.ReportTable;
import io.switchboard.community.post.Mark;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a kill leaves between a decision and what follows from it is done by the sweep, once. */
class KilledPostsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    private ShareId wanted(State state) {
      ShareId share = square.live(square.alice, "q", "a").id();
      square.database.useTransaction(
          h -> ItemTable.insert(h, share, square.alice, state, square.time.instant()));
      return share;
    }

    private void oneCard(String text) {
      await().untilAsserted(() -> assertThat(cards()).hasSize(1));
      assertThat(cards().getFirst()).contains(text);
    }

    @Test
    void whatWaitsIsAskedAbout() {
      Community community = square.community(withApproval());
      ShareId share = wanted(State.WAITING);
      community.sweep();
      oneCard("waits for approval");
      square.time.stepWithoutRinging(Duration.ofHours(1));
      community.sweep();
      assertThat(wishes("wanted")).containsExactly(1);
      // It was declined, and somebody who died then had it wait once more.
      square.database.useTransaction(
          h ->
              ItemTable.move(
                  h, share, List.of(State.WAITING), State.DECLINED, square.time.instant()));
      community.approvals().refresh(share);
      await().untilAsserted(() -> assertThat(cards().getFirst()).doesNotContain("waits"));
      await().until(() -> wishes("wanted").equals(wishes("shown")));
      square.time.stepWithoutRinging(Duration.ofHours(1));
      square.database.useTransaction(
          h ->
              ItemTable.move(
                  h, share, List.of(State.DECLINED), State.WAITING, square.time.instant()));
      square.time.stepWithoutRinging(Duration.ofHours(1));
      community.sweep();
      await().untilAsserted(() -> assertThat(cards().getFirst()).contains("waits for approval"));
    }

    /** How often each card was wanted, or the last of its wishes that is shown. */
    private List<Integer> wishes(String column) {
      return square.database.read(
          h -> h.createQuery("select " + column + " from staff_card").mapTo(Integer.class).list());
    }

    @Test
    void whatWasReportedIsAskedAbout() {
      Community community = square.community(CHANNEL);
      ShareId share = square.live(square.alice, "q", "a").id();
      assertThat(post(community, share, square.alice)).isEqualTo(shown());
      square.database.useTransaction(
          h -> {
            ReportTable.begin(h, share, 1, square.time.instant());
            ReportTable.add(h, share, square.bob, 1, "spam", square.time.instant());
          });
      community.sweep();
      oneCard("was reported by one member");
      square.time.stepWithoutRinging(Duration.ofHours(1));
      community.sweep();
      assertThat(wishes("wanted")).containsExactly(1);
    }

    @Test
    void whatWasApprovedIsPosted() {
      Community community = square.community(withApproval());
      ShareId share = wanted(State.OPEN);
      String mark = Mark.of(square.sharing.looking().summary(share, square.alice).orElseThrow());
      square.database.useTransaction(h -> ItemTable.allow(h, share, mark));
      community.sweep();
      community.sweep();
      assertThat(square.posts()).hasSize(1);
    }
  }
}
