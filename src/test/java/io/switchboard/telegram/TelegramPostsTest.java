package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Reach;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Posts on Telegram, over the real client: channels, groups and topics, and what becomes of them.
 */
class TelegramPostsTest {
  private final Scene scene = new Scene();
  private final Chat channel = scene.fake.channel("Community");

  @BeforeEach
  void hurry() {
    scene.fake.withoutBudgets();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static Post post(String title, String text, String... tags) {
    return new Post(
        title,
        Reply.of(Markdown.parse(text))
            .with(List.of(List.of(new Button.Link("Open", "https://chat.example.org/s/x")))),
        List.of(tags));
  }

  private MessageId posted(Chat chat) {
    String topic = chat.topic() == 0 ? "" : "/" + chat.topic();
    Delivery delivery =
        scene.bot.post(
            "telegram-chat:" + chat.id() + topic, post("A title", "Some **text**", "How to!"), "n");
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).message();
  }

  private static Reply gone() {
    return Reply.of(Document.plain("This post was withdrawn."));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPostIsRichOrElseHtml(boolean rich) {
    if (rich) {
      scene.fake.withRichMessages();
    }
    posted(channel);
    var shown = scene.fake.fromBot(channel).getFirst();
    assertThat(shown.rich()).isEqualTo(rich);
    assertThat(shown.text()).startsWith("A title\n").contains("Some text", "#how_to");
    assertThat(shown.labels()).containsExactly("Open");
  }

  @Test
  void aTopicIsAChannelOfItsOwn() {
    Chat forum = scene.fake.forum("Topics");
    Chat topic = scene.fake.topic(forum, "Answers");
    posted(topic);
    assertThat(scene.fake.fromBot(topic)).hasSize(1);
    String words = "telegram-chat:" + forum.id() + "/" + topic.topic();
    assertThat(scene.bot.channel(words)).contains(words);
    assertThat(scene.bot.channel("telegram-chat:-5")).isEmpty();
    assertThat(scene.bot.channel("discord-channel:5")).isEmpty();
  }

  @Test
  void changesReachIt() {
    MessageId post = posted(channel);
    assertThat(scene.bot.change(post, post("After", "new"))).isEqualTo(new Reach.Done());
    assertThat(scene.bot.change(post, post("After", "new"))).isEqualTo(new Reach.Done());
    assertThat(scene.fake.fromBot(channel).getFirst().text()).isEqualTo("After\nnew");
    assertThat(scene.bot.withdraw(post, gone())).isEqualTo(new Reach.Done());
    assertThat(scene.fake.fromBot(channel)).isEmpty();
    assertThat(scene.bot.withdraw(post, gone())).isEqualTo(new Reach.Done());
    assertThat(scene.bot.change(post, post("After", "new"))).isEqualTo(new Reach.Missing());
  }

  @Test
  void whatIsTooOldToBeDeletedSaysThatItIsWithdrawn() {
    MessageId post = posted(channel);
    scene.fake.age(scene.fake.fromBot(channel).getFirst());
    assertThat(scene.bot.withdraw(post, gone())).isEqualTo(new Reach.Done());
    var shown = scene.fake.fromBot(channel).getFirst();
    assertThat(shown.text()).isEqualTo("This post was withdrawn.");
    assertThat(shown.labels()).isEmpty();
  }

  @Test
  void whoWasThrownOutIsToldSo() {
    MessageId post = posted(channel);
    scene.fake.expel(channel);
    assertThat(scene.bot.change(post, post("After", "new"))).isInstanceOf(Reach.Barred.class);
    assertThat(scene.bot.withdraw(post, gone())).isInstanceOf(Reach.Barred.class);
    scene.fake.readmit(channel);
    assertThat(scene.bot.withdraw(post, gone())).isEqualTo(new Reach.Done());
    scene.fake.down();
    assertThat(scene.bot.withdraw(post, gone())).isInstanceOf(Reach.Unknown.class);
  }
}
