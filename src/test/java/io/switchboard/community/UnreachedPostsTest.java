package io.switchboard.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.message.Delivery;
import io.switchboard.community.post.Standing;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.util.List;
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
    void whatMayBeThereIsNotPostedASecondTime() {
      assertThat(posted(true)).isEqualTo(new Standing.Out(FAR, "no answer: out of reach", false));
      square.time.step(Duration.ofHours(1));
      community.sweep();
      assertThat(wharf.shown).isEmpty();
    }
  }
}
