package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.switchboard.act.thing.PostThing;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.LostPosts;
import io.switchboard.chat.post.Post;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.post.Standing;
import io.switchboard.db.FreshDatabase;
import io.switchboard.markup.Document;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A wharf on which it can be looked what is there. */
    private static final class Watched extends Wharf implements LostPosts {
      @Override
      public Delivery posted(String channel, Post post, String nonce) {
        return count(channel, post.title()) == 0
            ? new Delivery.Gone("not there")
            : new Delivery.Delivered(new MessageId(channel + "/1"));
      }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereItCanBeLookedForItIsThereOnce(boolean arrived) {
      Wharf watched = new Watched();
      community = square.community(new CommunitySettings(true, List.of(FAR)), watched);
      watched.answers.put(
          FAR,
          () -> {
            if (arrived) {
              watched.take(FAR, new Post("q", Reply.of(Document.plain("q")), List.of()));
            }
            return new Delivery.Failed("no answer", true);
          });
      Posted.Shown shown = (Posted.Shown) post(community, share, square.alice);
      assertThat(shown.standing().out().getFirst().again()).isTrue();
      watched.answers.clear();
      square.time.step(Duration.ofHours(1));
      community.sweep();
      assertThat(watched.count(FAR, "q")).isOne();
      assertThat(community.copies().standing(share)).isEqualTo(new Standing(1, List.of()));
    }

    /** The process dies with the second channel's post, and before the third is begun. */
    @Test
    void whatWasNotBegunIsPostedAfterAKillBetweenTwoChannels() {
      CommunitySettings three =
          new CommunitySettings(true, List.of(FAR, "wharf:mid", "wharf:near"));
      community = square.community(three, wharf);
      wharf.answers.put(
          "wharf:mid",
          () -> {
            throw Cases.<RuntimeException>killed();
          });
      assertThatThrownBy(() -> post(community, share, square.alice)).isInstanceOf(Killed.class);
      wharf.answers.clear();
      square.time.step(Duration.ofHours(1));
      community.sweep();
      assertThat(wharf.count(FAR, "q")).isOne();
      assertThat(wharf.count("wharf:near", "q")).isOne();
      // This one was begun, and nobody can look whether it is there.
      assertThat(wharf.count("wharf:mid", "q")).isZero();
    }

    /** What ends all that is under way: nobody in the program catches it. */
    private static final class Killed extends Throwable {}

    /** Java lets it through only if it takes it for another. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T killed() throws T {
      throw (T) new Killed();
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
