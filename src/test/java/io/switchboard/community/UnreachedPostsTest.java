package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.act.thing.PostThing;
import io.switchboard.chat.message.Delivery;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.post.Standing;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Posts for a channel that could not be asked: tried again unless they may be there. */
class UnreachedPostsTest {
  private static final String FAR = "wharf:far";

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    private final Wharf wharf = new Wharf();
    private Community community;
    private ShareId share;

    @BeforeEach
    void openWithTheWharf() {
      CommunitySettings on = new CommunitySettings(true, List.of(FAR));
      community = square.community(on, wharf);
      share = square.live(square.alice, "q", "a").id();
    }

    private Standing.Out posted(boolean perhaps) {
      wharf.answers.put(FAR, () -> new Delivery.Failed("out of reach", perhaps));
      Posted.Shown shown = (Posted.Shown) post(community, share, square.alice);
      wharf.answers.clear();
      return shown.standing().out().getFirst();
    }

    @Test
    void whatCertainlyIsNotThereIsPostedLater() {
      Standing.Out out = posted(false);
      assertThat(out).isEqualTo(new Standing.Out(FAR, "no answer: out of reach", true));
      assertThat(out.kind()).isEqualTo(Standing.Out.Kind.SILENT);
      square.time.step(Duration.ofHours(1));
      assertThat(wharf.count(FAR, "q")).isOne();
      assertThat(community.copies().standing(share)).isEqualTo(new Standing(1, List.of()));
    }

    @Test
    void whatIsWantedBackWhileItIsTakenAwayComesBack() {
      assertThat(post(community, share, square.alice)).isEqualTo(shown());
      wharf.whileWithdrawing.set(() -> post(community, share, square.alice));
      assertThat(community.posting().withdraw(share, square.alice))
          .contains(new Standing(1, List.of()));
      assertThat(wharf.count(FAR, "q")).isEqualTo(2);
    }

    @Test
    void whatIsWantedBackDoesNotComeBackToAChannelThatWasClosedMeanwhile() {
      assertThat(post(community, share, square.alice)).isEqualTo(shown());
      wharf.whileWithdrawing.set(
          () -> {
            post(community, share, square.alice);
            closeFar();
          });
      assertThat(community.posting().withdraw(share, square.alice))
          .contains(new Standing(0, List.of()));
      assertThat(wharf.count(FAR, "q")).isOne();
    }

    @Test
    void whatCouldNotBePostedIsNotPostedInAChannelThatWasClosedSince() {
      posted(false);
      closeFar();
      square.time.step(Duration.ofHours(1));
      assertThat(wharf.shown).isEmpty();
      assertThat(community.copies().standing(share)).isEqualTo(new Standing(0, List.of()));
    }

    @Test
    void whatCouldNotBePostedWaitsWhileTheCommunityIsSwitchedOff() {
      posted(false);
      square.database.useTransaction(h -> Switches.sayOn(h, Optional.of(false)));
      square.time.step(Duration.ofHours(1));
      community.sweep();
      assertThat(wharf.shown).isEmpty();
      square.database.useTransaction(h -> Switches.sayOn(h, Optional.of(true)));
      community.sweep();
      assertThat(wharf.count(FAR, "q")).isOne();
    }

    @Test
    void whatIsBroughtBackWhileTheCommunityIsSwitchedOffIsPostedWhenItIsOn() {
      post(community, share, square.alice);
      community.reports().remove(share, square.ada, "");
      square.database.useTransaction(
          h -> {
            Switches.sayOn(h, Optional.of(false));
            assertThat(new PostThing(square.time).write(h, share.toString(), "open")).isTrue();
          });
      community.decidedAnew(share);
      await().until(() -> told("chloe").stream().anyMatch(t -> t.contains("took back")));
      assertThat(wharf.count(FAR, "q")).isOne();
      square.database.useTransaction(h -> Switches.sayOn(h, Optional.of(true)));
      community.sweep();
      assertThat(wharf.count(FAR, "q")).isEqualTo(2);
    }

    /** Takes the channel out of the community, in which there is another one. */
    private void closeFar() {
      square.database.useTransaction(
          h -> {
            Switches.sayChannel(h, "wharf:near", Optional.of(true));
            Switches.sayChannel(h, FAR, Optional.of(false));
          });
    }

    @Test
    void whatMayBeThereIsNotPostedASecondTime() {
      assertThat(posted(true)).isEqualTo(new Standing.Out(FAR, "no answer: out of reach", false));
      square.time.step(Duration.ofHours(1));
      community.sweep();
      assertThat(wharf.shown).isEmpty();
    }
  }
}
