package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.fake.openai.FakeOpenAi;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Limits by default, role, place and member; who pays; and who is let in by which list. */
abstract class ScopesScenarioTest extends Play {
  /** Gives Cleo the platform's own role. Before the bot is started; returns its scope. */
  abstract String role();

  private void asks(String person, String question) {
    stage.sayInGroup(person, question);
    see(() -> stage.inGroup(person), "Answer to: " + question, AGAIN);
  }

  private void refused(String person, String question, String why) {
    Line.next(() -> stage.inGroup(person), why, () -> stage.sayInGroup(person, question));
    assertThat(line.account.answersFor(question)).isEmpty();
  }

  private String why(String person) {
    return Line.next(
            () -> stage.inGroup("Ada"),
            "What binds " + person,
            () -> stage.commandInGroup("Ada", "limit", "why " + stage.id(person)))
        .text();
  }

  @Test
  void theMostSpecificRuleWinsAndWhyNamesIt() {
    String role = role();
    line.start(
        """
        limits:
          default: {requests: [1/hour]}
          roles: {"%s": {requests: [2/hour]}}
        """
            .formatted(role));
    asks("Ben", "Ben one");
    refused("Ben", "Ben two", "used up your 1 question per hour");
    assertThat(why("Ben")).contains("Tightest now: 1 question per hour, from the general rule");

    asks("Cleo", "Cleo one");
    asks("Cleo", "Cleo two");
    refused("Cleo", "Cleo three", "used up your 2 questions per hour");
    assertThat(why("Cleo"))
        .contains("Tightest now: 2 questions per hour, from " + role)
        .contains("1 question per hour, from the general rule: does not count");

    stage.commandInGroup("Ada", "limit", "set " + stage.id("Cleo") + " 3/hour");
    see(() -> stage.inGroup("Ada"), "is now 3 questions per hour");
    asks("Cleo", "Cleo four");
    refused("Cleo", "Cleo five", "used up your 3 questions per hour");
    assertThat(why("Cleo"))
        .contains("Tightest now: 3 questions per hour, from what was set for the member")
        .contains("2 questions per hour, from " + role + ": does not count");

    stage.commandInGroup("Ada", "limit", "set here 5/hour");
    see(() -> stage.inGroup("Ada"), "everybody together now has: 5 questions per hour");
    stage.commandInGroup("Ada", "limit", "reset " + stage.id("Cleo"));
    asks("Cleo", "Cleo six");
    refused("Ben", "Ben three", "used up your 1 question per hour");
    assertThat(why("Cleo"))
        .contains("5 questions per hour, from ", ", for everybody there together: counts")
        .contains("Tightest now: 2 questions per hour, from " + role);
  }

  @Test
  void thePlacesPoolPaysWhereAnAdminSaysSo() {
    line.start(
        """
        limits:
          default: {requests: [1/hour]}
          places: {"%s": {requests: [2/hour], pays: place}}
        """
            .formatted(stage.groupScope()));
    asks("Ben", "one of us");
    asks("Cleo", "two of us");
    refused("Ben", "three of us", "The 2 questions per hour that everybody here shares are used");
    stage.commandInGroup("Ben", "usage", "");
    see(() -> stage.inGroup("Ben"), "Shared by everybody here: 2 of 2 questions per hour, 0 left");
    stage.say("Ben", "one of mine");
    see(() -> stage.inPrivate("Ben"), "Answer to: one of mine", AGAIN);

    stage.commandInGroup("Ada", "limit", "pays here member");
    see(() -> stage.inGroup("Ada"), "each member pays from their own quota");
    refused("Ben", "four of us", "used up your 1 question per hour");
    asks("Cleo", "five of us");
    stage.commandInGroup("Ada", "limit", "pays here both");
    refused("Dan", "six of us", "that everybody here shares are used up");
  }

  @Test
  void aPoolIsNotOverdrawnHoweverManyAskAtOnce() {
    line.start(
        "limits: {default: {requests: []}, places: {\"%s\": {requests: [4/hour]}}}"
            .formatted(stage.groupScope()));
    for (int i = 1; i <= 3; i++) {
      for (String person : List.of("Ada", "Ben", "Cleo")) {
        stage.sayInGroup(person, person + " " + i);
      }
    }
    String over = "that everybody here shares are used up";
    Supplier<List<String>> answers =
        () ->
            stage.inGroup("Ada").stream()
                .filter(m -> m.buttons().contains(AGAIN) || m.text().contains(over))
                .map(Seen::text)
                .toList();
    await().atMost(Duration.ofMinutes(4)).until(() -> answers.get().size() == 9);
    assertThat(answers.get()).filteredOn(text -> text.contains(over)).hasSize(5);
    assertThat(line.account.generations()).hasSize(4);
  }

