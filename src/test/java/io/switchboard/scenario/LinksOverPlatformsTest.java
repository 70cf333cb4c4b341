package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was shared on one platform is gone on with, and signed in for, on the other. */
class LinksOverPlatformsTest {
  private static final String AGAIN = "Try again";

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final TelegramStage telegram = new TelegramStage();
  private Line line;

  @BeforeEach
  void open() {
    line = new Line(folder, discord).alsoOn(telegram).start("");
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

  private String share(Stage stage, String question, String arguments) {
    stage.say("Ben", question);
    see(() -> stage.inPrivate("Ben"), question, AGAIN);
    stage.command("Ben", "share", arguments);
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet"), "Share");
    return Surfer.link(see(() -> stage.inPrivate("Ben"), "The link ends:"), "/s/");
  }

  private void goneOnWith(Stage from, Stage on) {
    String link = share(from, "My cat is called Mimi.", "");
    // As the button of its page says it, which leads into the chat.
    Matcher onward =
        Pattern.compile("start=(import-[\\w-]+)|/import (http[^<]+)")
            .matcher(line.get(link).body());
    assertThat(onward.find()).isTrue();
    if (on == telegram && onward.group(1) != null) {
      on.say("Cleo", "/start " + onward.group(1));
    } else {
      on.command("Cleo", "import", link);
    }
    see(() -> on.inPrivate("Cleo"), "is yours now");
    from.command("Ben", "forgetme", "");
    from.press("Ben", see(() -> from.inPrivate("Ben"), "Everything of yours"), "Yes, forget me");
    see(() -> from.inPrivate("Ben"), "you are forgotten");
    await().until(() -> line.get(link).statusCode() == 404);
    on.say("Cleo", "What is she called?");
    see(() -> on.inPrivate("Cleo"), "What is she called?", AGAIN);
    assertThat(line.account.answersFor("What is she called?").getFirst().request().toString())
        .contains("My cat is called Mimi.");
    on.command("Cleo", "conversations", "");
    see(() -> on.inPrivate("Cleo"), "My cat is called Mimi.");
  }

  @Test
  void aConversationOfDiscordIsGoneOnWithOnTelegram() {
    goneOnWith(discord, telegram);
  }

  @Test
  void aConversationOfTelegramIsGoneOnWithOnDiscord() {
    goneOnWith(telegram, discord);
  }

  /** The page asks for it, the bot sends the link, and the browser is back on the page. */
  private void signedInFor(String link, Stage on) {
    try (Surfer browser = new Surfer()) {
      assertThat(browser.get(link).statusCode()).isEqualTo(404);
      Matcher code =
          Pattern.compile("<code>/login ([A-Z0-9-]+)</code>").matcher(browser.askedToSignIn(link));
      assertThat(code.find()).isTrue();
      on.command("Cleo", "login", code.group(1));
      Seen sent = see(() -> on.inPrivate("Cleo"), "/login/");
      assertThat(browser.signedIn(Surfer.link(sent, "/login/"))).isEqualTo(path(link));
      assertThat(browser.get(link).body()).contains("For members");
    }
  }

  private static String path(String link) {
    return link.substring(link.indexOf("/s/"));
  }

  @Test
  void whoSignsInIsBackOnThePageThatWasAskedFor() {
    String link = share(discord, "For members", "members");
    signedInFor(link, telegram);
    signedInFor(link, discord);
  }
}
