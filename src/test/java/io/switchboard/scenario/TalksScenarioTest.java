package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.tokens.ModelTokens;
import io.switchboard.fake.openai.Generation;
import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Talks that get longer than the model's window, are taken away, and go by themselves. */
abstract class TalksScenarioTest extends Play {
  private static final String LONG = " " + "Words of some length about this and that. ".repeat(20);

  private String asked(String question) {
    return line.account.answersFor(question).getLast().request().toString();
  }

  private void talk(int from, int to) {
    for (int i = from; i <= to; i++) {
      line.account.when("question " + i + ".", Script.answer("answer " + i + "." + LONG));
      line.account.when("User: ", Script.answer("They spoke of pears."));
      stage.say("Ben", "question " + i + ".");
      see(() -> stage.inPrivate("Ben"), "answer " + i + ".", AGAIN);
    }
  }

  @Test
  void whatDoesNotFitIsSummarisedAndEachAnswerTellsItsTokens() {
    line.start(
        """
        answers: {contextTokens: 2000, summaryTokens: 100, showCost: true}
        limits: {default: {requests: []}}
        """);
    talk(1, 12);
    assertThat(line.account.generations())
        .filteredOn(g -> g.question().startsWith("User: question 1."))
        .hasSize(1);
    assertThat(asked("question 12."))
        .contains("They spoke of pears.")
        .contains("answer 11.")
        .doesNotContain("question 1.");
    for (Generation generation : line.account.generations()) {
      assertThat(ModelTokens.count("gpt-5-mini", generation.request().path("messages").toString()))
          .isLessThan(2_300);
    }
    Seen last = see(() -> stage.inPrivate("Ben"), "answer 12.", AGAIN);
    assertThat(last.text()).containsPattern("[\\d,]+ tokens in, [\\d,]+ out, gpt-5-mini");
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "Your last answer took");
  }

  @Test
  void whereNothingIsSummarisedTheOldestIsLeftOut() {
    line.start(
        """
        answers: {contextTokens: 2000, summaryTokens: 0}
        limits: {default: {requests: []}}
        """);
    talk(1, 12);
    assertThat(line.account.generations()).hasSize(12);
    assertThat(asked("question 12.")).contains("answer 11.").doesNotContain("question 1.");
  }

  @Test
  void oneIsTakenAwayInEveryFormAndBroughtBack() {
    line.start("limits: {default: {requests: []}}");
    line.account.next(Script.answer("A **pear** is a <fruit>."));
    stage.say("Ben", "What is a pear?");
    see(() -> stage.inPrivate("Ben"), "is a <fruit>.", AGAIN);
    String markdown = exported("markdown", ".md");
    assertThat(markdown).contains("What is a pear?", "A **pear** is a \\<fruit>.");
    assertThat(exported("html", ".html"))
        .contains("What is a pear?", "<strong>pear</strong>", "&lt;fruit&gt;");
    String json = exported("json", ".json");
    assertThat(json).contains("A **pear** is a <fruit>.");
    stage.send("Cleo", "/import", "pear.json", json.getBytes(UTF_8));
    see(() -> stage.inPrivate("Cleo"), "is here with one question; we go on with it.");
    stage.say("Cleo", "And a plum?");
    see(() -> stage.inPrivate("Cleo"), "Answer to: And a plum?", AGAIN);
    assertThat(asked("And a plum?")).contains("What is a pear?", "A **pear** is a <fruit>.");
    stage.send("Dan", "/import", "broken.json", json.substring(40).getBytes(UTF_8));
    see(() -> stage.inPrivate("Dan"), "This is not a conversation that /export json made.");
  }

  private String exported(String as, String ending) {
    int before = stage.inPrivate("Ben").size();
    stage.command("Ben", "export", as);
    Seen file =
        see(
            () -> stage.inPrivate("Ben").stream().skip(before).toList(),
            "one question and its answer");
    assertThat(stage.files(file)).singleElement().asString().endsWith(ending);
    return new String(stage.contents(file).getFirst(), UTF_8);
  }

  @Test
  void whatNobodyUsesGoesWithItsLinkAndPost() {
    line.start(
        """
        forget: {conversationsAfter: 30d}
        share: {defaultExpiry: 90d}
        community: {enabled: true, channels: ["%s"]}
        """
            .formatted(stage.communityChannel()));
    stage.say("Ben", "About pears");
    Seen answer = see(() -> stage.inPrivate("Ben"), "About pears", AGAIN);
    stage.press("Ben", answer, "Share");
    String post = "Share, and post in the community";
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", post), post);
    String link =
        see(stage::inCommunity, "About pears").links().stream()
            .filter(l -> l.contains("/s/"))
            .findFirst()
            .orElseThrow();
    line.clock.step(Duration.ofDays(29));
    line.sweep();
    assertThat(line.get(link).statusCode()).isEqualTo(200);
    stage.command("Ben", "new", "");
    stage.say("Ben", "About plums");
    see(() -> stage.inPrivate("Ben"), "Answer to: About plums", AGAIN);
    line.clock.step(Duration.ofDays(2));
    line.sweep();
    assertThat(line.get(link).statusCode()).isEqualTo(404);
    Line.gone(stage::inCommunity, "About pears");
    stage.command("Ben", "conversations", "");
    List<Seen> lists = List.of(see(() -> stage.inPrivate("Ben"), "You have one conversation."));
    assertThat(lists.getFirst().text()).contains("About plums").doesNotContain("About pears");
  }
}

class TalksOnDiscordTest extends TalksScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class TalksOnTelegramTest extends TalksScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
