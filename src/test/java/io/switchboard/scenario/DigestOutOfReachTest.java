package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The best of the week is due while a platform cannot be reached: the other one has it, and this
 * one when it can be reached again.
 */
class DigestOutOfReachTest {
  @Nested
  class OnDiscord extends Cases {
    OnDiscord() {
      super(new TelegramStage(), new DiscordStage());
    }

    @Override
    void reach(boolean possible) {
      if (possible) {
        ((DiscordStage) away).fake().up();
      } else {
        ((DiscordStage) away).fake().down();
      }
    }
  }

  @Nested
  class OnTelegram extends Cases {
    OnTelegram() {
      super(new DiscordStage(), new TelegramStage());
    }

    @Override
    void reach(boolean possible) {
      if (possible) {
        ((TelegramStage) away).fake().up();
      } else {
        ((TelegramStage) away).fake().down();
      }
    }
  }

  abstract static class Cases {
    private static final String POST = "Share, and post in the community";

    @TempDir Path folder;
    private final Stage near;
    final Stage away;
    private Line line;

    Cases(Stage near, Stage away) {
      this.near = near;
      this.away = away;
    }

    abstract void reach(boolean possible);

    @AfterEach
    void close() {
      line.close();
      away.close();
    }

    private void aPostIsLiked() {
      near.say("Ben", "Liked");
      near.press("Ben", see(() -> near.inPrivate("Ben"), "Liked", "Try again"), "Share");
      near.press("Ben", see(() -> near.inPrivate("Ben"), "Nothing is shared yet", POST), POST);
      see(away::inCommunity, "Liked");
      Seen post = see(near::inCommunity, "Liked");
      // It is seen before it is noted, and nobody knows what an unknown message is.
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> line.get(line.address() + "/gallery").body().contains("Liked"));
      near.react("Cleo", post, "👍");
      await("it is counted")
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(2))
          .until(
              () -> {
                near.command("Ada", "community", "list");
                return near.inPrivate("Ada").stream().anyMatch(m -> m.text().contains("one like"));
              });
    }

    /** The seven days of a link always hold a Monday morning. */
    private Duration untilMonday() {
      ZonedDateTime now = line.clock.instant().atZone(ZoneOffset.UTC);
      ZonedDateTime monday =
          now.toLocalDate()
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
              .atTime(9, 1)
              .atZone(ZoneOffset.UTC);
      return Duration.between(now, monday);
    }

    private static List<Seen> digests(Stage stage) {
      return stage.inCommunity().stream()
          .filter(m -> m.text().contains("The best of the week"))
          .toList();
    }

    /** A try may come before the platform is connected; alarms ring by the machine's clock. */
    private void sweepUntilThere(Stage stage) {
      await("it is there")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofSeconds(2))
          .until(
              () -> {
                line.sweep();
                return !digests(stage).isEmpty();
              });
    }

    @Test
    void itComesWhenTheChannelCanBeReachedAgain() {
      line = new Line(folder, near);
      line.start(
          "%s\ncommunity: {enabled: true, channels: [\"%s\", \"%s\"]}\n"
              .formatted(away.yaml(), away.communityChannel(), near.communityChannel()));
      away.awaitBot();
      aPostIsLiked();
      line.stop();
      reach(false);
      line.clock.step(untilMonday());
      line.startAgain();
      sweepUntilThere(near);
      assertThat(digests(away)).isEmpty();
      line.clock.step(Duration.ofHours(1));
      reach(true);
      sweepUntilThere(away);
      line.sweep();
      assertThat(digests(away)).hasSize(1);
      assertThat(digests(near)).hasSize(1);
      assertThat(digests(away).getFirst().text()).contains("one like");
    }
  }
}
