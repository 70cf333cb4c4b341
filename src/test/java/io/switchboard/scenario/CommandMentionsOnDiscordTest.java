package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.discord.Person;
import io.switchboard.fake.discord.Shown;
import io.switchboard.fake.openai.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the bot itself says names commands so that they open when they are pressed, by the names
 * that the reader's client lists; what a model or a member writes names none.
 */
class CommandMentionsOnDiscordTest {
  @TempDir Path folder;
  private final DiscordStage stage = new DiscordStage();
  private final Person kim = stage.fake().person("Kim", "ko");
  private Line line;

  @BeforeEach
  void start() {
    String in = "allow: [\"discord:%d\", ".formatted(kim.id());
    line = new Line(folder, stage).written(y -> y.replace("allow: [", in)).start("");
    // What is registered is known to the bot a moment after Discord knows it.
    await().until(() -> said(stage.who("Ada"), "help", Map.of()).contains("</"));
  }

  @AfterEach
  void close() {
    line.close();
  }

  private String said(Person person, String command, Map<String, String> options) {
    var place = stage.fake().dm(person);
    int before = answers(person).size();
    stage.fake().slash(person, place, command, options);
    await().until(() -> answers(person).size() > before);
    return String.join("\n", answers(person).subList(before, answers(person).size()));
  }

  private List<String> answers(Person person) {
    return stage.fake().fromBot(stage.fake().dm(person), person).stream()
        .filter(shown -> !shown.thinking())
        .map(Shown::content)
        .toList();
  }

  private String mention(String name) {
    for (var command : stage.fake().commands()) {
      if (command.path("name").asText().equals(name) && command.path("type").asInt() == 1) {
        return "</%s:%s>".formatted(name, command.path("id").asText());
      }
    }
    throw new AssertionError("no command " + name);
  }

  @Test
  void whoeverReadsKoreanIsToldTheNamesThatTheirClientLists() {
    String help = said(kim, "help", Map.of());
    assertThat(help).contains("- " + mention("new") + " (/새대화): ");
    assertThat(help).contains("- " + mention("usage") + " (/사용량): ");
    assertThat(said(kim, "shares", Map.of())).contains(mention("share")).doesNotContain("(/공유)");
    assertThat(said(stage.who("Ben"), "help", Map.of())).contains("- " + mention("new") + ": ");
  }

  @Test
  void whatFollowsANameStaysReadable() {
    assertThat(said(stage.who("Ben"), "timezone", Map.of("zone", "Nowhere")))
        .contains(mention("timezone") + " `Europe/Berlin`");
  }

  @Test
  void whatIsSaidUnderAnAnswerMentionsThemToo() {
    for (String question : List.of("one", "two", "three", "four")) {
      stage.say("Ben", question);
      see(() -> stage.inPrivate("Ben"), question, "Try again");
    }
    line.account.otherwise(
        Script.refuse(400, "invalid_request_error", "context_length_exceeded", "Too long."));
    stage.say("Ben", "five");
    see(() -> stage.inPrivate("Ben"), "too long for the model");
    assertThat(answers(stage.who("Ben")).getLast())
        .contains("Start a new one with " + mention("new") + ".");
  }

  @Test
  void onlyTheBotsOwnWordsMentionCommands() {
    line.account.next(Script.answer("Use `/new` or </new:1>, or:\n\n```\n/new title\n```"));
    stage.say("Ben", "What is `/new`?");
    see(() -> stage.inPrivate("Ben"), "/new title", "Try again");
    String answer = answers(stage.who("Ben")).getLast();
    assertThat(answer).contains("`/new`", "```\n/new title\n```").doesNotContain(mention("new"));
    assertThat(stage.violations()).isEmpty();
  }
}
