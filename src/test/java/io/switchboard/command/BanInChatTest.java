package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.post.Reach;
import io.switchboard.share.look.LookAtAll;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /member ban}, and what others still see of whoever is banned. */
class BanInChatTest {
  private final Town town = new Town(Town.generous());

  @BeforeEach
  void aliceHasTwoLinksAndAPost() {
    by(town.admin, "community on");
    by(town.bob, "status");
    share("About pears", "Share");
    share("About plums", "Share, and post in the community");
    await().untilAsserted(() -> assertThat(posts()).isEqualTo(1));
  }

  @AfterEach
  void close() {
    town.close();
  }

  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  private void share(String question, String how) {
    town.exchange(town.alice, question, "ANSWER");
    town.command(town.alice, "share");
    town.press(town.alice, how);
  }

  private int links() {
    return town.sharing.overseeing().page(LookAtAll.Filter.LIVE, Long.MAX_VALUE, 10).size();
  }

  private int posts() {
    return town.platform.in(UndoPlacesInChatTest.SQUARE).size();
  }

  private List<String> done() {
    return town.audit.recent(3).stream().map(AuditEntry::what).toList();
  }

  @Test
  void itIsToldAndNothingEndsByItself() {
    assertThat(by(town.admin, "member ban @alice"))
        .contains("alice is banned", "2 live links, one of them posted in the community")
        .contains("/member ban @alice posts", "/member ban @alice links");
    assertThat(town.last(town.admin).labels())
        .containsExactly("Withdraw the post", "End all 2 links");
    assertThat(links()).isEqualTo(2);
    assertThat(posts()).isEqualTo(1);
    assertThat(by(town.admin, "member ban @bob"))
        .isEqualTo("bob is banned. /member unban @bob takes it back.");
  }

  @Test
  void postsAreWithdrawnAndBroughtBack() {
    assertThat(by(town.admin, "member ban @alice posts"))
        .contains("One post of alice is withdrawn");
    awaitNoPost();
    assertThat(links()).isEqualTo(2);
    assertThat(done()).startsWith("community withdraw", "member ban");
    assertThat(by(town.admin, "undo")).contains("removed → open");
    await().untilAsserted(() -> assertThat(posts()).isEqualTo(1));
    by(town.admin, "member ban @alice posts");
    assertThat(by(town.admin, "member ban @alice posts"))
        .contains("no post that could be withdrawn");
  }

  /** A thousand of them take a platform many minutes. */
  @Test
  void whileTheChannelsFollowTheChatGoesOnAndAllIsWrittenDown() {
    share("About quinces", "Share, and post in the community");
    await().untilAsserted(() -> assertThat(posts()).isEqualTo(2));
    CountDownLatch slow = new CountDownLatch(1);
    town.platform.whenWithdrawn(
        message -> {
          awaitOpen(slow);
          return Optional.of(new Reach.Barred("no rights"));
        });
    try {
      by(town.admin, "member ban @alice posts");
      await()
          .untilAsserted(
              () ->
                  assertThat(town.last(town.admin).text())
                      .contains("2 posts of alice are withdrawn", "one after another"));
      assertThat(done()).containsExactly("community withdraw", "community withdraw", "member ban");
      assertThat(posts()).isEqualTo(2);
      assertThat(by(town.admin, "member show @alice")).contains("Banned");
    } finally {
      slow.countDown();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(town.last(town.admin).text())
                    .contains("“About pl", "“About qui", "the app does not let me"));
  }

  private static void awaitOpen(CountDownLatch slow) {
    try {
      slow.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitNoPost() {
    await().untilAsserted(() -> assertThat(posts()).isZero());
  }

  @Test
  void linksEndForGoodAndPostsWithThem() {
    assertThat(by(town.admin, "member ban @alice LINKS")).contains("2 links of alice have ended");
    assertThat(links()).isZero();
    assertThat(done()).startsWith("share revoke", "member ban");
    assertThat(town.audit.recent(1).getFirst().detail()).matches("#\\d+ #\\d+");
    assertThat(by(town.admin, "member ban @alice links")).contains("alice has no live link");
    await()
        .untilAsserted(
            () ->
                assertThat(town.chat(town.alice).stream().map(MemoryPlatform.Shown::text))
                    .anyMatch(t -> t.contains("ended your 2 links")));
  }

  @Test
  void whatABanCannotEndIsSaidAndNobodyIsBanned() {
    assertThat(by(town.admin, "member ban @alice everything"))
        .contains("“everything”", "/member ban @alice posts");
    assertThat(done()).doesNotContain("member ban");
  }

  @Test
  void aModeratorTakesPostsAwayAndEndsNoLink() {
    by(town.admin, "member role @bob moderator");
    assertThat(by(town.bob, "member ban @alice"))
        .contains("Only admins can end links")
        .doesNotContain("ban @alice links");
    assertThat(town.last(town.bob).labels()).containsExactly("Withdraw the post");
    town.press(town.bob, "Withdraw the post");
    awaitNoPost();
    assertThat(by(town.bob, "member ban @alice links")).contains("Only admins may do that");
    assertThat(links()).isEqualTo(2);
  }

  @Test
  void nobodyEndsWhatBelongsToThoseBesideThem() {
    by(town.admin, "member role @alice admin");
    by(town.admin, "member role @bob admin");
    long alice = town.members.recognize(town.alice).id().value();
    press(new OversightAction.EndLinks(alice, true));
    press(new OversightAction.TakePosts(alice));
    assertThat(links()).isEqualTo(2);
    assertThat(posts()).isEqualTo(1);
    assertThat(town.audit.recent(2)).allMatch(entry -> entry.trace().refused());
  }

  @Test
  void anOldButtonEndsNothingOfWhoeverWasLetInAgain() {
    by(town.admin, "member ban @alice");
    by(town.admin, "member unban @alice");
    long alice = town.members.recognize(town.alice).id().value();
    for (OversightAction old :
        List.of(
            new OversightAction.TakePosts(alice),
            new OversightAction.EndLinks(alice, false),
            new OversightAction.EndLinks(alice, true))) {
      press(town.admin, old);
      assertThat(town.last(town.admin).text())
          .contains("alice is not banned any more", "/member ban memory:alice posts");
    }
    assertThat(links()).isEqualTo(2);
    assertThat(posts()).isEqualTo(1);
  }

  private void press(OversightAction action) {
    press(town.bob, action);
    assertThat(town.last(town.bob).text()).contains("as high as you");
  }

  private void press(Person who, OversightAction action) {
    town.receive(
        new ButtonPress(
            town.origin(who, Town.alone(who)), new MessageId("memory:m0"), action.encode()));
  }
}
