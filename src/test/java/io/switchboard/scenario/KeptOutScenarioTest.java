package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What others still see of somebody who is banned, and how the staff ends it. */
class KeptOutScenarioTest {
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

    /** Returns the address of what Ben has posted. */
    private String posted() {
      line.start(
          "community: {enabled: true, channels: [\"%s\"]}".formatted(stage.communityChannel()));
      stage.say("Ben", "Buy my pears");
      stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Buy my pears", "Share"), "Share");
      stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", POST), POST);
      Seen post = see(() -> stage.inCommunity(), "Buy my pears");
      String link = post.links().stream().filter(l -> l.contains("/s/")).findFirst().orElseThrow();
      assertThat(line.get(link).statusCode()).isEqualTo(200);
      return link;
    }

    @Test
    void whatIsStillThereOfTheirsIsToldAndEndedWithAPress() {
      String link = posted();
      stage.command("Ada", "member", "ban " + stage.id("Ben"));
      Seen banned = see(() -> stage.inPrivate("Ada"), "is banned", "Withdraw the post");
      assertThat(banned.text()).contains("one live link, one of them posted in the community");
      assertThat(line.get(link).statusCode()).isEqualTo(200);

      stage.press("Ada", banned, "Withdraw the post");
      see(() -> stage.inPrivate("Ada"), "One post of Ben is withdrawn");
      await().untilAsserted(() -> assertThat(stage.inCommunity()).isEmpty());
      see(() -> stage.inPrivate("Ben"), "The staff has taken your post out of the community");
      stage.command("Ada", "undo", "");
      see(() -> stage.inPrivate("Ada"), "removed → open");
      see(() -> stage.inCommunity(), "Buy my pears");

      stage.press("Ada", banned, "End the link");
      Seen sure = see(() -> stage.inPrivate("Ada"), "End all links of Ben?");
      assertThat(line.get(link).statusCode()).isEqualTo(200);
      stage.press("Ada", sure, "Yes, end all of them");
      see(() -> stage.inPrivate("Ada"), "One link of Ben has ended");
      assertThat(line.get(link).statusCode()).isEqualTo(404);
      see(() -> stage.inPrivate("Ben"), "An admin has ended your link");
    }

    @Test
    void aBanEndsTheirLinksWhereThatIsSaid() {
      String link = posted();
      stage.command("Ada", "member", "ban " + stage.id("Ben") + " links");
      see(() -> stage.inPrivate("Ada"), "One link of Ben has ended");
      assertThat(line.get(link).statusCode()).isEqualTo(404);
      stage.command("Ada", "audit", "");
      see(() -> stage.inPrivate("Ada"), "share revoke · Ben · #");
    }
  }
}
