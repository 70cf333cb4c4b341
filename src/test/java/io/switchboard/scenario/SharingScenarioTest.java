package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Shown;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sharing as people do it, played on both platforms. */
abstract class SharingScenarioTest extends Play {
  private Seen share(String person, String question, String arguments) {
    stage.say(person, question);
    see(() -> stage.inPrivate(person), question, AGAIN);
    stage.command(person, "share", arguments);
    return see(() -> stage.inPrivate(person), "Nothing is shared yet");
  }

  private String publish(String person, Seen preview) {
    stage.press(person, preview, "Share");
    return link(see(() -> stage.inPrivate(person), "The link ends:", "End this link"));
  }

  private static String link(Seen message) {
    Optional<String> link = message.links().stream().filter(l -> l.contains("/s/")).findFirst();
    return link.orElseThrow();
  }

  @Test
  void whatIsFoundIsCoveredByOnePress() {
    line.start("");
    Seen preview = share("Ben", "Mail me at ben.secret@example.org, please", "");
    assertThat(preview.text()).contains("1. A mail address");
    assertThat(line.get(link(preview)).body()).contains("ben.secret@example.org");
    stage.press("Ben", preview, "Cover what was found");
    Seen covered = see(() -> stage.inPrivate("Ben"), "(covered)");
    assertThat(line.get(link(covered)).body()).doesNotContain("ben.secret").contains("█████");
    String link = publish("Ben", covered);
    assertThat(line.get(link).body()).doesNotContain("ben.secret").contains("█████");
  }

  @Test
  void theLastOfSeveralAndUntilWhen() {
    line.start("");
    stage.say("Ben", "First question");
    see(() -> stage.inPrivate("Ben"), "First question", AGAIN);
    stage.say("Ben", "Second question");
    see(() -> stage.inPrivate("Ben"), "Second question", AGAIN);
    Seen preview = share("Ben", "Third question", "last 2 24h");
    assertThat(preview.text()).contains("2 questions").contains("1 day");
    String page = line.get(link(preview)).body();
    assertThat(page).contains("Second question", "Third question").doesNotContain("First");
    stage.press("Ben", preview, "Whole conversation instead");
    see(() -> stage.inPrivate("Ben"), "3 questions");
  }

  /** Shares an answer that is already there. */
  abstract void shareThis(String person, Seen answer);

  @Test
  void anAnswerOfBeforeIsSharedAloneAndARangeByItsNumbers() {
    line.start("");
    stage.say("Ben", "First question");
    Seen first = see(() -> stage.inPrivate("Ben"), "First question", AGAIN);
    for (String next : List.of("Second question", "Third question")) {
      stage.say("Ben", next);
      see(() -> stage.inPrivate("Ben"), next, AGAIN);
    }
    shareThis("Ben", first);
    Seen alone = see(() -> stage.inPrivate("Ben"), "one question and its answer");
    assertThat(line.get(link(alone)).body())
        .contains("First question")
        .doesNotContain("Second", "Third");
    stage.command("Ben", "share", "2-3");
    Seen range = see(() -> stage.inPrivate("Ben"), "2 questions and their answers");
    assertThat(line.get(link(range)).body())
        .contains("Second question", "Third question")
        .doesNotContain("First question");
  }

