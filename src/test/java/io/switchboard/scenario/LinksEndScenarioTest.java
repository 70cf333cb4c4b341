package io.switchboard.scenario;

import static io.switchboard.scenario.Line.next;
import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.db.TestDatabases;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How links end on each platform, each on a database: when their time is over, wherever. */
class LinksEndScenarioTest {
  private static final String POST = "Share, and post in the community";

  @Nested
  class OnDiscordWithPostgres extends Cases {
    @Override
    Stage stage() {
      return new DiscordStage();
    }

    @BeforeEach
    void onPostgres() {
      line.database("{url: \"%s\"}".formatted(TestDatabases.postgresUrl()));
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
    private Seen preview(String question, String arguments) {
      stage.say("Ben", question);
      see(() -> stage.inPrivate("Ben"), question, AGAIN);
      return shared("Nothing is shared yet", arguments);
    }

    private Seen shared(String said, String arguments) {
      return next(
          () -> stage.inPrivate("Ben"), said, () -> stage.command("Ben", "share", arguments));
    }

    private Seen publish(Seen preview) {
      stage.press("Ben", preview, "Share");
      return see(() -> stage.inPrivate("Ben"), "The link ", "End this link");
    }

    private static String link(Seen message) {
      return Surfer.link(message, "/s/");
    }

    @Test
    void whereverItWasSharedItsEndIsSaid() {
      line.start(
          "community: {enabled: true, channels: [\"%s\"]}".formatted(stage.communityChannel()));
      stage.sayInGroup("Ben", "Asked among friends");
      Seen answer = see(() -> stage.inGroup("Ben"), "Asked among friends", AGAIN);
      stage.press("Ben", answer, "Share");
      stage.press("Ben", see(() -> stage.inGroup("Ben"), "Nothing is shared yet"), "Share");
      String one = link(see(() -> stage.inGroup("Ben"), "The link ends:", "End this link"));
      stage.press("Ben", preview("Asked for everybody", ""), POST);
      String other = link(see(() -> stage.inPrivate("Ben"), "The link ends:", "End this link"));
      see(stage::inCommunity, "Asked for everybody");
      String gallery = line.address() + "/gallery";
      await().until(() -> line.get(gallery).body().contains("Asked for everybody"));

      line.clock.step(Duration.ofDays(7).minusSeconds(60));
      assertThat(line.get(one).body()).contains("Asked among friends");
      line.clock.step(Duration.ofSeconds(61));
      for (String form : List.of("", ".md", ".json", ".pdf")) {
        assertThat(line.get(one + form).statusCode()).as(form).isEqualTo(404);
        assertThat(line.get(other + form).statusCode()).as(form).isEqualTo(404);
      }
      assertThat(line.get(gallery).body()).doesNotContain("Asked for everybody");
      line.sweep();
      Seen group = see(() -> stage.inGroup("Ben"), "was shared here. The link has expired");
      Seen alone = see(() -> stage.inPrivate("Ben"), "was shared here. The link has expired");
      Seen post = see(stage::inCommunity, "This shared answer has ended");
      for (Seen ended : List.of(group, alone, post)) {
        assertThat(ended.links()).noneMatch(l -> l.contains("/s/"));
        assertThat(ended.buttons()).doesNotContain("End this link", "Continue");
      }
      assertThat(stage.inCommunity()).noneMatch(m -> m.text().contains("Answer to"));
    }

    @Test
    void nobodyGetsMoreTimeThanTheAdminAllows() {
      line.start("share: {defaultExpiry: 2d, maxExpiry: 5d}");
      Seen usual = preview("For how long?", "");
      assertThat(usual.text()).contains("The link works for 2 days.");
      stage.press("Ben", usual, "How long…");
      Seen choice = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", "5 days");
      assertThat(choice.buttons()).contains("3 days").doesNotContain("7 days", "30 days", "No end");
      shared("A link may live for 5 days at most", "never");
      shared("A link may live for 5 days at most", "6d");
      stage.press("Ben", choice, "3 days");
      Seen chosen = see(() -> stage.inPrivate("Ben"), "The link works for 3 days.");
      Seen live = publish(chosen);
      stage.press("Ben", live, "Change…");
      Seen more = see(() -> stage.inPrivate("Ben"), "Not viewed yet", "+30 days");
      stage.press("Ben", more, "+30 days");
      await()
          .until(
              () ->
                  stage.inPrivate("Ben").stream()
                      .filter(m -> m.text().contains("Not viewed yet"))
                      .noneMatch(m -> m.text().equals(more.text())));
      // As much as may be, from now on.
      line.clock.step(Duration.ofDays(4));
      assertThat(line.get(link(live)).statusCode()).isEqualTo(200);
      line.clock.step(Duration.ofDays(1).plusSeconds(60));
      assertThat(line.get(link(live)).statusCode()).isEqualTo(404);
    }

    @Test
    void whereItIsAllowedALinkHasNoEnd() {
      line.start("share: {neverExpires: true}");
      Seen live = publish(preview("For ever?", "never"));
      assertThat(live.text()).contains("The link has no end date.");
      line.clock.step(Duration.ofDays(4000));
      line.sweep();
      assertThat(line.get(link(live)).body()).contains("For ever?");
      stage.command("Ben", "shares", "");
      Seen list = see(() -> stage.inPrivate("Ben"), "You have one live link");
      assertThat(list.text()).contains("viewed once, no end date");
      stage.press("Ben", live, "End this link");
      see(() -> stage.inPrivate("Ben"), "The link has been withdrawn");
      assertThat(line.get(link(live)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatGoesWithItsConversationIsGoneLikeWhatNeverWas() {
      line.start("");
      String ended = link(publish(preview("First", "")));
      stage.command("Ben", "conversations", "");
      stage.press("Ben", see(() -> stage.inPrivate("Ben"), "First", "Delete"), "Delete");
      Seen sure = see(() -> stage.inPrivate("Ben"), "cannot be undone", "Yes, delete it");
      stage.press("Ben", sure, "Yes, delete it");
      see(() -> stage.inPrivate("Ben"), "The link has been withdrawn");
      String unknown = line.address() + "/s/" + "x".repeat(22);
      assertThat(line.get(ended).statusCode()).isEqualTo(404);
      assertThat(line.get(ended).body()).isEqualTo(line.get(unknown).body());
      for (String link : List.of(ended, unknown)) {
        next(
            () -> stage.inPrivate("Cleo"),
            "There is nothing at that link for you. It may be wrong, or it has ended.",
            () -> stage.command("Cleo", "import", link));
      }
    }
  }
}
