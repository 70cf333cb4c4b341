package io.switchboard.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Reach;
import io.switchboard.fake.discord.Channel;
import io.switchboard.fake.discord.FakeDiscord;
import io.switchboard.fake.discord.Shown;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts on Discord, over the real JDA: forums with their tags, cards, and what becomes of them. */
class DiscordPostsTest {
  private static FakeDiscord discord;
  private static Bot bot;
  private static int count;
  private Channel forum;
  private Channel channel;

  @BeforeAll
  static void start() {
    discord = FakeDiscord.start();
    bot = new Bot(discord).start();
    discord.awaitBot();
  }

  @AfterAll
  static void stop() {
    bot.close();
    discord.close();
  }

  @BeforeEach
  void open() {
    forum = discord.forum("forum" + count);
    channel = discord.channel("channel" + count++);
  }

  @AfterEach
  void keptToTheRules() {
    assertThat(discord.violations()).isEmpty();
  }

  private static Post post(String title, String text, String... tags) {
    return new Post(
        title,
        Reply.of(Markdown.parse(text))
            .with(List.of(List.of(new Button.Link("Open", "https://chat.example/s/x")))),
        List.of(tags));
  }

  private MessageId posted(String channel, Post post) {
    Delivery delivery = bot.platform.post(channel, post, "n" + count++);
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).message();
  }

  private String inForum() {
    return "discord-forum:" + forum.id();
  }

  private String inChannel() {
    return "discord-channel:" + channel.id();
  }

  private Channel thread() {
    return discord.threads(forum).getFirst();
  }

  private Shown first() {
    return discord.messages(thread()).getFirst();
  }

  @Test
  void aForumsPostIsAThreadWithItsTitleAndTags() {
    discord.tag(forum, "How to", false);
    discord.tag(forum, "Staff picks", true);
    discord.tag(forum, "Code", false);
    assertThat(bot.platform.tags(inForum())).containsExactly("How to", "Code");
    posted(
        inForum(), post("T".repeat(120), "**body**", "code", "HOW TO", "unknown", "staff picks"));
    assertThat(thread().name()).hasSize(100).endsWith("…");
    assertThat(thread().tags()).containsExactly("Code", "How to");
    assertThat(first().content()).isEqualTo("**body**");
    assertThat(first().buttons()).containsExactly("Open");
  }

  @Test
  void aForumInSlowModeTakesTheNextPostLater() {
    forum.slowMode(60);
    forum.slowModeForBots(400);
    posted(inForum(), post("One", "body"));
    Delivery second = bot.platform.post(inForum(), post("Two", "body"), "n" + count++);
    assertThat(second).isInstanceOf(Delivery.Throttled.class);
    assertThat(((Delivery.Throttled) second).retryAfter())
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
  }

  @Test
  void aForumThatWantsATagGetsOne() {
    forum.requireTag(true);
    discord.tag(forum, "Mods only", true);
    discord.tag(forum, "General", false);
    posted(inForum(), post("A title", "body"));
    assertThat(thread().tags()).containsExactly("General");
  }

  @Test
  void tagsThatWentMeanwhileKeepNothingFromBeingPosted() {
    discord.tag(forum, "Old", false);
    assertThat(bot.platform.tags(inForum())).containsExactly("Old");
    discord.dropTags(forum);
    posted(inForum(), post("A title", "body", "old"));
    assertThat(thread().tags()).isEmpty();
  }

  @Test
  void aChannelShowsACard() {
    posted(inChannel(), post("A title", "x".repeat(3000) + " @everyone", "How to"));
    Shown card = discord.messages(channel).getFirst();
    assertThat(card.content()).startsWith("A title\nxxx").contains("How to");
    assertThat(card.pings()).isEmpty();
    assertThat(bot.platform.fits(inChannel(), post("t", "x".repeat(4000)))).isTrue();
    assertThat(bot.platform.fits(inChannel(), post("t", "x".repeat(4097)))).isFalse();
    assertThat(bot.platform.fits(inForum(), post("t", "x".repeat(2001)))).isFalse();
  }

  @Test
  void aForumNamedAsAChannelIsFound() {
    assertThat(bot.platform.channel("discord-channel:" + forum.id())).contains(inForum());
    assertThat(bot.platform.channel(inChannel())).contains(inChannel());
    assertThat(bot.platform.channel("discord-channel:1")).isEmpty();
    assertThat(bot.platform.channel("telegram-chat:1")).isEmpty();
  }

  @Test
  void aChangeReachesTextTitleAndArchive() {
    MessageId post = posted(inForum(), post("Before", "old"));
    thread().archive(false);
    assertThat(bot.platform.change(post, post("After", "new"))).isEqualTo(new Reach.Done());
    assertThat(thread().name()).isEqualTo("After");
    assertThat(first().content()).isEqualTo("new");
    assertThat(thread().isArchived()).isTrue();

    MessageId card = posted(inChannel(), post("Before", "old"));
    assertThat(bot.platform.change(card, post("After", "new"))).isEqualTo(new Reach.Done());
    assertThat(discord.messages(channel).getFirst().content()).isEqualTo("After\nnew");
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    MessageId locked = posted(inForum(), post("Before", "old"));
    thread().archive(true);
    assertThat(bot.platform.change(locked, post("After", "new"))).isInstanceOf(Reach.Barred.class);

    MessageId card = posted(inChannel(), post("Before", "old"));
    channel.refuse(50001);
    assertThat(bot.platform.change(card, post("After", "new"))).isInstanceOf(Reach.Barred.class);
    assertThat(bot.platform.withdraw(card, gone())).isInstanceOf(Reach.Barred.class);
    assertThat(bot.platform.post(inChannel(), post("t", "b"), "z" + count++))
        .isInstanceOf(Delivery.Gone.class);
    channel.refuse(0);
    discord.delete(channel, discord.messages(channel).getFirst().id());
    assertThat(bot.platform.change(card, post("After", "new"))).isEqualTo(new Reach.Missing());
    assertThat(bot.platform.withdraw(card, gone())).isEqualTo(new Reach.Missing());
  }

  /** Discord carried it out, and nobody heard of that. */
  @Test
  void aPostThatIsPerhapsThereIsFound() {
    for (String where : List.of(inForum(), inChannel())) {
      Post wanted = post("A title", "body");
      posted(where, link("another", "https://chat.example/s/y"));
      assertThat(bot.platform.posted(where, wanted, "lost")).isInstanceOf(Delivery.Gone.class);
      MessageId there = posted(where, wanted);
      posted(where, link("a later one", "https://chat.example/s/z"));
      assertThat(bot.platform.posted(where, wanted, "lost"))
          .isEqualTo(new Delivery.Delivered(there));
    }
  }

  @Test
  void whereTheBotMayNotLookNothingIsFound() {
    for (String where : List.of(inForum(), inChannel())) {
      posted(where, post("A title", "body"));
    }
    forum.refuse(50001);
    channel.refuse(50001);
    for (String where : List.of(inForum(), inChannel())) {
      assertThat(bot.platform.posted(where, post("A title", "body"), "lost"))
          .isInstanceOf(Delivery.Gone.class);
    }
  }

  private static Post link(String title, String address) {
    return new Post(
        title,
        Reply.of(Document.plain("text")).with(List.of(List.of(new Button.Link("Open", address)))),
        List.of());
  }

  private static Reply gone() {
    return Reply.of(Document.plain("This post was withdrawn."));
  }

  @Test
  void whatIsWithdrawnIsGoneOrSaysSo() {
    MessageId card = posted(inChannel(), post("Secret", "old"));
    assertThat(bot.platform.withdraw(card, gone())).isEqualTo(new Reach.Done());
    assertThat(discord.messages(channel)).isEmpty();

    MessageId own = posted(inForum(), post("Secret", "old"));
    assertThat(bot.platform.withdraw(own, gone())).isEqualTo(new Reach.Done());
    assertThat(thread().name()).isEqualTo("This post was withdrawn.");
    assertThat(first().content()).isEqualTo("This post was withdrawn.");
    assertThat(first().buttons()).isEmpty();
    assertThat(thread().isArchived()).isTrue();

    discord.letManageThreads();
    assertThat(bot.platform.withdraw(own, gone())).isEqualTo(new Reach.Done());
    assertThat(discord.threads(forum)).isEmpty();
    assertThat(bot.platform.withdraw(own, gone())).isEqualTo(new Reach.Missing());
    assertThat(bot.platform.budget("telegram-chat:5")).isEqualTo(Optional.empty());
  }
}
