package io.switchboard.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.fake.telegram.Chat;
import io.switchboard.fake.telegram.Shown;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The real process, killed while somebody tidies their conversations: what was said to be done is
 * done, what was not is done when the platform tells it again, and nothing is half done.
 */
class KilledTalksTest extends OnTelegram {
  private static final String AGAIN = "Try again";

  private final Chat chat = telegram.privateChat(tess);

  @BeforeEach
  void slowly() {
    account.when(" slow", Script.answer("word ".repeat(400)).pace(5, Duration.ofMillis(200)));
  }

  private Shown see(String text, String button) {
    return see(chat, text, button);
  }

  private void ask(String question) {
    telegram.say(tess, chat, question);
    see(question, AGAIN);
  }

  @Test
  void whatWasRenamedSwitchedAndDeletedStaysSo() {
    ask("First pears");
    telegram.say(tess, chat, "/new");
    see("A new conversation begins here", "");
    ask("Second plums");

    killAt("now called");
    telegram.say(tess, chat, "/conversations rename Grapes");
    diesAndStartsAgain();
    telegram.say(tess, chat, "/conversations");
    Shown list = see("Grapes (you are here)", "Rename");

    String switching =
        list.labels().stream().filter(l -> l.contains("First pears")).findFirst().orElseThrow();
    killAt("We go on with");
    telegram.press(tess, list, switching);
    diesAndStartsAgain();
    ask("And now?");
    assertThat(account.answersFor("And now?").getLast().request().toString())
        .contains("First pears")
        .doesNotContain("Second plums");

    telegram.say(tess, chat, "/share");
    telegram.press(tess, see("Nothing is shared yet", "Share"), "Share");
    Shown link = see("The link ends:", "End this link");
    telegram.say(tess, chat, "/conversations search pears");
    telegram.press(tess, see("in one conversation", "Delete"), "Delete");
    Shown sure = see("One live link to it ends, too", "Yes, delete it");
    killAt("is deleted");
    telegram.press(tess, sure, "Yes, delete it");
    diesAndStartsAgain();
    telegram.say(tess, chat, "/conversations");
    await()
        .atMost(PATIENCE)
        .until(() -> see("You have one conversation", "").text().contains("Grapes"));
    await().atMost(PATIENCE).until(() -> telegram.now(link).text().contains("withdrawn"));
    telegram.say(tess, chat, "/shares");
    see("no live links", "");
  }

  @Test
  void beingForgottenIsFinishedAfterARestart() {
    ask("My secret is a pear");
    telegram.say(tess, chat, "And slowly slow");
    see("word", "Stop");
    telegram.say(tess, chat, "/forgetme");
    Shown sure = see("Everything of yours would go", "Yes, forget me");
    telegram.press(tess, sure, "Yes, forget me");
    await().atMost(PATIENCE).until(() -> telegram.unconfirmed() == 0);
    process.kill();
    start();
    await()
        .atMost(PATIENCE)
        .until(() -> telegram.fromBot(chat).stream().noneMatch(m -> m.text().contains("pear")));
    telegram.say(tess, chat, "/conversations");
    see("You have no conversations yet", "");
  }
}
