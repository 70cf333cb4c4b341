package io.switchboard.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.telegram.Chat;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of Discord and Telegram: every failure, and what to do about it. */
class CheckPlatformsTest {
  private static final long VIEW = 1 << 10;
  private static final long SEND = 1 << 11;

  @TempDir Path folder;
  private CheckStage stage;

  @BeforeEach
  void open() {
    stage = new CheckStage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whereAllIsWellItSaysSo() {
    Channel posts = stage.discord.channel("posts");
    Channel forum = stage.discord.forum("ideas");
    Chat staff = stage.telegram.group("Staff");
    Chat news = stage.telegram.channel("News");
    stage.web = "{port: 0}";
    stage.with(
        "community: {enabled: true, channels: [discord-channel:%d, discord-forum:%d, telegram-chat:%d]}"
            .formatted(posts.id(), forum.id(), news.id()));
    stage.with("staff: {channels: [telegram-chat:%d]}".formatted(staff.id()));
    String said = stage.look();
    assertThat(said)
        .contains(
            "ok     Discord: the token is that of switchboard",
            "ok     Discord: the gateway lets the bot in",
            "is #posts, and the bot may write there",
            "is #ideas, and the bot may write there",
            "ok     Telegram: the token is that of @switchboard_bot",
            "(News): the bot may post there",
            "(Staff): the bot may write there, and hears what is meant for it",
            "note   Telegram: privacy mode is on",
            "ok     Account main: gpt-5-mini answered");
    assertThat(said.lines().filter(line -> line.startsWith("WRONG")))
        .allMatch(line -> line.contains("web.publicUrl") || line.contains("fonts-noto-cjk"));
    assertThat(stage.discord.violations()).isEmpty();
    assertThat(stage.telegram.violations()).isEmpty();
  }

  @Test
  void tokensThatAreRefusedAreNotPrinted() {
    stage.discordToken = "MTk4-wrong-discord-secret";
    stage.telegramToken = "600:wrong-telegram-secret";
    String said = stage.look();
    assertThat(stage.exit).isEqualTo(1);
    assertThat(said)
        .contains("WRONG  Discord: the token is refused", "Reset Token", "DISCORD_TOKEN")
        .contains("WRONG  Telegram: the token is refused", "@BotFather", "TELEGRAM_TOKEN")
        .doesNotContain("wrong-discord-secret", "wrong-telegram-secret");
  }

  @Test
  void serversThatCannotBeReachedAreNamed() {
    stage.discord.down();
    stage.telegram.down();
    assertThat(stage.look())
        .contains("WRONG  Discord: " + stage.discord.apiUrl() + " cannot be reached")
        .contains("WRONG  Telegram: " + stage.telegram.url() + " cannot be reached");
  }

  @Test
  void theIntentToSwitchOnIsNamedOnce() {
    stage.discord.allowContentIntent(false);
    String said = stage.look();
    assertThat(said)
        .contains("switch on Message Content Intent", "discord.com/developers/applications")
        .containsOnlyOnce("Message Content Intent");
  }

  @Test
  void missingPermissionsAreNamedByServerAndChannel() {
    Channel posts = stage.discord.channel("posts");
    Channel hidden = stage.discord.channel("hidden");
    hidden.refuse(50001);
    stage.discord.setup().deny(posts, SEND);
    stage.with("staff: {channels: [discord-channel:%d]}".formatted(posts.id()));
    stage.with(
        "community: {channels: [discord-channel:%d, discord-channel:404]}".formatted(hidden.id()));
    assertThat(stage.look())
        .contains("(#posts): the bot lacks Send Messages there")
        .contains("discord-channel:%d cannot be seen".formatted(hidden.id()))
        .contains("discord-channel:404 does not exist");
    stage.discord.setup().permissions(VIEW | SEND);
    assertThat(stage.look())
        .contains("on The testers the bot lacks")
        .contains("Read Message History")
        .contains("Create Public Threads")
        .contains("https://discord.com/oauth2/authorize?client_id=" + stage.discord.botId());
  }

  @Test
  void aForumIsWrittenAsOne() {
    Channel forum = stage.discord.forum("ideas");
    stage.with("community: {channels: [discord-channel:%d]}".formatted(forum.id()));
    assertThat(stage.look()).contains("is a forum: write it as discord-forum:" + forum.id());
  }

  @Test
  void aBotOnNoServerIsGivenTheWayToOne() {
    stage.discord.setup().leaveServer();
    assertThat(stage.look()).contains("the bot is on no server: open https://discord.com/oauth2");
  }

  @Test
  void serversAndRolesThatAreNotThereAreNamed() {
    stage.access = "{admins: [discord:1], allow: [discord-server:77, discord-role:88]}";
    assertThat(stage.look())
        .contains("access.allow names discord-server:77, where the bot is not")
        .contains("access.allow names discord-role:88, which none of the bot's servers has");
  }

  @Test
  void theClockIsComparedWithDiscords() {
    stage.discord.advance(Duration.ofSeconds(42));
    assertThat(stage.look())
        .containsPattern("clock is 4\\d s behind Discord's")
        .contains("set-ntp");
  }

  @Test
  void whatTheBotMayNotDoOnTelegramIsSaidByChat() {
    Chat left = stage.telegram.group("Left");
    Chat muted = stage.telegram.group("Muted");
    Chat news = stage.telegram.channel("News");
    Chat old = stage.telegram.group("Old");
    Chat now = stage.telegram.migrate(old);
    Chat forum = stage.telegram.forum("Forum");
    stage.telegram.botIs(left, "left");
    stage.telegram.botIs(muted, "restricted");
    stage.telegram.botIs(news, "administrator");
    stage.telegram.joinsGroups(false);
    stage.with(
        "community: {channels: [telegram-chat:%d, telegram-chat:%d, telegram-chat:%d, telegram-chat:%d, telegram-chat:-100404, telegram-chat:%d/99]}"
            .formatted(left.id(), muted.id(), news.id(), old.id(), forum.id()));
    assertThat(stage.look())
        .contains("(Left): the bot is not in it")
        .contains("(Muted): the bot may not write there")
        .contains("(News): the bot may not post: make it an administrator")
        .contains("has become a supergroup: write telegram-chat:" + now.id())
        .contains("telegram-chat:-100404 is not known to the bot")
        .contains("topic 99 is refused")
        .contains("/setjoingroups");
  }
}