  @Test
  void onlyTheModelsThatTheLimitsAllowCanBeChosen() {
    line.accounts(
            "[{name: main, baseUrl: \"%s\", apiKey: \"%s\", models: [gpt-4o-mini, gpt-5]}]"
                .formatted(line.account.baseUrl(), FakeOpenAi.KEY))
        .start("limits: {default: {models: [gpt-5-mini, gpt-4o-mini]}}");
    stage.command("Ben", "model", "");
    Seen choice = see(() -> stage.inPrivate("Ben"), "The usual model", "gpt-4o-mini");
    assertThat(choice.buttons()).doesNotContain("gpt-5");
    stage.command("Ben", "model", "gpt-5");
    see(() -> stage.inPrivate("Ben"), "There is no model “gpt-5” for you here.");
    stage.press("Ben", choice, "gpt-4o-mini");
    see(() -> stage.inPrivate("Ben"), "gpt-4o-mini answers in this conversation");
    stage.command("Ada", "limit", "set default models gpt-5-mini");
    see(() -> stage.inPrivate("Ada"), "gpt-5-mini");
    stage.say("Ben", "Which one?");
    see(() -> stage.inPrivate("Ben"), "Answer to: Which one?", AGAIN);
    assertThat(line.account.generations())
        .singleElement()
        .matches(g -> g.request().path("model").asText().equals("gpt-5-mini"));
  }

  @Test
  void aRoleAndAPlaceLetPeopleInAndNobodyElse() {
    String role = role();
    String allowed = "allow: [\"" + role + "\", \"" + stage.groupScope() + "\"]";
    line.written(yaml -> yaml.replaceFirst("allow: \\[[^\\]]*\\]", allowed)).start("");
    asks("Mallory", "from the group");
    stage.say("Mallory", "and in private?");
    see(() -> stage.inPrivate("Mallory"), "may not talk with you yet");
    stage.say("Ben", "and I?");
    see(() -> stage.inPrivate("Ben"), "may not talk with you yet");
    assertThat(line.account.generations()).hasSize(1);
  }

  @Test
  void whoIsLetInUntilADayIsOutAfterIt() {
    line.start("time: {zone: UTC}");
    LocalDate last = LocalDate.ofInstant(line.clock.instant(), ZoneOffset.UTC).plusDays(3);
    stage.command("Ada", "member", "until " + stage.id("Ben") + " " + last);
    Seen until = see(() -> stage.inPrivate("Ada"), "is let in until");
    assertThat(stage.moments(until))
        .containsExactly(last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    line.clock.step(Duration.ofDays(3));
    stage.say("Ben", "the last day");
    see(() -> stage.inPrivate("Ben"), "Answer to: the last day", AGAIN);
    line.clock.step(Duration.ofDays(1));
    stage.say("Ben", "the day after");
    see(() -> stage.inPrivate("Ben"), "Your time with this bot ended");
    stage.command("Ada", "member", "until " + stage.id("Ben") + " never");
    see(() -> stage.inPrivate("Ada"), "without an end");
    stage.say("Ben", "back again");
    see(() -> stage.inPrivate("Ben"), "Answer to: back again", AGAIN);
    assertThat(line.account.answersFor("the day after")).isEmpty();
  }

  @Test
  void severalBoundsThatAreNoWindows() {
    line.start("limits: {default: {requests: [], conversations: 2, links: 1, shares: [2/day]}}");
    for (int i = 1; i <= 2; i++) {
      stage.say("Ben", "Talk " + i);
      see(() -> stage.inPrivate("Ben"), "Answer to: Talk " + i, AGAIN);
      stage.command("Ben", "new", "");
    }
    see(() -> stage.inPrivate("Ben"), "You have 2 conversations, and 2 are allowed.");
    stage.command("Ben", "conversations", "");
    Seen list = see(() -> stage.inPrivate("Ben"), "You have 2 conversations. The last");
    assertThat(list.text()).contains("Talk 1", "Talk 2");
    assertThat(line.account.generations()).hasSize(2);
    stage.press(
        "Ben",
        list,
        list.buttons().stream().filter(b -> b.contains("Talk 1")).findAny().orElseThrow());
    see(() -> stage.inPrivate("Ben"), "We go on with");
    stage.say("Ben", "More of it");
    see(() -> stage.inPrivate("Ben"), "Answer to: More of it", AGAIN);
    assertThat(line.account.answersFor("More of it").getFirst().request().toString())
        .contains("Talk 1")
        .doesNotContain("Talk 2");

    stage.command("Ben", "share", "24h");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet"), "Share");
    Seen live = see(() -> stage.inPrivate("Ben"), "The link ends:");
    Line.gone(() -> stage.inPrivate("Ben"), "Nothing is shared yet");
    stage.command("Ben", "share", "24h");
    Seen second = see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", "Share");
    stage.press("Ben", second, "Share");
    see(() -> stage.inPrivate("Ben"), "You have one live link, as many as you may have");
    stage.press("Ben", live, "End this link");
    see(() -> stage.inPrivate("Ben"), "has been withdrawn");
  }
}

class ScopesOnDiscordTest extends ScopesScenarioTest {
  private final DiscordStage discord = new DiscordStage();

  @Override
  Stage stage() {
    return discord;
  }

  @Override
  String role() {
    long patrons = discord.fake().role("Patrons");
    discord.gives("Cleo", patrons);
    return "discord-role:" + patrons;
  }
}

class ScopesOnTelegramTest extends ScopesScenarioTest {
  private final TelegramStage telegram = new TelegramStage();

  @Override
  Stage stage() {
    return telegram;
  }

  @Override
  String role() {
    telegram.fake().administrator(telegram.group(), telegram.who("Cleo"));
    return "telegram-administrator";
  }
}
