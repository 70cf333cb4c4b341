package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The community on each platform: posts, approval, reports, likes, and who may do what. */
class CommunityScenarioTest {
  @Nested
  class OnDiscord extends Cases {
    @Override
    Stage stage() {
      return new DiscordStage();
    }
  }

  @Nested
  class OnTelegram extends Cases {
    @Override
    Stage stage() {
      return new TelegramStage();
    }
  }

  abstract static class Cases extends Play {
    private static final String POST = "Share, and post in the community";

    /** Those of the examples are short. */
    private static final String AN_ID = "(channel|forum|chat|server):-?\\d{7}";

    private void start(String more) {
      line.start(
          "community: {enabled: true, channels: [\"%s\"]%s}\nstaff: {channels: [\"%s\"]}"
              .formatted(stage.communityChannel(), more, stage.staffChannel()));
    }

    /** Ben asks, and wants the answer posted. */
    private void post(String question) {
      stage.say("Ben", question);
      Seen answer = see(() -> stage.inPrivate("Ben"), question, AGAIN);
      stage.press("Ben", answer, "Share");
      Seen preview = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", POST);
      stage.press("Ben", preview, POST);
    }

    @Test
    void aPostIsReadGoneOnWithAndFollowsItsShare() {
      start("");
      post("Why is the sea salty?");
      Seen post = see(() -> stage.inCommunity(), "Why is the sea salty?");
      Seen live = see(() -> stage.inPrivate("Ben"), "The link ends:");
      assertThat(post.links()).anyMatch(link -> live.links().contains(link));
      assertThat(post.buttons()).contains("Continue", "Report");

      stage.press("Cleo", post, "Continue");
      see(() -> stage.inPrivate("Cleo"), "Why is the sea salty?");
      stage.say("Cleo", "And lakes?");
      see(() -> stage.inPrivate("Cleo"), "And lakes?", AGAIN);
      assertThat(line.account.answersFor("And lakes?").getFirst().request().toString())
          .contains("Why is the sea salty?");

      String number = number();
      stage.command("Ben", "shares", "rename " + number + " Salt and water");
      see(() -> stage.inCommunity(), "Salt and water");
      stage.command("Ben", "shares", "members " + number);
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
    }

    /** Whoever reads it would call a place by its name. */
    @AfterEach
    void noPlaceWasNamedByItsId() {
      for (String who : List.of("Ada", "Ben", "Cleo", "Dan")) {
        assertThat(stage.inPrivate(who))
            .allSatisfy(m -> assertThat(m.text() + m.buttons()).doesNotContainPattern(AN_ID));
      }
      assertThat(stage.inStaff("Ada"))
          .allSatisfy(m -> assertThat(m.text() + m.buttons()).doesNotContainPattern(AN_ID));
    }

    /** The number of Ben's only share. */
    private String number() {
      stage.command("Ben", "shares", "");
      Seen list = see(() -> stage.inPrivate("Ben"), "You have one live link");
      return list.text().replaceAll("(?s).*?(\\d+)\\. .*", "$1");
    }

    @Test
    void theStaffLooksFirst() {
      start(", approval: true");
      post("Why is grass green?");
      Seen wish = see(() -> stage.inPrivate("Ben"), "The staff looks at it before it is posted");
      assertThat(stage.inCommunity()).isEmpty();
      Seen card = see(() -> stage.inStaff("Ada"), "waits for approval", "Approve");
      assertThat(card.text()).contains("Why is grass green?");

      stage.press("Cleo", card, "Approve");
      see(() -> stage.inStaff("Cleo"), "Only the staff decides");
      assertThat(stage.inCommunity()).isEmpty();

      line.restart();
      stage.press("Ada", card, "Approve");
      stage.press("Ada", card, "Approve");
      see(() -> stage.inCommunity(), "Why is grass green?");
      see(() -> stage.inPrivate("Ben"), "the staff has approved");
      see(() -> stage.inStaff("Ada"), "was approved by Ada");
      see(() -> stage.inStaff("Ada"), "has already approved it");
      assertThat(stage.inCommunity()).hasSize(1);

      stage.press("Ben", wish, "Take it out of the community");
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
      see(() -> stage.inPrivate("Ben"), "out of the community. The link still works");
    }

