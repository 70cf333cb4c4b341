package io.switchboard.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discord's kinds of places: posts of forums, threads with much in them, direct messages. */
class DiscordPlacesTest {
  @TempDir Path folder;
  private final DiscordStage stage = new DiscordStage();
  private final FakeDiscord discord = stage.fake();
  private final Person ben = stage.who("Ben");
  private Line line;

  @BeforeEach
  void open() {
    line = new Line(folder, stage).start("");
  }

  @AfterEach
  void close() {
    assertThat(stage.violations()).isEmpty();
    line.close();
  }

  private List<Shown> shown(Channel channel) {
    return discord.fromBot(channel, ben);
  }

  private void awaitIn(Channel channel, String text) {
    await(text)
        .atMost(Duration.ofMinutes(4))
        .until(
            () ->
                shown(channel).stream()
                    .anyMatch(
                        m -> m.displayed().contains(text) && m.buttons().contains("Try again")));
  }

  private void asks(Channel channel, String text) {
    discord.say(ben, channel, discord.mention() + " " + text);
  }

  @Test
  void aForumPostGetsAWholeAnswerInItselfAndGoesOn() {
    Channel post = discord.thread(ben, discord.forum("help"), "My sourdough");
    String code = "x = 1\n".repeat(500);
    line.account.next(
        Script.answer("Here:\n\n```py\n" + code + "```\n\nLAST WORDS")
            .pace(300, Duration.ofMillis(5)));
    asks(post, "Why does it not rise?");
    awaitIn(post, "LAST WORDS");
    assertThat(shown(post).size()).isBetween(2, 3);
    assertThat(shown(post))
        .allSatisfy(m -> assertThat(m.content().split("```", -1)).hasSizeGreaterThan(2));
    assertThat(
            shown(post).stream()
                .map(Shown::content)
                .collect(Collectors.joining())
                .split("x = 1", -1))
        .hasSize(501);
    asks(post, "And with less salt?");
    awaitIn(post, "Answer to: And with less salt?");
    assertThat(line.account.answersFor("And with less salt?").getFirst().request().toString())
        .contains("Why does it not rise?");
  }

  @Test
  void aCommandInAPostIsAnsweredThere() {
    Channel post = discord.thread(ben, discord.forum("help"), "My rye");
    discord.slash(ben, post, "ask", Map.of("question", "How long in the oven?"));
    awaitIn(post, "Answer to: How long in the oven?");
    assertThat(shown(post)).noneMatch(Shown::thinking);
  }

  @Test
  void aLongThreadIsNotReadButItsConversationIs() {
    Channel thread = discord.thread(ben, stage.group(), "Much talk");
    asks(thread, "The word is MARZIPAN.");
    awaitIn(thread, "Answer to: The word is MARZIPAN.");
    for (int i = 0; i < 120; i++) {
      discord.say(stage.who("Cleo"), thread, "Gossip number " + i);
    }
    asks(thread, "Which word was it?");
    awaitIn(thread, "Answer to: Which word was it?");
    String asked = line.account.answersFor("Which word was it?").getFirst().request().toString();
    assertThat(asked).contains("MARZIPAN").doesNotContain("Gossip");
    assertThat(line.account.generations()).hasSize(2);
  }

  @Test
  void aDirectMessageNeedsNoMentionAndAReplyGoesOn() {
    stage.say("Ben", "First in private");
    Channel dm = discord.dm(ben);
    awaitIn(dm, "Answer to: First in private");
    discord.reply(ben, dm, shown(dm).getLast().id(), "Second in private");
    awaitIn(dm, "Answer to: Second in private");
    assertThat(line.account.answersFor("Second in private").getFirst().request().toString())
        .contains("First in private");
  }
}
