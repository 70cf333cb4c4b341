package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.scenario.Stage.Seen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One share in all kinds of channels of both platforms at once, each in its native form; found by
 * its tag, updated, and withdrawn everywhere.
 */
class CommunityFormsTest {
  private static final String AGAIN = "Try again";
  private static final String QUESTION = "Why is the sea salty?";

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();
  private final Channel forum = discord.fake().forum("answers");
  private final Chat topic = telegram.fake().topic(telegram.fake().forum("Topics"), "Answers");
  private Line line;

  @BeforeEach
  void open() {
    discord.fake().tag(forum, "Sea life", false);
    line = new Line(folder, discord).alsoOn(telegram);
    line.start(
        "community: {enabled: true, channels: [\"%s\", \"discord-forum:%d\", \"%s\", \"%s\", \"%s\"]}"
            .formatted(
                discord.communityChannel(),
                forum.id(),
                telegram.communityChannel(),
                "telegram-chat:" + topic.id() + "/" + topic.topic(),
                telegram.groupScope()));
  }

  @AfterEach
  void close() {
    try {
      assertThat(discord.violations()).isEmpty();
      assertThat(telegram.violations()).isEmpty();
    } finally {
      line.close();
      telegram.close();
    }
  }

  private void post(Stage stage) {
    stage.say("Ben", QUESTION);
    see(() -> stage.inPrivate("Ben"), QUESTION, AGAIN);
    stage.command("Ben", "share", "");
    String post = "Share, and post in the community";
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", post), post);
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Which tags", "Sea life"), "Sea life");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Which tags", "✓ Sea life"), "Post it");
    see(() -> stage.inPrivate("Ben"), "It is posted in 5 community channels");
  }

  private Channel thread() {
    return discord.fake().threads(forum).getFirst();
  }

  /** What each channel shows whose posts have their title in them. */
  private List<Supplier<List<Seen>>> others() {
    return List.of(
        discord::inCommunity,
        telegram::inCommunity,
        () -> telegram.in(topic),
        () -> telegram.inGroup("Ben"));
  }

  /** What each channel shows. */
  private List<Supplier<List<Seen>>> channels() {
    List<Supplier<List<Seen>>> all = new ArrayList<>(others());
    all.add(() -> discord.in(thread()));
    return all;
  }

  private void postedUpdatedAndWithdrawnBy(Stage author, Stage reader) {
    post(author);
    channels().forEach(channel -> see(channel, "Answer to: " + QUESTION));
    assertThat(thread().name()).isEqualTo(QUESTION);
    assertThat(thread().tags()).containsExactly("Sea life");
    assertThat(see(() -> telegram.in(topic), QUESTION).text()).contains("#sea_life");
    assertThat(see(discord::inCommunity, QUESTION).text()).contains("Sea life");
    found(reader);

    author.command("Ben", "shares", "");
    Seen list = see(() -> author.inPrivate("Ben"), "You have one live link");
    String number = list.text().replaceAll("(?s).*?(\\d+)\\. .*", "$1");
    author.command("Ben", "shares", "rename " + number + " Salt and water");
    await().until(() -> thread().name().equals("Salt and water"));
    others().forEach(channel -> see(channel, "Salt and water"));

    author.command("Ben", "shares", "members " + number);
    others().forEach(channel -> await().untilAsserted(() -> assertThat(channel.get()).isEmpty()));
    await()
        .untilAsserted(
            () ->
                assertThat(discord.fake().threads(forum))
                    .noneMatch(t -> t.name().contains("Salt"))
                    .allSatisfy(
                        t ->
                            assertThat(discord.in(t))
                                .noneMatch(m -> m.text().contains("Answer to"))));
    assertThat(line.get(line.address() + "/gallery").body()).doesNotContain("Salt", QUESTION);
  }

  @Test
  void whatSomebodyOnDiscordShares() {
    postedUpdatedAndWithdrawnBy(discord, telegram);
  }

  @Test
  void whatSomebodyOnTelegramShares() {
    postedUpdatedAndWithdrawnBy(telegram, discord);
  }

  /** By its tag, on the page and in the chat of the other platform. */
  private void found(Stage stage) {
    String gallery = line.address() + "/gallery";
    await().until(() -> line.get(gallery).body().contains(QUESTION));
    String tag = URLEncoder.encode("Sea life", StandardCharsets.UTF_8);
    assertThat(line.get(gallery + "?tag=" + tag).body()).contains(QUESTION, "Sea life");
    assertThat(line.get(gallery + "?tag=Land").body()).doesNotContain(QUESTION);
    stage.command("Cleo", "gallery", "sea life");
    assertThat(see(() -> stage.inPrivate("Cleo"), "“sea life”").text())
        .contains(QUESTION, "#Sea-life");
  }
}