    @Test
    void whatTheStaffDeclinesIsNotPostedAndItsAuthorIsToldWhy() {
      start(", approval: true");
      post("Buy my books!");
      Seen card = see(() -> stage.inStaff("Ada"), "waits for approval", "Decline");
      stage.press("Ada", card, "Decline");
      Seen asked = see(() -> stage.inStaff("Ada"), "waits for approval", "It does not belong here");
      stage.press("Ada", asked, "It does not belong here");
      see(
          () -> stage.inPrivate("Ben"),
          "decided not to post “Buy my books!” in the community: It does not belong here");
      see(() -> stage.inStaff("Ada"), "was declined by Ada: It does not belong here");
      assertThat(stage.inCommunity()).isEmpty();
    }

    @Test
    void whatHasChangedOrEndedMeanwhileIsNotWhatWasAllowed() {
      start(", approval: true");
      post("Harmless?");
      Seen card = see(() -> stage.inStaff("Ada"), "Harmless?", "Approve");
      stage.press("Ada", card, "Approve");
      see(() -> stage.inCommunity(), "Harmless?");
      // What is seen there may not be noted yet.
      see(() -> stage.inStaff("Ada"), "is approved. It is posted in one channel");
      stage.command("Cleo", "gallery", "");
      see(() -> stage.inPrivate("Cleo"), "Harmless?");
      stage.command("Ben", "shares", "rename " + number() + " Not harmless");
      see(() -> stage.inStaff("Ada"), "Not harmless", "Approve");
      see(() -> stage.inPrivate("Ben"), "until then its posts stay as they were");
      stage.command("Dan", "gallery", "");
      see(() -> stage.inPrivate("Dan"), "Nothing has been posted yet");
      stage.command("Ben", "shares", "revoke");
      see(() -> stage.inStaff("Ada"), "ended before it was decided");
      assertThat(stage.inStaff("Ada").getLast().buttons()).isEmpty();
      see(() -> stage.inCommunity(), "This shared answer has ended");
    }

    @Test
    void reportsAreCountedAndAnswered() {
      start("");
      post("Something rude");
      Seen post = see(() -> stage.inCommunity(), "Something rude");
      stage.press("Ben", post, "Report");
      see(() -> stage.afterPress("Ben"), "This post is your own");

      stage.press("Cleo", post, "Report");
      Seen why = see(() -> stage.afterPress("Cleo"), "What is wrong with", "Insulting or hateful");
      stage.press("Cleo", why, "Insulting or hateful");
      see(() -> stage.afterPress("Cleo"), "The staff has been told");
      see(() -> stage.inStaff("Ada"), "was reported by one member", "Keep");
      stage.press("Cleo", post, "Report");
      see(() -> stage.afterPress("Cleo"), "You have reported this post already");

      stage.press("Dan", post, "Report");
      Seen too = see(() -> stage.afterPress("Dan"), "What is wrong with", "Something else");
      stage.press("Dan", too, "Something else");
      Seen card = see(() -> stage.inStaff("Ada"), "was reported by 2 members", "Withdraw");
      assertThat(card.text()).contains("Insulting or hateful", "Something else");
      assertThat(stage.inStaff("Ada")).filteredOn(m -> m.text().contains("reported")).hasSize(1);

      stage.press("Dan", card, "Withdraw");
      see(() -> stage.inStaff("Dan"), "Only the staff decides");
      stage.press("Ada", card, "Withdraw");
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
      see(() -> stage.inPrivate("Cleo"), "The staff has withdrawn it");
      see(() -> stage.inPrivate("Dan"), "The staff has withdrawn it");
      see(() -> stage.inPrivate("Ben"), "Members reported “Something rude”");
      see(() -> stage.inStaff("Ada"), "Ada withdrew it");
    }

    @Test
    void strangersReportNothing() {
      start("");
      post("For members");
      Seen post = see(() -> stage.inCommunity(), "For members");
      stage.press("Mallory", post, "Report");
      see(() -> stage.afterPress("Mallory"), "may not talk with you yet");
      stage.press("Mallory", post, "Continue");
      assertThat(stage.inStaff("Ada")).isEmpty();
    }

