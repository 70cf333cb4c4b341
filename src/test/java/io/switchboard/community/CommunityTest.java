package io.switchboard.community;

import static io.switchboard.community.Square.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.Standing;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommunityTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    @Test
    void aShareIsShownAsASnapshot() {
      Published.Live live = square.live(square.alice, "What is a *share*?", "A **frozen** copy.");
      Community community = square.community(CHANNEL);
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      assertThat(square.shown("community", "title")).containsExactly("What is a *share*?");
      assertThat(square.shown("community", "body_html").getFirst())
          .contains("<blockquote>", "<em>share</em>", "<strong>frozen</strong>")
          .doesNotContain("chloe");
      assertThat(square.shown("community", "buttons").getFirst())
          .contains("https://chat.example.org" + live.path(), "Open", "Continue", "Report");
      assertThat(square.posts().getFirst()).contains("Available until");
    }

    @Test
    void postingAgainMakesNoSecondPost() throws Exception {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(CHANNEL);
      List<Callable<Posted>> presses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        presses.add(() -> post(community, live.id(), square.alice));
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var posted : threads.invokeAll(presses)) {
          assertThat(posted.get()).isInstanceOf(Posted.Shown.class);
        }
      }
      assertThat(square.posts()).hasSize(1);
    }

    @Test
    void aLongAnswerGoesOnOnThePage() {
      Published.Live live =
          square.live(square.bob, "긴 질문 ".repeat(200), "Many words here. ".repeat(1000));
      post(square.community(CHANNEL), live.id(), square.bob);
      assertThat(square.posts().getFirst())
          .hasSizeBetween(1000, 2000)
          .contains("Many words here.", "이어서 읽기");
    }

    @Test
    void moreThanOneTurnGoesOnOnThePage() {
      Published.Live live = square.live(square.alice, "one", "first", "two", "second");
      post(square.community(CHANNEL), live.id(), square.alice);
      assertThat(square.posts().getFirst())
          .contains("one", "first", "Read on")
          .doesNotContain("second");
    }

    @Test
    void theChannelsLanguageGoesBeforeTheAuthors() {
      Published.Live live = square.live(square.bob, "one", "first", "two", "second");
      post(
          square.community(
              new CommunitySettings(
                  true, List.of(CHANNEL), false, List.of(), Map.of(CHANNEL, "zh-Hant"), "never")),
          live.id(),
          square.bob);
      assertThat(square.shown("community", "buttons").getFirst()).contains("檢舉");
    }

    @Test
    void whenTheShareEndsThePostSaysSo() {
      Published.Live live = square.live(square.alice, "q", "secret answer");
      post(square.community(CHANNEL), live.id(), square.alice);
      square.time.step(Duration.ofDays(7));
      assertThat(square.posts()).containsExactly("This shared answer has ended.");
      assertThat(square.shown("community", "title")).containsExactly("Ended");
      assertThat(square.shown("community", "buttons")).containsExactly("[]");
    }

    @Test
    void whenTheShareIsRevokedThePostSaysSo() {
      Published.Live live = square.live(square.bob, "q", "secret answer");
      post(square.community(CHANNEL), live.id(), square.bob);
      square.sharing.revoke(live.id(), square.bob);
      await().untilAsserted(() -> assertThat(square.posts()).containsExactly("이 공유는 종료되었어요."));
    }

    @Test
    void aNewRevisionAndANewTitleReachThePost() {
      Published.Live live = square.live(square.alice, "q", "a");
      post(square.community(CHANNEL), live.id(), square.alice);
      square.revise(live.id(), square.alice, "A better title");
      await()
          .untilAsserted(
              () ->
                  assertThat(square.shown("community", "title")).containsExactly("A better title"));
      square.sharing.own().rename(live.id(), square.alice, "The best title");
      await()
          .untilAsserted(
              () ->
                  assertThat(square.shown("community", "title")).containsExactly("The best title"));
    }

    @Test
    void ofManyTitlesTheLastOneStands() {
      Published.Live live = square.live(square.alice, "q", "a");
      post(square.community(CHANNEL), live.id(), square.alice);
      for (int round = 1; round <= 3; round++) {
        for (int i = 1; i <= 5; i++) {
          square.sharing.own().rename(live.id(), square.alice, round + " " + i);
        }
        String last = round + " 5";
        await()
            .untilAsserted(
                () -> assertThat(square.shown("community", "title")).containsExactly(last));
      }
    }

    @Test
    void whatIsNotOpenToAllIsWithdrawn() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(CHANNEL);
      post(community, live.id(), square.alice);
      square.sharing.own().show(live.id(), square.alice, Visibility.MEMBERS);
      await().untilAsserted(() -> assertThat(square.posts()).isEmpty());
      square.sharing.own().show(live.id(), square.alice, Visibility.PUBLIC);
      assertThat(community.reading().all()).isEmpty();
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      assertThat(community.reading().all()).hasSize(1);
    }

    @Test
    void aPostCanBeWithdrawnAndPostedAgain() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(CHANNEL);
      post(community, live.id(), square.alice);
      assertThat(community.posting().withdraw(live.id(), square.bob)).isEmpty();
      assertThat(community.posting().withdraw(live.id(), square.alice))
          .contains(new Standing(0, List.of()));
      assertThat(square.posts()).isEmpty();
      assertThat(community.posting().withdraw(live.id(), square.alice)).isEmpty();
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      assertThat(square.posts()).hasSize(1);
    }

    /** Everybody was kept out of its channel for days, and is let in again. */
    private void givenUp(ShareId share) {
      square.database.useTransaction(
          h ->
              h.execute(
                  "update community_post set state = 'LOST', trouble = 'kept out', failures = 9"
                      + " where share_id = ?",
                  share.value()));
    }

    @Test
    void whatWasGivenUpIsTriedOnceMoreWhenItsAuthorWantsSomethingOfIt() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(CHANNEL);
      post(community, live.id(), square.alice);
      givenUp(live.id());
      assertThat(post(community, live.id(), square.alice)).isEqualTo(shown());
      assertThat(square.posts()).hasSize(1);
      givenUp(live.id());
      assertThat(community.posting().withdraw(live.id(), square.alice))
          .contains(new Standing(0, List.of()));
      assertThat(square.posts()).isEmpty();
    }

    @Test
    void whatACrashLeftIsDone() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(CHANNEL);
      post(community, live.id(), square.alice);
      square.database.useTransaction(
          h ->
              assertThat(
                      ItemTable.move(
                          h,
                          live.id(),
                          List.of(State.OPEN),
                          State.WITHDRAWN,
                          square.time.instant()))
                  .isTrue());
      community.sweep();
      assertThat(square.posts()).isEmpty();
    }

    @Test
    void onlyTheOwnersLiveSharesArePosted() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community = square.community(CHANNEL);
      assertThat(post(community, live.id(), square.bob)).isEqualTo(new Posted.NotFound());
      square.sharing.revoke(live.id(), square.alice);
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.NotFound());
      assertThat(square.posts()).isEmpty();
    }

    @Test
    void channelsThatCannotShowItAreNamed() {
      Published.Live live = square.live(square.alice, "q", "a");
      Posted posted = post(square.community("discord-forum:5", CHANNEL), live.id(), square.alice);
      assertThat(posted)
          .isEqualTo(
              new Posted.Shown(
                  new Standing(
                      1,
                      List.of(
                          new Standing.Out(
                              "discord-forum:5", "its platform is switched off", true)))));
    }

    private void switchOn(boolean on) {
      square.database.useTransaction(h -> Switches.sayOn(h, Optional.of(on)));
    }

    private void open(String channel, boolean open) {
      square.database.useTransaction(h -> Switches.sayChannel(h, channel, Optional.of(open)));
    }

    @Test
    void adminsSwitchItForAllAndSayWhere() {
      Published.Live live = square.live(square.alice, "q", "a");
      Community community =
          square.community(
              new CommunitySettings(false, List.of(CHANNEL), false, List.of(), Map.of(), "never"));
      assertThat(community.enabled()).isFalse();
      assertThat(post(community, live.id(), square.alice)).isEqualTo(new Posted.SwitchedOff());
      switchOn(true);
      assertThat(square.community(CHANNEL).enabled()).isTrue();
      switchOn(false);
      assertThat(square.community(CHANNEL).enabled()).isFalse();
      switchOn(true);
      assertThat(square.community().enabled()).isFalse();
      open(CHANNEL, false);
      assertThat(community.enabled()).isFalse();
      open("discord-forum:7", true);
      open(CHANNEL, true);
      assertThat(community.switches().channels())
          .containsExactlyInAnyOrder(CHANNEL, "discord-forum:7");
    }

    @Test
    void authorsChooseTagsAndFittingOnesAreFound() {
      Community community =
          square.community(
              new CommunitySettings(
                  true,
                  List.of(CHANNEL),
                  false,
                  List.of("cooking", "go", "질문", "a", "b", "c", "d", "e"),
                  Map.of(),
                  "never"));
      Published.Live chosen = square.live(square.alice, "Tell me", "a");
      assertThat(post(community, chosen.id(), square.alice)).isInstanceOf(Posted.Choose.class);
      assertThat(square.posts()).isEmpty();
      for (int tag : new int[] {0, 1, 2, 1, 3, 4, 5, 6}) {
        community.posting().tag(chosen.id(), square.alice, tag);
      }
      assertThat(community.posting().tag(chosen.id(), square.bob, 0))
          .isEqualTo(new Posted.NotFound());
      assertThat(community.posting().goOn(chosen.id(), square.alice)).isEqualTo(shown());
      assertThat(square.posts().getLast())
          .contains("cooking · 질문 · a · b · c")
          .doesNotContain("· d");

      Published.Live found = square.live(square.alice, "질문: is cooking a good algorithm?", "Yes.");
      post(community, found.id(), square.alice);
      assertThat(community.posting().goOn(found.id(), square.alice)).isEqualTo(shown());
      assertThat(community.reading().find(found.id()).orElseThrow().tags())
          .containsExactly("cooking", "질문", "a");
    }
  }
}
