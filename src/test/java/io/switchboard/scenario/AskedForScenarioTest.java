package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.telegram.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command about links lacks is asked for on each platform, in its own way. */
abstract class AskedForScenarioTest extends Play {
  /** Answers the bot's question: a reply on Telegram, a form on Discord. */
  abstract void answer(String person, Seen question, String text);

  private String link;
  private String number;

  @BeforeEach
  void share() {
    line.start("");
    stage.say("Ben", "Pears?");
    see(() -> stage.inPrivate("Ben"), "Pears?", AGAIN);
    stage.command("Ben", "share", "");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet"), "Share");
    Seen live = see(() -> stage.inPrivate("Ben"), "The link ends:");
    link = live.links().stream().filter(l -> l.contains("/s/")).findFirst().orElseThrow();
    Matcher found = Pattern.compile("/shares rename (\\d+)").matcher(live.text());
    number = found.find() ? found.group(1) : "1";
  }

  @Test
  void howOftenALinkMayBeOpened() {
    String called = number + " · Pears?";
    stage.command("Ben", "shares", "views");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "/shares views", called), called);
    Seen how = see(() -> stage.inPrivate("Ben"), "How often may “Pears?” be opened");
    assertThat(how.buttons()).contains("1", "10", "100", "any number of times");
    stage.press("Ben", how, "1");
    see(() -> stage.inPrivate("Ben"), "It can be opened once");
    stage.command("Ben", "shares", "views " + number);
    Seen again = see(() -> stage.inPrivate("Ben"), "How often", "Something else…");
    stage.press("Ben", again, "any number of times");
    await().atMost(Duration.ofMinutes(4)).until(() -> line.get(link).body().contains("Pears?"));
  }

  @Test
  void aPassword() {
    String called = number + " · Pears?";
    stage.command("Ben", "shares", "password");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "/shares password", called), called);
    Seen which = see(() -> stage.inPrivate("Ben"), "Which password should “Pears?” ask for");
    answer("Ben", which, "open sesame");
    see(() -> stage.inPrivate("Ben"), "asks for");
    assertThat(line.get(link).body()).contains("password").doesNotContain("Pears?");
    stage.command("Ben", "shares", "password " + number + " off");
    await().atMost(Duration.ofMinutes(4)).until(() -> line.get(link).body().contains("Pears?"));
  }
}

class AskedForOnDiscordTest extends AskedForScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }

  @Override
  void answer(String person, Seen question, String text) {
    ((DiscordStage) stage).fill(person, question, "Write it…", text);
  }
}

class AskedForOnTelegramTest extends AskedForScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }

  @Override
  void answer(String person, Seen question, String text) {
    stage.reply(person, question, text);
  }

  @Test
  void theCodeOfAnInvitation() {
    stage.command("Ada", "member", "invite for 7d uses 5");
    Matcher code =
        Pattern.compile("/join ([A-Z2-9]{12})")
            .matcher(see(() -> stage.inPrivate("Ada"), "Invitation code").text());
    assertThat(code.find()).isTrue();
    stage.command("Mallory", "join", "");
    Seen asked = see(() -> stage.inPrivate("Mallory"), "reply to this message with its code");
    assertThat(((TelegramStage) stage).fake().opensReply((Shown) asked.message())).isTrue();
    answer("Mallory", asked, code.group(1));
    see(() -> stage.inPrivate("Mallory"), "Welcome, you are in!");
    stage.say("Mallory", "Am I in?");
    see(() -> stage.inPrivate("Mallory"), "Am I in?", AGAIN);
  }
}
