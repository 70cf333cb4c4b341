package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Shown;
import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations in threads of their own, which only Discord has. */
class DiscordThreadsTest {
  @TempDir Path folder;
  private final DiscordStage stage = new DiscordStage();
  private final FakeDiscord discord = stage.fake();
  private Line line;

  @BeforeEach
  void open() {
    line = new Line(folder, stage).start("");
  }

  @AfterEach
  void close() {
    line.close();
  }

  private void awaitIn(Channel channel, String text) {
    await(text)
        .until(
            () ->
                discord.fromBot(channel, stage.who("Ben")).stream()
                    .anyMatch(m -> m.displayed().contains(text)));
  }

  @Test
  void aNewConversationInAChannelHasAThreadWhereNobodyMentionsTheBot() {
    stage.commandInGroup("Ben", "new", "Prime numbers");
    await().until(() -> discord.threads(stage.group()).size() == 1);
    Channel thread = discord.threads(stage.group()).getFirst();
    assertThat(thread.name()).isEqualTo("Prime numbers");
    see(() -> stage.inGroup("Cleo"), "Prime numbers: this conversation has a thread of its own");
    awaitIn(thread, "nobody need mention me in this thread");

    discord.say(stage.who("Ben"), thread, "Is 91 prime?");
    awaitIn(thread, "Answer to: Is 91 prime?");
    discord.say(stage.who("Cleo"), thread, "Is 97?");
    awaitIn(thread, "Answer to: Is 97?");
    // Everybody has a conversation of their own in it.
    assertThat(line.account.answersFor("Is 97?").getFirst().request().toString())
        .doesNotContain("91");
    discord.say(stage.who("Ben"), thread, "And 89?");
    awaitIn(thread, "Answer to: And 89?");
    assertThat(line.account.answersFor("And 89?").getFirst().request().toString())
        .contains("Is 91 prime?");
    assertThat(stage.violations()).isEmpty();
  }

  @Test
  void whoeverWritesInAThreadMayShareItsConversation() {
    stage.commandInGroup("Ben", "new", "Prime numbers");
    await().until(() -> discord.threads(stage.group()).size() == 1);
    Channel thread = discord.threads(stage.group()).getFirst();
    awaitIn(thread, "nobody need mention me in this thread");
    discord.say(stage.who("Ada"), thread, "/conversation shared");
    awaitIn(thread, "one conversation together");
    discord.say(stage.who("Ben"), thread, "Is 91 prime?");
    awaitIn(thread, "Is 91 prime?");
    discord.say(stage.who("Cleo"), thread, "And 97?");
    awaitIn(thread, "And 97?");
    assertThat(line.account.answersFor("And 97?").getFirst().request().toString())
        .contains("Ben: Is 91 prime?");
    stage.sayInGroup("Cleo", "What was it about?");
    awaitIn(stage.group(), "Answer to: What was it about?");
    assertThat(line.account.answersFor("What was it about?").getFirst().request().toString())
        .doesNotContain("91");
  }

  /** Somebody puts a thread away, or Discord does. */
  @Test
  void aThreadThatIsArchivedWhileAnAnswerGrowsInItHasItWhole() {
    Channel thread = growingInAThread();
    thread.archive(false);
    awaitIn(thread, "THE END");
    await()
        .untilAsserted(
            () ->
                assertThat(discord.fromBot(thread, stage.who("Ben")))
                    .noneMatch(m -> m.buttons().contains("Stop"))
                    .filteredOn(m -> m.displayed().contains("word0."))
                    .hasSize(1));
  }

  @Test
  void aThreadThatIsLockedMeanwhileEndsQuietly() {
    Channel thread = growingInAThread();
    thread.archive(true);
    await().atMost(Duration.ofSeconds(60)).until(() -> line.account.runningNow() == 0);
    stage.sayInGroup("Cleo", "And here?");
    awaitIn(stage.group(), "Answer to: And here?");
  }

  private Channel growingInAThread() {
    line.account.when("slow", Script.answer(InTrouble.words(110)).pace(6, Duration.ofMillis(30)));
    stage.commandInGroup("Ben", "new", "Long talks");
    await().until(() -> discord.threads(stage.group()).size() == 1);
    Channel thread = discord.threads(stage.group()).getFirst();
    awaitIn(thread, "nobody need mention me in this thread");
    discord.say(stage.who("Ben"), thread, "slow, please");
    awaitIn(thread, "word0.");
    return thread;
  }

  @Test
  void whereNoThreadCanBeOpenedItBeginsInTheChannel() {
    stage.sayInGroup("Ben", "My cat is called Ada.");
    awaitIn(stage.group(), "Answer to: My cat is called Ada.");
    discord.refuse("POST /channels/\\d+/messages/\\d+/threads", "", 403, 50013);
    stage.commandInGroup("Ben", "new", "Cats");
    see(() -> stage.inGroup("Ben"), "“Cats”, a new conversation, begins here");
    assertThat(discord.threads(stage.group())).isEmpty();
    assertThat(discord.fromBot(stage.group(), stage.who("Ben")))
        .noneMatch(Shown::thinking)
        .noneMatch(m -> m.displayed().contains("thread of its own"));
    stage.sayInGroup("Ben", "What is she called?");
    awaitIn(stage.group(), "Answer to: What is she called?");
    assertThat(line.account.answersFor("What is she called?").getFirst().request().toString())
        .doesNotContain("called Ada");
  }

  @Test
  void threadsAndPostsOfOthersAreTheirs() {
    Channel theirs = discord.thread(stage.who("Ben"), stage.group(), "our own");
    discord.say(stage.who("Ben"), theirs, "Not for the bot");
    discord.say(stage.who("Ben"), theirs, discord.mention() + " For the bot");
    awaitIn(theirs, "Answer to: For the bot");
    assertThat(line.account.generations()).hasSize(1);
  }

  @Test
  void everyCommandOfAStrangerIsAnswered() {
    for (int i = 1; i <= 2; i++) {
      int so = i;
      discord.slash(stage.who("Mallory"), stage.group(), "help", Map.of());
      await()
          .until(
              () ->
                  stage.inGroup("Mallory").stream()
                          .filter(m -> m.text().contains("may not talk with you yet"))
                          .count()
                      == so);
    }
    assertThat(discord.fromBot(stage.group(), stage.who("Mallory"))).noneMatch(Shown::thinking);
  }
}
