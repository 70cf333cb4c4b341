package io.switchboard.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Person;
import io.switchboard.fake.telegram.Shown;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on Telegram is seen there, and what became of it is told truly. */
class TelegramSaysTest {
  private static final String EVERYTHING =
      """
      # Heading with `code` & <tags>

      Some **bold _nested_** text, `a < b && c`, a [link](https://example.com/?a=1&b=2), a
      [bad one](javascript:alert(1)) and @alice.

      - one
        - two
          - three
      - [x] done

      1. first

         ```java
         List<String> x = null;
         ```
      2. second

      > quoted
      > > deeper

      | Name | Value |
      |:-----|------:|
      | a    | 1     |

      $$\\int_0^1 x < 2 & y$$

      ---

      <think>hidden</think>
      """;

  private final Scene scene = new Scene();
  private final Person alice = scene.fake.person("Alice");
  private final Chat chat = scene.fake.privateChat(alice);
  private final Destination there = Destination.in(new PlaceId("telegram:" + chat.id()));

  @AfterEach
  void close() {
    assertThat(scene.fake.violations()).isEmpty();
    scene.close();
  }

  private MessageId send(Document body) {
    Delivery delivery = scene.bot.send(there, Reply.of(body), "n");
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    return ((Delivery.Delivered) delivery).message();
  }

  private Shown last() {
    return scene.fake.fromBot(chat).getLast();
  }

  @Test
  void everythingInHtml() {
    send(Markdown.parse(EVERYTHING));
    Shown shown = last();
    assertThat(shown.rich()).isFalse();
    assertThat(shown.text()).contains("Heading with code & <tags>", "• one", "☑ done", "@alice");
    assertThat(shown.under("text_link")).containsExactly("link");
    assertThat(shown.under("pre")).anyMatch(c -> c.contains("List<String> x"));
    assertThat(shown.under("code")).contains("a < b && c", "@alice");
    assertThat(shown.entities()).anyMatch(e -> e.argument().equals("java"));
    assertThat(scene.fake.lastCall("sendMessage").at("/link_preview_options/is_disabled"))
        .hasToString("true");
  }

  @Test
  void everythingAsARichMessage() {
    scene.fake.withRichMessages();
    send(Markdown.parse(EVERYTHING));
    Shown shown = last();
    assertThat(shown.rich()).isTrue();
    assertThat(shown.under("h1")).containsExactly("Heading with code & <tags>");
    assertThat(shown.under("td")).contains("a", "1");
    assertThat(shown.under("details")).hasSize(1);
    assertThat(shown.text()).contains("• one", "  • two", "☑ done", "\\lt");
    assertThat(scene.fake.lastCall("sendRichMessage").at("/rich_message/skip_entity_detection"))
        .hasToString("true");
  }

  @Test
  void aServerWithoutRichMessagesIsAskedOnce() {
    scene.fake.withoutBudgets();
    MessageId first = send(Markdown.parse("# One"));
    scene.bot.edit(first, Reply.of(Markdown.parse("# Two")));
    send(Markdown.parse("# Three"));
    assertThat(scene.fake.calls().stream().filter("sendrichmessage"::equals)).hasSize(1);
    assertThat(scene.fake.fromBot(chat)).extracting(Shown::text).containsExactly("Two", "Three");
  }

  @Test
  void richEditsOfPlainMessages() {
    scene.fake.withRichMessages();
    MessageId message = send(Document.plain("growing"));
    assertThat(last().rich()).isFalse();
    assertThat(scene.bot.edit(message, Reply.of(Markdown.parse("# Grown\n\n- [ ] task"))))
        .isEqualTo(new Delivery.Delivered(message));
    assertThat(last().rich()).isTrue();
    assertThat(last().history()).containsExactly("growing");
  }

  @Test
  void longTextsInAsFewMessagesAsCanBe() {
    scene.fake.withoutBudgets();
    String words = "Some words, and **bold** ones & <others>. ".repeat(400);
    List<Document> parts = scene.bot.cut(Markdown.parse(words));
    parts.forEach(this::send);
    assertThat(parts.size()).isBetween(3, 5);
    assertThat(scene.fake.fromBot(chat).stream().map(Shown::text).collect(Collectors.joining(" ")))
        .isEqualToIgnoringWhitespace(words.replace("**", ""));
    scene.fake.withRichMessages();
    send(Markdown.parse("# Rich now"));
    scene.bot = scene.bot(scene.fake.token());
    send(Markdown.parse("# Rich now"));
    List<Document> fewer = scene.bot.cut(Markdown.parse(words));
    assertThat(fewer).hasSize(1);
    send(fewer.getFirst());
    assertThat(last().text()).isEqualToIgnoringWhitespace(words.replace("**", ""));
  }