  @Test
  void aLinkIsChangedAndRemindedOfAndExtended() {
    line.start("");
    String link = publish("Ben", share("Ben", "Worth keeping", "8h"));
    assertThat(line.get(link).statusCode()).isEqualTo(200);
    stage.command("Ben", "shares", "");
    Seen list = see(() -> stage.inPrivate("Ben"), "one live link");
    stage.press("Ben", list, "Change 1…");
    Seen detail = see(() -> stage.inPrivate("Ben"), "Whoever has the link", "Only me");
    stage.press("Ben", detail, "Only me");
    see(() -> stage.inPrivate("Ben"), "Only you will be able");
    assertThat(line.get(link).statusCode()).isEqualTo(404);
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Only you", "Look at it"), "Look at it");
    Seen peek = see(() -> stage.inPrivate("Ben"), "For your eyes");
    assertThat(line.get(link(peek)).body()).contains("Worth keeping");
    stage.press(
        "Ben",
        see(() -> stage.inPrivate("Ben"), "Only you", "Everyone with the link"),
        "Everyone with the link");
    see(() -> stage.inPrivate("Ben"), "Whoever has the link", "Only me");
    assertThat(line.get(link).statusCode()).isEqualTo(200);

    line.clock.step(Duration.ofHours(6).plusMinutes(1));
    line.sweep();
    Seen reminder = see(() -> stage.inPrivate("Ben"), "ends soon", "+1 day");
    int before = stage.inPrivate("Ben").size();
    stage.press("Ben", reminder, "+1 day");
    await()
        .until(
            () ->
                stage.inPrivate("Ben").size() > before
                    || stage.inPrivate("Ben").stream()
                        .noneMatch(m -> m.text().contains("ends soon")));
    line.clock.step(Duration.ofHours(24));
    assertThat(line.get(link).statusCode()).isEqualTo(200);
    line.clock.step(Duration.ofHours(3));
    assertThat(line.get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void somebodyElseGoesOnWithWhatWasShared() {
    line.start("");
    String link = publish("Ben", share("Ben", "My cat is called Ada.", ""));
    stage.command("Cleo", "import", link);
    see(() -> stage.inPrivate("Cleo"), "is yours now");
    stage.command("Ben", "shares", "revoke");
    see(() -> stage.inPrivate("Ben"), "Your link has ended");
    stage.say("Cleo", "What is she called?");
    see(() -> stage.inPrivate("Cleo"), "What is she called?", AGAIN);
    assertThat(line.account.answersFor("What is she called?").getFirst().request().toString())
        .contains("My cat is called Ada.");
    stage.command("Dan", "import", link);
    see(() -> stage.inPrivate("Dan"), "nothing at that link for you");
  }

  @Test
  void aBrowserIsSignedInByALinkInPrivateOnly() {
    line.start("");
    stage.say("Ben", "Hello");
    see(() -> stage.inPrivate("Ben"), "Hello", AGAIN);
    stage.commandInGroup("Ben", "login", "");
    see(() -> stage.inGroup("Ben"), "sent you the link in private");
    Seen sent = see(() -> stage.inPrivate("Ben"), "This signs you in");
    assertThat(stage.inGroup("Ben")).noneMatch(m -> m.text().contains("/login/"));
    String link =
        sent.links().stream().filter(l -> l.contains("/login/")).findFirst().orElseThrow();
    assertThat(line.get(link).body()).contains("Sign in as");
  }

  private void post(String person, String question) {
    Seen preview = share(person, question, "");
    stage.press(person, preview, "Share, and post in the community");
    see(() -> stage.inCommunity(), question);
    // What is seen there may not be noted yet: the next would come before it.
    await().until(() -> line.get(line.address() + "/gallery").body().contains(question));
  }

  @Test
  void whatWasPostedIsFoundInTheGallery() {
    line.start("community: {enabled: true, channels: [\"" + stage.communityChannel() + "\"]}");
    post("Ben", "Why do cats purr?");
    post("Cleo", "전화 교환대는 무엇인가요?");
    for (int i = 1; i <= 4; i++) {
      post("Ben", "Dogs, part " + i);
    }
    stage.command("Dan", "gallery", "");
    Seen first = see(() -> stage.inPrivate("Dan"), "page 1");
    assertThat(first.text()).contains("part 4", "교환대는");
    assertThat(first.text()).doesNotContain("purr");
    assertThat(line.get(link(first)).body()).contains("part 4");
    stage.press("Dan", first, "2 ▶");
    assertThat(see(() -> stage.inPrivate("Dan"), "page 2").text()).contains("Why do cats purr?");
    stage.command("Dan", "gallery", "교환");
    Seen found = see(() -> stage.inPrivate("Dan"), "“교환”");
    assertThat(found.text()).contains("교환대는").doesNotContain("cats", "Dogs");
    String page = line.get(line.address() + "/gallery?q=purr").body();
    assertThat(page).contains("Why do cats purr?").doesNotContain("Dogs");
    stage.command("Ben", "shares", "revoke");
    see(() -> stage.inPrivate("Ben"), "links have ended");
    assertThat(line.get(line.address() + "/gallery").body()).doesNotContain("purr", "Dogs");
    stage.command("Dan", "gallery", "purr");
    see(() -> stage.inPrivate("Dan"), "Nothing was found for “purr”");
  }

  @Test
  void whereTheCommunityIsOffThereIsNoGallery() {
    line.start("");
    assertThat(line.get(line.address() + "/gallery").statusCode()).isEqualTo(404);
  }

  @Test
  void anUpdateShowsWhatWasSaidSince() {
    line.start("");
    String link = publish("Ben", share("Ben", "The beginning", "all"));
    stage.say("Ben", "The sequel");
    see(() -> stage.inPrivate("Ben"), "The sequel", AGAIN);
    assertThat(line.get(link).body()).doesNotContain("The sequel");
    Seen carrier = see(() -> stage.inPrivate("Ben"), "The link ends:", "Change…");
    stage.press("Ben", carrier, "Change…");
    stage.press(
        "Ben", see(() -> stage.inPrivate("Ben"), "version 1", "New version…"), "New version…");
    Seen preview = see(() -> stage.inPrivate("Ben"), "New version of");
    assertThat(line.get(link(preview)).body()).contains("The sequel");
    assertThat(line.get(link).body()).doesNotContain("The sequel");
    stage.press("Ben", preview, "Update the link");
    see(() -> stage.inPrivate("Ben"), "now shows version 2");
    assertThat(line.get(link).body()).contains("The beginning", "The sequel");
  }
}

class SharingOnDiscordTest extends SharingScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }

  /** By the menu of the message. */
  @Override
  void shareThis(String person, Seen answer) {
    DiscordStage discord = (DiscordStage) stage;
    discord.fake().useOn(discord.who(person), (Shown) answer.message(), "Share");
  }
}

class SharingOnTelegramTest extends SharingScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }

  @Override
  void shareThis(String person, Seen answer) {
    stage.reply(person, answer, "/share");
  }

  /** On Discord nobody can give a command that is not in the menu. */
  @Test
  void whoWritesTheCommandAllTheSameHearsWhyThereIsNoGallery() {
    line.start("");
    stage.command("Ben", "gallery", "");
    see(() -> stage.inPrivate("Ben"), "community is switched off");
  }
}
