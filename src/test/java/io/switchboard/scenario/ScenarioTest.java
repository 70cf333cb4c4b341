package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.picture.SystemFonts;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What people do with the bot, played on each platform through its real client library. */
abstract class ScenarioTest extends Play {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @Test
  void usageAndStatusComeWithPictures() {
    line.start("limits: {default: {requests: [9/hour]}}");
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    stage.command("Ben", "usage", "");
    Seen usage = see(() -> stage.inPrivate("Ben"), "1 of 9 questions per hour, 8 left");
    stage.command("Ben", "status", "");
    Seen status = see(() -> stage.inPrivate("Ben"), "Last hour: one question");
    assertThat(status.text()).contains("Typical wait:");
    if (SystemFonts.there()) {
      assertThat(stage.files(usage)).containsExactly("usage.png");
      assertThat(stage.files(status)).containsExactly("status.png");
    }
  }

  @Test
  void limitsAreHeldSaidAndChanged() {
    line.start("limits: {default: {requests: [2/hour]}}");
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "two", AGAIN);
    stage.say("Ben", "three");
    Seen refusal = see(() -> stage.inPrivate("Ben"), "used up your 2 questions per hour");
    assertThat(refusal.text()).contains("You can ask again:");
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "2 of 2 questions per hour, 0 left");

    stage.command("Ben", "limit", "set " + stage.id("Ben") + " 50/hour");
    see(() -> stage.inPrivate("Ben"), "for admins only");
    stage.command("Ada", "limit", "set " + stage.id("Ben") + " fifty");
    see(() -> stage.inPrivate("Ada"), "fifty");
    stage.command("Ada", "limit", "set " + stage.id("Ben") + " 3/hour");
    see(() -> stage.inPrivate("Ada"), "3 questions per hour");
    stage.say("Ben", "four");
    see(() -> stage.inPrivate("Ben"), "four", AGAIN);
    assertThat(line.account.answersFor("three")).isEmpty();

    line.clock.step(Duration.ofMinutes(61));
    stage.say("Ben", "five");
    see(() -> stage.inPrivate("Ben"), "five", AGAIN);
  }

  @Test
  void strangersAreTurnedAway() {
    line.start("");
    stage.say("Mallory", "Let me in");
    Seen refusal = see(() -> stage.inPrivate("Mallory"), "may not talk with you yet");
    assertThat(refusal.text()).contains(stage.id("Mallory"));
    assertThat(line.account.generations()).isEmpty();
  }

  @Test
  void aShareIsPreviewedConfirmedReadAndEnds() {
    line.start("");
    stage.say("Ben", "Share me, please");
    see(() -> stage.inPrivate("Ben"), "Share me, please", AGAIN);
    stage.command("Ben", "share", "");
    Seen preview = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet");
    assertThat(line.get(preview.links().getFirst()).body()).contains("Share me, please");
    stage.press("Ben", preview, "Share");
    Seen live = see(() -> stage.inPrivate("Ben"), "The link ends:");
    String link = live.links().getFirst();
    var page = line.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Share me, please");
    assertThat(page.headers().firstValue("x-robots-tag").orElse("")).contains("noindex");

    line.clock.step(Duration.ofDays(7).plusSeconds(1));
    assertThat(line.get(link).statusCode()).isEqualTo(404);
    line.sweep();
    see(() -> stage.inPrivate("Ben"), "The link has expired");
  }

  @Test
  void aLinkIsEndedByItsOwnerAlone() {
    line.start("");
    stage.sayInGroup("Ben", "Public matters");
    Seen answer = see(() -> stage.inGroup("Ben"), "Public matters", AGAIN);
    stage.press("Cleo", answer, "Share");
    see(() -> stage.inGroup("Cleo"), "belongs to somebody else");
    stage.press("Ben", answer, "Share");
    Seen preview = see(() -> stage.inGroup("Ben"), "Nothing is shared yet");
    stage.press("Ben", preview, "Share");
    Seen live = see(() -> stage.inGroup("Ben"), "The link ends:");
    stage.press("Cleo", live, "End this link");
    assertThat(line.get(live.links().getFirst()).statusCode()).isEqualTo(200);
    stage.press("Ben", live, "End this link");
    see(() -> stage.inGroup("Ben"), "The link has been withdrawn");
    assertThat(line.get(live.links().getFirst()).statusCode()).isEqualTo(404);
  }

  @Test
  void aShareIsPostedInTheCommunityAndEndsThereToo() {
    line.start("community: {enabled: true, channels: [\"" + stage.communityChannel() + "\"]}");
    stage.say("Ben", "Worth a post");
    Seen answer = see(() -> stage.inPrivate("Ben"), "Worth a post", AGAIN);
    stage.press("Ben", answer, "Share");
    Seen preview = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet");
    stage.press("Ben", preview, "Share, and post in the community");
    Seen live = see(() -> stage.inPrivate("Ben"), "The link ends:");
    Seen post = see(() -> stage.inCommunity(), "Worth a post");
    assertThat(post.links()).anyMatch(link -> live.links().contains(link));

    stage.press("Ben", live, "End this link");
    see(() -> stage.inCommunity(), "has ended");
    assertThat(stage.inCommunity()).noneMatch(m -> m.text().contains("Worth a post"));
  }

  @Test
  void whereTheCommunityIsOffNobodyIsOfferedAPost() {
    line.start("");
    stage.say("Ben", "Mine alone");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Mine alone", AGAIN), "Share");
    Seen preview = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet");
    assertThat(preview.buttons()).noneMatch(b -> b.contains("community"));
  }

  @Test
  void aBrokenAnswerIsNeitherHiddenNorCharged() {
    line.account.otherwise(Script.refuse(401, "invalid_request_error", "invalid_api_key", "No."));
    line.start("limits: {default: {requests: [5/hour]}}");
    stage.say("Ben", "Anything?");
    see(() -> stage.inPrivate("Ben"), "only an admin can mend that", AGAIN);
    await()
        .until(
            () -> {
              stage.command("Ben", "usage", "");
              return stage.inPrivate("Ben").stream()
                  .anyMatch(m -> m.text().contains("0 of 5 questions per hour"));
            });
  }

  @Test
  void badInputGetsAClearAnswer() {
    line.start("limits: {default: {promptLength: 100}}");
    stage.say("Ben", "/shrae");
    see(() -> stage.inPrivate("Ben"), "Did you mean /share?");
    stage.command("Ben", "share", "");
    see(() -> stage.inPrivate("Ben"), "nothing to share here yet");
    stage.say("Ben", "x".repeat(101));
    see(() -> stage.inPrivate("Ben"), "101 characters long; 100 are allowed");
    stage.say("Ben", "/ask");
    see(() -> stage.inPrivate("Ben"), "What would you like to know?");
    assertThat(line.account.generations()).isEmpty();
  }

  @Test
  void modelsTextIsHarmless() {
    line.account.next(
        Script.answer(
            "Hello @everyone, @ada, @here and <@1> <@&2>, <script>alert(1)</script> <b>bold</b>"
                + " & *stars* https://evil.example/?q=1 [x](https://evil.example/y)"
                + " ![z](https://evil.example/z.png) THE END"));
    line.start("");
    stage.sayInGroup("Ben", "Be nasty");
    Seen answer = see(() -> stage.inGroup("Ben"), "THE END", AGAIN);
    assertThat(answer.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void filesReachTheModel() {
    byte[] picture = Base64.getDecoder().decode(PIXEL);
    line.start("");
    stage.send("Ben", "What is in this picture?", "dot.png", picture);
    see(() -> stage.inPrivate("Ben"), "What is in this picture?", AGAIN);
    assertThat(line.account.answersFor("What is in this").getFirst().request().toString())
        .contains("data:image/png;base64," + PIXEL);

    stage.send("Ben", "Summarize, please", "notes.txt", "Buy milk".getBytes(UTF_8));
    see(() -> stage.inPrivate("Ben"), "Buy milk", AGAIN);
    assertThat(line.account.answersFor("Summarize").getFirst().request().toString())
        .contains("notes.txt")
        .contains("data:image/png;base64," + PIXEL);

    line.account.next(
        Script.refuse(400, "invalid_request_error", "invalid_value", "No image_url here."));
    stage.send("Ben", "And this one?", "dot.png", picture);
    see(() -> stage.inPrivate("Ben"), "This model takes no pictures", AGAIN);
  }

  @Test
  void filesThatCannotBeReadAreRefusedClearly() {
    line.start("attachments: {bytes: 1000, textCharacters: 200}");
    stage.send("Ben", "What happens here?", "film.mp4", new byte[10]);
    see(() -> stage.inPrivate("Ben"), "cannot read film.mp4");
    stage.send("Ben", "And here?", "dot.png", new byte[1001]);
    see(() -> stage.inPrivate("Ben"), "dot.png has");
    stage.send("Ben", "And there?", "notes.txt", new byte[900]);
    see(() -> stage.inPrivate("Ben"), "notes.txt is too long: 200 characters");
    assertThat(line.account.generations()).isEmpty();
  }

  @Test
  void moreFilesThanAllowedAreRefusedClearly() {
    byte[] picture = Base64.getDecoder().decode(PIXEL);
    line.start("limits: {default: {attachments: 2}}\nattachments: {count: 3}");
    stage.album("Ben", "Compare these.", picture, picture);
    see(() -> stage.inPrivate("Ben"), "", AGAIN);
    stage.command("Ada", "limit", "set " + stage.id("Ben") + " 1 attachment");
    see(() -> stage.inPrivate("Ada"), "is now 1 file a question");
    stage.album("Ben", "And these?", picture, picture);
    see(
        () -> stage.inPrivate("Ben"),
        "2 files came with your question; one is allowed. Please send fewer.");
    assertThat(line.account.generations()).hasSize(1);
  }
}