    @Test
    void whatIsOffIsNotOfferedAndOldButtonsSaySo() {
      start("");
      post("Still here");
      Seen post = see(() -> stage.inCommunity(), "Still here");
      stage.command("Ben", "community", "off");
      see(() -> stage.inPrivate("Ben"), "for admins only");
      stage.command("Ada", "community", "off");
      see(() -> stage.inPrivate("Ada"), "Sharing with the community is off");
      stage.press("Cleo", post, "Report");
      see(() -> stage.afterPress("Cleo"), "The community is switched off");
      stage.say("Cleo", "Mine");
      stage.press("Cleo", see(() -> stage.inPrivate("Cleo"), "Mine", AGAIN), "Share");
      Seen preview = see(() -> stage.inPrivate("Cleo"), "Nothing is shared yet");
      assertThat(preview.buttons()).noneMatch(label -> label.contains("community"));
      stage.command("Cleo", "help", "");
      Seen help = see(() -> stage.inPrivate("Cleo"), "/ask");
      assertThat(help.text()).doesNotContain("/community", "/gallery");
    }

    @Test
    void reactionsCountAndTheBestOfTheWeekArePostedOnce() {
      start("");
      post("Liked by two");
      Seen post = see(() -> stage.inCommunity(), "Liked by two");
      // It is seen before it is noted, and nobody knows what an unknown message is.
      await().until(() -> line.get(line.address() + "/gallery").body().contains("Liked by two"));
      stage.react("Cleo", post, "👍");
      stage.react("Dan", post, "❤");
      await("both are counted")
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofSeconds(3))
          .until(
              () -> {
                if (stage.inPrivate("Ada").stream().anyMatch(m -> m.text().contains("2 likes"))) {
                  return true;
                }
                stage.command("Ada", "community", "list");
                return false;
              });
      // The seven days of a link always hold a Monday morning; shortly after it is looked.
      line.clock.step(untilMonday());
      line.sweep();
      Seen digest = see(() -> stage.inCommunity(), "The best of the week");
      assertThat(digest.text()).contains("Liked by two", "2 likes");
      line.sweep();
      line.restart();
      line.sweep();
      assertThat(stage.inCommunity())
          .filteredOn(m -> m.text().contains("The best of the week"))
          .hasSize(1);
    }

    private Duration untilMonday() {
      var now = line.clock.instant().atZone(ZoneOffset.UTC);
      var monday =
          now.toLocalDate()
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
              .atTime(9, 1)
              .atZone(ZoneOffset.UTC);
      return Duration.between(now, monday);
    }

    @Test
    void moderatorsRunItByButtons() {
      start("");
      post("To be taken away");
      see(() -> stage.inCommunity(), "To be taken away");
      stage.command("Ada", "community", "");
      Seen status = see(() -> stage.inPrivate("Ada"), "Sharing with the community is on", "Posts");
      assertThat(status.text()).contains(stage.communityCalled());
      stage.press("Ada", status, "Posts");
      Seen list = see(() -> stage.inPrivate("Ada"), "To be taken away · no likes");
      String number = list.buttons().getFirst();
      stage.press("Ada", list, number);
      Seen one = see(() -> stage.inPrivate("Ada"), "It is shown since", "Withdraw");
      stage.press("Ada", one, "Withdraw");
      Seen sure = see(() -> stage.inPrivate("Ada"), "from all channels?", "Yes, withdraw it");
      stage.press("Ada", sure, "Yes, withdraw it");
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
      see(() -> stage.inPrivate("Ben"), "The staff has taken “To be taken away” out");
      stage.command("Ada", "community", "approval on");
      see(() -> stage.inPrivate("Ada"), "The staff looks at a post before it is shown");
      stage.command("Ada", "community", "channels");
      see(() -> stage.inPrivate("Ada"), "Posts go to:", "Remove " + stage.communityNamed());
      stage.command("Ada", "community", "remove " + stage.communityChannel());
      see(() -> stage.inPrivate("Ada"), "There is no community channel yet");
      stage.command("Ada", "community", "add " + stage.communityChannel());
      see(() -> stage.inPrivate("Ada"), "Posts go to:");
      stage.command("Ada", "community", "add nowhere:5");
      see(() -> stage.inPrivate("Ada"), "I see no channel nowhere:5");
    }
  }
}
