package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A bot on so many servers that Discord tells of them over several connections. */
class ShardsTest {
  @Test
  void asManyConnectionsAsDiscordRecommends() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      discord.setup().shards(3);
      Person alice = discord.person("alice");
      Channel general = discord.channel("general");
      try (Bot bot = new Bot(discord).start()) {
        discord.awaitBot();
        await()
            .atMost(Duration.ofMinutes(4))
            .until(() -> discord.shards().equals(List.of("0 of 3", "1 of 3", "2 of 3")));
        discord.say(alice, general, discord.mention() + " on the server");
        discord.say(alice, discord.dm(alice), "in private");
        await().until(() -> bot.heard.size() == 2);
        assertThat(discord.identified()).isEqualTo(3);
        assertThat(discord.commands()).isNotEmpty();
      }
      await().until(() -> discord.shards().isEmpty());
      assertThat(discord.violations()).isEmpty();
    }
  }

  @Test
  void whereThatIsNotToldOneIsTriedAndThenAsManyAsAreNeeded() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      discord.setup().shards(2);
      discord.refuseNext("GET /gateway/bot", 500, 0);
      try (Bot bot = new Bot(discord).start()) {
        await()
            .atMost(Duration.ofMinutes(4))
            .until(() -> discord.shards().equals(List.of("0 of 2", "1 of 2")));
        await().until(bot.platform::connected);
      }
    }
  }

  @Test
  void theNumberIsReadAndBounded() {
    assertThat(Shards.parse("AUTO")).isEqualTo(Shards.AUTO);
    assertThat(Shards.parse("16").count()).isEqualTo(16);
    for (String wrong : List.of("0", "-1", "x", "1001", "")) {
      Assertions.assertThatThrownBy(() -> Shards.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("auto");
    }
  }
}
