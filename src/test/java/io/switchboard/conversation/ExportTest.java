package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.export.Labels;
import io.switchboard.conversation.export.ReadJson;
import io.switchboard.conversation.export.Whole;
import io.switchboard.conversation.export.WriteHtml;
import io.switchboard.conversation.export.WriteJson;
import io.switchboard.conversation.export.WriteMarkdown;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  private static final MemberId ALICE = new MemberId(1);
  private static final MemberId BOB = new MemberId(2);
  private static final Labels LABELS = new Labels("Question", "Answer", "Files:", "en");
  private static final String RICH =
      "# 标题\n\n"
          + "한국어 👩‍👩‍👧 $x^2$\n\n"
          + "```java\n"
          + "int a = 1; // <b>\n"
          + "```\n\n"
          + "| a | b |\n"
          + "|---|---|\n"
          + "| 1 | 2 |\n";

  private final Database database = TestDatabases.h2();
  private final Conversations conversations =
      new Conversations(database, () -> Instant.parse("2026-03-01T12:00:00Z"));
  private final Place here = new Place(new PlaceId("test:here"), Place.Kind.PRIVATE, "", List.of());
  private long request;

  @AfterEach
  void close() {
    database.close();
  }

  private Turn ask(Question question, String answer) {
    Turn turn = conversations.begin(++request, question);
    conversations.answered(turn.id(), answer, true);
    return turn;
  }

  /** Two variants of an answer, an edited question, a file, and a way back. */
  private ConversationId tree() {
    ConversationId c = conversations.current(ALICE, here);
    Attachment file = new Attachment("猫.png", "image/png", 5, "discord:secret/reference");
    Turn one = ask(new Question(c, null, null, "<script>one</script> *1*", List.of(file)), RICH);
    Turn two = ask(new Question(c, null, null, "two", List.of()), "second");
    Turn again = ask(new Question(c, null, two.id(), "", List.of()), "another second");
    ask(new Question(c, null, null, two.id(), "edited", List.of(), null), "third");
    conversations.begin(++request, new Question(c, one.id(), null, "never answered", List.of()));
    assertThat(conversations.goOnFrom(again.id(), ALICE)).isTrue();
    return c;
  }

  private Whole whole(ConversationId conversation, MemberId member) {
    return conversations.whole(conversation, member, id -> "nobody").orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws Exception {
    Whole whole = whole(tree(), ALICE);
    assertThat(whole.path()).hasSize(2);
    String json = WriteJson.of(whole);
    assertThat(json).contains("猫.png").doesNotContain("discord:secret");
    Whole read = ReadJson.of(bytes(json));
    assertThat(read).isEqualTo(whole);
    ConversationId taken = conversations.take(read, BOB, here);
    assertThat(conversations.current(BOB, here)).isEqualTo(taken);
    assertThat(whole(taken, BOB)).isEqualTo(whole);
    assertThat(conversations.path(taken, BOB))
        .extracting(Turn::answer)
        .containsExactly(RICH, "another second");
    assertThat(conversations.variants(conversations.path(taken, BOB).getLast().id(), BOB))
        .hasSize(2);
    assertThat(conversations.path(taken, ALICE)).isEmpty();
    assertThat(ask(new Question(taken, null, null, "go on", List.of()), "yes").parent())
        .isEqualTo(conversations.path(taken, BOB).get(1).id());
  }

  @Test
  void somebodyElsesConversationIsNotGivenOut() {
    assertThat(conversations.whole(tree(), BOB, id -> "")).isEmpty();
  }

  @Test
  void markdownHoldsThePresentPath() {
    String text = WriteMarkdown.of(whole(tree(), ALICE), LABELS);
    assertThat(text)
        .contains("## Question", "## Answer", "한국어 👩‍👩‍👧", "```java\nint a = 1; // <b>\n```")
        .contains("another second", "猫.png")
        .doesNotContain("\nsecond", "third", "never answered");
  }

  @Test
  void htmlIsHarmlessAndNeedsNothing() {
    String page = WriteHtml.of(whole(tree(), ALICE), LABELS);
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains(
            "&lt;script&gt;one&lt;/script&gt; *1*",
            "<table>",
            "한국어",
            "<msup>",
            "default-src 'none'")
        .doesNotContain("<script", "http://", "https://");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"version\" : 1~\"version\" : 2~version",
        "\"parent\" : 1~\"parent\" : 9~parent",
        "\"parent\" : 1~\"parent\" : -1~parent",
        "\"number\" : 2~\"number\" : 7~number",
        "\"present\" : 3~\"present\" : 99~present",
        "\"present\" : 3~\"present\" : 3, \"owner\" : 1~unknown field",
        "\"variantOf\" : 2~\"variantOf\" : 1~variantOf",
        "\"complete\" : true~\"complete\" : \"yes\"~complete",
        "2026-03-01T12~9999-03-01T12~askedAt",
        "\"files\" : [ \"猫.png\" ]~\"files\" : [ 7 ]~files",
        "\"title\"~\"title\" : \"x\", \"title\"~not JSON",
        "switchboard-conversation~something-else~format",
      })
  void whatIsChangedIsRefused(String from, String to, String why) {
    String json = WriteJson.of(whole(tree(), ALICE));
    assertThat(json).contains(from);
    assertThatThrownBy(() -> ReadJson.of(bytes(json.replaceFirst(Pattern.quote(from), to))))
        .isInstanceOf(ReadJson.NotOurs.class)
        .hasMessageContaining(why);
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String text : List.of("", "[]", "7", "{", "{} {}", "[".repeat(5000), "\0\1")) {
      assertThatThrownBy(() -> ReadJson.of(bytes(text))).isInstanceOf(ReadJson.NotOurs.class);
    }
    assertThatThrownBy(() -> ReadJson.of(new byte[ReadJson.LARGEST + 1]))
        .isInstanceOf(ReadJson.NotOurs.class);
  }
}
