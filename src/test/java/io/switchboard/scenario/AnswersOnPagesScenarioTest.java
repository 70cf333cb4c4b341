package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Places that get their answers as links to pages, on every platform. */
abstract class AnswersOnPagesScenarioTest extends Play {
  private static Script slow() {
    return Script.answer(
            "# Bread\n\nFirst words. " + "And so on it goes. ".repeat(100) + "LAST WORDS")
        .pace(20, Duration.ofMillis(60));
  }

  private Seen growing() {
    return see(() -> stage.inGroup("Ben"), "Being written on this page", "Stop");
  }

  private void asLinks(String as) {
    stage.commandInGroup("Ada", "answers", as);
    see(() -> stage.inGroup("Ada"), "Answers are given here");
  }

  @Test
  void aPlaceGetsLinksToPagesThatFill() {
    line.account.next(slow());
    line.start("");
    asLinks("link for 24h");
    stage.sayInGroup("Ben", "How is bread made?");
    Seen growing = growing();
    String link = growing.links().getFirst();
    assertThat(growing.text()).contains("Bread").doesNotContain("LAST WORDS");
    await().until(() -> line.get(link).body().contains("And so on it goes."));
    assertThat(line.get(link).body())
        .contains("How is bread made?", "Being written", "http-equiv=\"refresh\"")
        .doesNotContain("LAST WORDS");

    Seen whole = see(() -> stage.inGroup("Ben"), "The whole answer:", AGAIN);
    assertThat(whole.links().getFirst()).isEqualTo(link);
    assertThat(whole.text()).contains("Bread", "First words.").doesNotContain("LAST WORDS");
    assertThat(line.get(link).body()).contains("LAST WORDS").doesNotContain("Being written");
    assertThat(stage.inGroup("Ben").stream().filter(m -> m.links().contains(link))).hasSize(1);

    line.clock.step(Duration.ofDays(1).plusSeconds(1));
    assertThat(line.get(link).statusCode()).isEqualTo(404);
    line.sweep();
    see(() -> stage.inGroup("Ben"), "The link has expired");
  }

  @Test
  void bothAreGivenWhereTheAdminWantsThat() {
    line.account.next(slow());
    line.start("answers: {given: {as: both}}");
    stage.say("Ben", "How is bread made?");
    Seen beside = see(() -> stage.inPrivate("Ben"), "This answer on a page");
    see(() -> stage.inPrivate("Ben"), "LAST WORDS", AGAIN);
    assertThat(line.get(beside.links().getFirst()).body()).contains("LAST WORDS");
    line.clock.step(Duration.ofDays(8));
    line.sweep();
    see(() -> stage.inPrivate("Ben"), "The link has expired");
    see(() -> stage.inPrivate("Ben"), "LAST WORDS", AGAIN);
  }

  @Test
  void aLongAnswerBecomesALinkByItself() {
    line.account.next(slow());
    line.start("answers: {given: {linkFrom: 600}}");
    stage.sayInGroup("Ben", "How is bread made?");
    String link = growing().links().getFirst();
    see(() -> stage.inGroup("Ben"), "The whole answer:", AGAIN);
    assertThat(line.get(link).body()).contains("LAST WORDS");
    stage.sayInGroup("Ben", "And briefly?");
    see(() -> stage.inGroup("Ben"), "Answer to:", AGAIN);
  }

  @Test
  void theSamePageIsFilledAfterARestart() {
    line.account.when("bread", Script.answer("word ".repeat(3000)).pace(5, Duration.ofMillis(20)));
    line.start("answers: {given: {as: link}}");
    stage.sayInGroup("Ben", "How is bread made?");
    String link = growing().links().getFirst();
    String path = link.substring(link.indexOf("/s/"));
    line.restart();
    await().until(() -> line.get(line.address() + path).body().contains("word word"));
    Seen growing = growing();
    assertThat(growing.links().getFirst()).endsWith(path);
    stage.press("Ben", growing, "Stop");
    see(() -> stage.inGroup("Ben"), "Stopped.", AGAIN);
    await().until(() -> !line.get(line.address() + path).body().contains("Being written"));
    assertThat(line.get(line.address() + path).body()).contains("word word");
  }

  @Test
  void variantsKeepTheirOwnLinks() {
    line.account.next(Script.answer("The first answer."));
    line.start("answers: {given: {as: link}}");
    stage.say("Ben", "How?");
    Seen first = see(() -> stage.inPrivate("Ben"), "The first answer.", AGAIN);
    line.account.next(Script.answer("The second answer."));
    stage.press("Ben", first, AGAIN);
    Seen second = see(() -> stage.inPrivate("Ben"), "The second answer.", "◀");
    stage.press("Ben", second, "◀");
    Seen back =
        await()
            .until(
                () ->
                    stage.inPrivate("Ben").stream()
                        .filter(m -> m.buttons().contains("1/2"))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(back.text()).contains("The first answer.");
    assertThat(back.links()).isEqualTo(first.links()).isNotEqualTo(second.links());
  }

  @Test
  void whatNobodyAnsweredHasNoPage() {
    line.account.next(Script.refuse(400, "invalid_request_error", "nope", "No."));
    line.start("answers: {given: {as: link}}");
    stage.say("Ben", "How?");
    Seen failed = see(() -> stage.inPrivate("Ben"), "Nothing was charged", AGAIN);
    assertThat(failed.links()).isEmpty();
  }

  @Test
  void onlyAdminsSayItAndBadWordsAreExplained() {
    line.start("");
    stage.commandInGroup("Ben", "answers", "link");
    see(() -> stage.inGroup("Ben"), "/answers");
    stage.commandInGroup("Ada", "answers", "link for 200 days");
    see(() -> stage.inGroup("Ada"), "at most");
    stage.commandInGroup("Ada", "answers", "status");
    see(() -> stage.inGroup("Ada"), "Answers are given here as text.");
  }
}

class AnswersOnPagesOnDiscordTest extends AnswersOnPagesScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class AnswersOnPagesOnTelegramTest extends AnswersOnPagesScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
