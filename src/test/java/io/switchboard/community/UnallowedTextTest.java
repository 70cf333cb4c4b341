package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.PlaceId;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.gallery.Found;
import io.switchboard.community.gallery.Wanted;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.make.GrowShares;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where the staff looks first, nobody reads in the community what they have not allowed. */
class UnallowedTextTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    private Community community;

    private Published.Live allowed() {
      Published.Live live = square.live(square.alice, "q", "harmless");
      community = square.community(withApproval());
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.Waiting());
      allow(live.id());
      assertThat(found("harmless")).containsExactly("q");
      return live;
    }

    private void allow(ShareId share) {
      community.approvals().decide(share, Optional.empty(), square.ada, true, "");
    }

    /** What the gallery finds; whoever looks looks anew. */
    private List<String> found(String words) {
      square.time.step(Duration.ofSeconds(6));
      community.gallery().sweep();
      return community
          .gallery()
          .find(new Wanted(words, "", Wanted.Order.NEW, 0), 9)
          .orElseThrow()
          .entries()
          .stream()
          .map(Found.Entry::title)
          .toList();
    }

    private void nothingIsSeen(ShareId share, String... words) {
      assertThat(found("")).isEmpty();
      assertThat(List.of(words)).allSatisfy(word -> assertThat(found(word)).isEmpty());
      assertThat(community.reading().all()).isEmpty();
      assertThat(community.reading().find(share)).isEmpty();
      assertThat(community.gallery().tags()).isEmpty();
    }

    @Test
    void aNewTitleIsNotInTheGallery() {
      ShareId share = allowed().id();
      square.deaf().own().rename(share, square.alice, "Spam");
      nothingIsSeen(share, "harmless", "spam");
      community.sweep();
      assertThat(community.item(share).orElseThrow().state()).isEqualTo(State.WAITING);
      nothingIsSeen(share, "harmless", "spam");
      allow(share);
      assertThat(found("spam")).containsExactly("Spam");
    }

    @Test
    void aNewTextIsNotInTheGalleryNorLookedUp() {
      ShareId share = allowed().id();
      revise(share, "spam");
      nothingIsSeen(share, "harmless", "spam");
      community.sweep();
      allow(share);
      assertThat(found("spam")).containsExactly("q");
    }

    private void revise(ShareId share, String answer) {
      square.database.useTransaction(
          h -> h.execute("update turn set answer = ? where question = 'q'", answer));
      Square.revise(square.deaf(), share, square.alice, "");
    }

    @Test
    void aNameIsLookedAtToo() {
      ShareId share = allowed().id();
      square.deaf().own().sign(share, square.alice, true);
      nothingIsSeen(share, "harmless");
      community.sweep();
      await().untilAsserted(() -> assertThat(cards().getFirst()).contains("chloe"));
      allow(share);
      assertThat(found("harmless")).containsExactly("q");
    }

    @Test
    void whatIsAsItWasAllowedIsShown() {
      ShareId share = allowed().id();
      Sharing deaf = square.deaf();
      deaf.own().rename(share, square.alice, "Spam");
      deaf.own().rename(share, square.alice, "q");
      assertThat(deaf.extend(share, square.alice, new Expiry.Default())).isNotNull();
      assertThat(found("harmless")).containsExactly("q");
    }

    @Test
    void whatIsShownWhenTheStaffBeginsToLookStaysUntilItChanges() {
      Published.Live live = square.live(square.alice, "q", "harmless");
      community = square.community(Square.CHANNEL);
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      square.database.useTransaction(h -> Switches.sayApproval(h, Optional.of(true)));
      community.sweep();
      assertThat(found("harmless")).containsExactly("q");
      square.deaf().own().rename(live.id(), square.alice, "Spam");
      nothingIsSeen(live.id(), "harmless", "spam");
      assertThat(square.shown("community", "title")).containsExactly("q");
    }

    @Test
    void nobodyIsSaidToHaveChangedWhatTheyDidNot() {
      Published.Live live = square.live(square.alice, "q", "harmless");
      community = square.community(Square.CHANNEL);
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      square.database.useTransaction(
          h -> {
            h.execute("update community_post set state = 'LOST'");
            Switches.sayApproval(h, Optional.of(true));
          });
      community.sweep();
      await().until(() -> !told("chloe").isEmpty());
      assertThat(told("chloe"))
          .singleElement()
          .asString()
          .startsWith("“q”, as it is now, waits for the staff’s approval");
    }

    @Test
    void whatChangedAsItWasPostedIsAskedAbout() {
      ShareId share = square.live(square.alice, "q", "harmless").id();
      community = square.community(withApproval());
      square.database.useTransaction(
          h -> ItemTable.insert(h, share, square.alice, State.OPEN, square.time.instant()));
      community.sweep();
      assertThat(community.item(share).orElseThrow().state()).isEqualTo(State.WAITING);
      await().untilAsserted(() -> assertThat(cards()).hasSize(1));
      assertThat(square.posts()).isEmpty();
    }

    @Test
    void whatIsStillBeingWrittenIsNotPosted() {
      community = square.community(withApproval());
      ConversationId talk =
          square.conversations.startNew(square.alice, new PlaceId("sandbox:private/chloe"));
      Turn turn =
          square.conversations.begin(99, new Question(talk, null, null, "A poem?", List.of()));
      GrowShares.Page page =
          square.sharing.grow(square.alice, turn, true, new Expiry.Default()).orElseThrow();
      square.sharing.growing().write(turn.id(), square.alice, "Harmless so far");
      assertThat(post(community, page.share(), square.alice)).isEqualTo(new Posted.Growing());
      assertThat(community.item(page.share())).isEmpty();
      square.conversations.answered(turn.id(), "Harmless so far. Spam.", true);
      assertThat(square.sharing.growing().finish(turn.id(), square.alice)).isPresent();
      assertThat(post(community, page.share(), square.alice)).isEqualTo(new Posted.Waiting());
    }

    @Test
    void whoeverReportsReadsNoTitleThatNobodyAllowed() {
      ShareId share = allowed().id();
      assertThat(community.reports().title(share)).contains("q");
      square.deaf().own().rename(share, square.alice, "Spam");
      assertThat(community.reports().title(share)).contains("…");
    }
  }
}
