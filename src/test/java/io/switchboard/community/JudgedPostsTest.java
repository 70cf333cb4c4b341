package io.switchboard.community;

import static io.switchboard.community.Square.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.community.approve.Decided;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.Mark;
import io.switchboard.community.report.Reported;
import io.switchboard.community.report.Reports;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the staff decides: what is posted, and what becomes of what is reported. */
class JudgedPostsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    private String mark(ShareId share) {
      return Mark.sight(square.sharing.looking().summary(share, square.alice).orElseThrow());
    }

    @Test
    void oneOfTheStaffDecidesAboutWhatTheyLookedAt() throws Exception {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.Waiting());
      String before = mark(live.id());
      square.sharing.own().rename(live.id(), square.alice, "Something else");
      assertThat(community.approvals().decide(live.id(), Optional.of(before), square.ada, true, ""))
          .isEqualTo(new Decided.Changed());
      assertThat(square.posts()).isEmpty();
      List<Callable<Decided>> presses = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        boolean yes = i % 2 == 0;
        presses.add(
            () ->
                community
                    .approvals()
                    .decide(live.id(), Optional.of(mark(live.id())), square.ada, yes, ""));
      }
      int done = 0;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var decided : threads.invokeAll(presses)) {
          done += decided.get() instanceof Decided.Done ? 1 : 0;
        }
      }
      assertThat(done).isEqualTo(1);
    }

    @Test
    void whatWasAllowedIsLookedAtAgainWhenItChanges() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      post(community, live.id(), square.alice);
      community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      assertThat(community.reading().all()).hasSize(1);
      square.sharing.own().rename(live.id(), square.alice, "Spam");
      await().untilAsserted(() -> assertThat(community.reading().all()).isEmpty());
      assertThat(square.shown("community", "title")).containsExactly("q");
      community.approvals().decide(live.id(), Optional.empty(), square.ada, false, "no");
      assertThat(square.posts()).isEmpty();
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.Declined("no"));
    }

    @Test
    void whatChangedWhileNobodyHeardOfItIsLookedAtFirst() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      post(community, live.id(), square.alice);
      community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      square.deaf().own().rename(live.id(), square.alice, "Spam");
      community.copies().look(live.id(), true);
      assertThat(square.shown("community", "title")).containsExactly("q");
      community.sweep();
      assertThat(community.reading().all()).isEmpty();
      assertThat(square.shown("community", "title")).containsExactly("q");
      community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      assertThat(square.shown("community", "title")).containsExactly("Spam");
    }

    @Test
    void whatChangesWhileItIsApprovedIsNotSaidToBePosted() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      post(community, live.id(), square.alice);
      await().until(() -> cards().size() == 1);
      square.meanwhile.set(() -> square.deaf().own().rename(live.id(), square.alice, "Spam"));
      Decided decided =
          community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      assertThat(decided).isInstanceOf(Decided.Done.class);
      assertThat(((Decided.Done) decided).now().state()).isEqualTo(State.WAITING);
      assertThat(square.posts()).isEmpty();
      assertThat(community.item(live.id()).orElseThrow().state()).isEqualTo(State.WAITING);
      await().until(() -> cards().getFirst().contains("Spam"));
      await().until(() -> told("chloe").size() == 2);
      assertThat(told("chloe").getFirst()).contains("approved “q”").doesNotContain("being posted");
      assertThat(told("chloe").getLast()).contains("“Spam”, as it is now, waits");
    }

    @Test
    void whatChangesWhileItIsPostedOnceMoreWaitsForTheStaff() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      post(community, live.id(), square.alice);
      community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      community.posting().withdraw(live.id(), square.alice);
      Runnable rename = () -> square.deaf().own().rename(live.id(), square.alice, "Spam");
      square.meanwhile.set(() -> square.meanwhile.set(rename));
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.Waiting());
      assertThat(square.posts()).isEmpty();
      assertThat(community.item(live.id()).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    @Test
    void whoAllowedAPostStaysWrittenWhenItsAuthorTakesItBack() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(withApproval());
      post(community, live.id(), square.alice);
      await().until(() -> cards().size() == 1);
      community.approvals().decide(live.id(), Optional.empty(), square.ada, true, "");
      String allowed = "“q” was approved by ada.";
      await().until(() -> cards().getFirst().contains(allowed));
      square.sharing.own().show(live.id(), square.alice, Visibility.MEMBERS);
      await().until(() -> square.posts().isEmpty());
      await()
          .during(Duration.ofMillis(300))
          .untilAsserted(() -> assertThat(cards().getFirst()).contains(allowed));
    }

    @Test
    void nobodyReportsWithoutEnd() {
      Community community = square.community(CHANNEL);
      for (int i = 0; i < Reports.A_DAY + 1; i++) {
        Published.Live live = square.live(square.alice, "q" + i, "a");
        square.database.useTransaction(
            h -> {
              ItemTable.insert(h, live.id(), square.alice, State.OPEN, square.time.instant());
              ItemTable.posted(h, live.id(), square.time.instant());
            });
        Reported reported = community.reports().report(live.id(), square.bob, "spam");
        assertThat(reported)
            .isInstanceOf(i < Reports.A_DAY ? Reported.Noted.class : Reported.TooMany.class);
      }
    }
  }
}