  /** Telegram shows the format of a hundred stretches, and of the rest the bare text. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00a0\u2003", "\u200b\u2060\ufeff", "\u202e\u0000", "\u3164"})
  void whatShowsNothingIsSentAsAnEllipsis(String nothing) {
    MessageId sent = send(Document.plain(nothing));
    assertThat(last().text()).isEqualTo("…");
    assertThat(scene.bot.edit(sent, Reply.of(Document.plain(nothing))))
        .isEqualTo(new Delivery.Delivered(sent));
  }

  @Test
  void nothingIsNeverEmpty() {
    send(new Document(List.of()));
    send(Document.plain(" "));
    assertThat(scene.fake.fromBot(chat)).extracting(Shown::text).containsExactly("…", "…");
  }

  @Test
  void buttonsAndLinksThatCannotBeButtons() {
    scene.bot.send(
        there,
        Reply.of(Document.plain("Done."))
            .with(
                List.of(
                    List.of(
                        new Button.Press("Stop", "x".repeat(64)),
                        new Button.Link("Docs", "https://example.org/s/abc?x=1")),
                    List.of(new Button.Link("Open", "http://127.0.0.1:8080/s/abc")))),
        "n");
    assertThat(last().labels()).containsExactly("Stop", "Docs");
    assertThat(last().text()).isEqualTo("Done.\n\nOpen: http://127.0.0.1:8080/s/abc");
    scene.bot.edit(
        new MessageId("telegram:" + chat.id() + "/" + last().id()),
        Reply.of(Document.plain("Over.")));
    assertThat(last().labels()).isEmpty();
  }

  @Test
  void repliesGoToTheQuestionIfItIsStillThere() {
    Shown question = scene.fake.say(alice, chat, "why?");
    Destination to = new Destination(there.place(), "" + question.id());
    scene.bot.send(to, Reply.of(Document.plain("because")), "n");
    assertThat(last().replyTo()).isEqualTo(question.id());
    scene.bot.send(new Destination(there.place(), "99999"), Reply.of(Document.plain("x")), "n");
    assertThat(last().text()).isEqualTo("x");
  }

  @Test
  void whatBecameOfIt() {
    MessageId message = send(Document.plain("same"));
    assertThat(scene.bot.edit(message, Reply.of(Document.plain("same"))))
        .isEqualTo(new Delivery.Delivered(message));
    scene.fake.throttleNext(chat, 7);
    assertThat(scene.bot.edit(message, Reply.of(Document.plain("other"))))
        .isEqualTo(new Delivery.Throttled(Duration.ofSeconds(7)));
    assertThat(scene.bot.delete(message)).isEqualTo(new Delivery.Delivered(message));
    assertThat(scene.bot.delete(message)).isEqualTo(new Delivery.Delivered(message));
    Chat other = scene.fake.privateChat(scene.fake.person("Bob"));
    Destination elsewhere = Destination.in(new PlaceId("telegram:" + other.id()));
    assertThat(
            scene.bot.edit(
                new MessageId("telegram:" + other.id() + "/1"), Reply.of(Document.plain("x"))))
        .isInstanceOf(Delivery.Gone.class);
    scene.fake.expel(other);
    assertThat(scene.bot.send(elsewhere, Reply.of(Document.plain("x")), "n"))
        .isInstanceOf(Delivery.Gone.class);
    assertThat(
            scene.bot.send(
                Destination.in(new PlaceId("telegram:-5")), Reply.of(Document.plain("x")), "n"))
        .isInstanceOf(Delivery.Gone.class);
    scene.fake.badGateway("<html>502 Bad Gateway</html>");
    assertThat(scene.bot.send(elsewhere, Reply.of(Document.plain("x")), "n"))
        .isInstanceOf(Delivery.Failed.class);
    scene.fake.down();
    assertThat(scene.bot.send(elsewhere, Reply.of(Document.plain("x")), "n"))
        .isInstanceOf(Delivery.Failed.class);
  }

  @Test
  void aGroupThatMovedIsFollowed() {
    Chat group = scene.fake.group("Old", alice);
    Chat after = scene.fake.migrate(group);
    Destination old = Destination.in(new PlaceId("telegram:" + group.id()));
    Delivery delivery = scene.bot.send(old, Reply.of(Document.plain("hello")), "n");
    int id = scene.fake.fromBot(after).getFirst().id();
    assertThat(delivery)
        .isEqualTo(new Delivery.Delivered(new MessageId("telegram:" + after.id() + "/" + id)));
    scene.bot.send(old, Reply.of(Document.plain("again")), "n");
    assertThat(scene.fake.fromBot(after)).hasSize(2);
  }

  @Test
  void drafts() {
    assertThat(scene.bot.draft(there.place(), 7, new Document(List.of()))).isTrue();
    assertThat(scene.fake.drafts().values()).containsExactly("Thinking…");
    assertThat(scene.bot.draft(there.place(), 1L << 40, Document.plain("half"))).isTrue();
    assertThat(scene.bot.draft(there.place(), 1L << 40, Document.plain("half of"))).isTrue();
    assertThat(scene.fake.drafts().values()).contains("half of").doesNotContain("half");
    Chat group = scene.fake.group("G", alice);
    PlaceId place = new PlaceId("telegram:" + group.id());
    assertThat(scene.bot.draft(place, 1, Document.plain("no"))).isFalse();
  }

  @Test
  void postsHaveATitle() {
    Chat forum = scene.fake.forum("Club", alice);
    Chat topic = scene.fake.topic(forum, "Best of");
    Delivery delivery =
        scene.bot.post(
            "telegram-chat:" + forum.id() + "/" + topic.topic(),
            new Post("A title", Reply.of(Document.plain("The answer.")), List.of("How to")),
            "n");
    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    Shown post = scene.fake.fromBot(topic).getFirst();
    assertThat(post.text()).startsWith("A title\n").contains("The answer.").endsWith("#how_to");
    assertThat(post.under("bold")).containsExactly("A title");
  }

  @Test
  void ratesLeaveAMargin() {
    assertThat(scene.bot.rates(there.place())).hasSize(2);
    assertThat(scene.bot.rates(new PlaceId("telegram:-100/5"))).hasSize(3);
  }
}
