package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Limits in money and of the calendar, roles and hours, through each real client library. */
abstract class LimitsScenarioTest extends Play {
  @Test
  void moneyIsReservedSettledShownAndRefused() {
    line.start(
        """
        limits: {default: {requests: [], money: [0.505 USD/day]}}
        prices: {currency: USD, models: {gpt-5-mini: {in: 1000, out: 1000}}}
        """);
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "used up your $0.505 per day");
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "of $0.505 per day");
    stage.command("Ada", "limit", "set " + stage.id("Ben") + " 50 EUR/month");
    see(() -> stage.inPrivate("Ada"), "Prices are in USD");
    stage.command("Ada", "limit", "boost " + stage.id("Ben") + " $5 for 2h");
    see(() -> stage.inPrivate("Ada"), "$5.00 more than usual");
    stage.say("Ben", "three");
    see(() -> stage.inPrivate("Ben"), "three", AGAIN);
  }

  @Test
  void aDayOfTheCalendarBeginsWhereThePersonIs() {
    line.start("limits: {default: {requests: [1/calendar day]}}\ntime: {zone: Asia/Seoul}");
    stage.command("Ben", "timezone", "");
    see(() -> stage.inPrivate("Ben"), "Asia/Seoul");
    stage.command("Ben", "timezone", "new york");
    see(() -> stage.inPrivate("Ben"), "America/New_York");
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "1 question per calendar day");
    line.clock.step(Duration.ofHours(48));
    stage.say("Ben", "three");
    see(() -> stage.inPrivate("Ben"), "three", AGAIN);
  }

  @Test
  void aModeratorPausesAndTheQuestionsGoWithANote() {
    line.start("");
    line.account.when("slow", Script.answer("word ".repeat(900)).pace(5, Duration.ofMillis(200)));
    stage.say("Cleo", "hello");
    see(() -> stage.inPrivate("Cleo"), "hello", AGAIN);
    stage.command("Ada", "member", "role " + stage.id("Ben") + " moderator");
    see(() -> stage.inPrivate("Ada"), "is a moderator");
    stage.say("Cleo", "slow one");
    see(() -> stage.inPrivate("Cleo"), "word", "Stop");
    stage.command("Ben", "member", "pause " + stage.id("Cleo") + " for 2h");
    see(() -> stage.inPrivate("Ben"), "is paused");
    see(() -> stage.inPrivate("Cleo"), "kept out by an admin");
    see(() -> stage.inPrivate("Cleo"), "Stopped.", AGAIN);
    stage.command("Ben", "limit", "show " + stage.id("Cleo"));
    see(() -> stage.inPrivate("Ben"), "for admins only");
    line.clock.step(Duration.ofHours(3));
    stage.say("Cleo", "back again");
    see(() -> stage.inPrivate("Cleo"), "back again", AGAIN);
  }

  @Test
  void whoNeverWroteGetsALimitAndEverythingIsExplained() {
    line.start("limits: {default: {requests: [5/hour]}}");
    String dan = stage.id("Dan");
    stage.command("Ada", "limit", "set " + dan + " 1/hour");
    see(() -> stage.inPrivate("Ada"), "is now 1 question per hour");
    stage.command("Ada", "limit", "set " + dan + " 1 running");
    stage.command("Ada", "limit", "set " + dan + " models gpt-5-mini");
    see(() -> stage.inPrivate("Ada"), "may use these models: gpt-5-mini");
    stage.command("Ada", "limit", "why " + dan);
    Seen why = see(() -> stage.inPrivate("Ada"), "Tightest now: 1 question per hour");
    assertThat(why.text())
        .contains("5 questions per hour, from the general rule: does not count")
        .contains("Models, from what was set for the member: gpt-5-mini")
        .contains("Weight in the queue: 1");
    stage.say("Dan", "one");
    see(() -> stage.inPrivate("Dan"), "one", AGAIN);
    stage.say("Dan", "two");
    see(() -> stage.inPrivate("Dan"), "used up your 1 question per hour");
  }

  @Test
  void aGroupHasLimitsOfItsOwn() {
    String group = stage.groupScope();
    line.start(
        """
        limits:
          default: {requests: [], running: 3}
          places: {"%s": {running: 1, waiting: 1, promptLength: 60}}
        """
            .formatted(group));
    line.account.when("slow", Script.answer("word ".repeat(150)).pace(5, Duration.ofMillis(200)));
    stage.sayInGroup("Ben", "slow one");
    see(() -> stage.inGroup("Ben"), "word word");
    stage.sayInGroup("Cleo", "waits here");
    see(() -> stage.inGroup("Cleo"), "You are next in line");
    stage.sayInGroup("Ada", "one more");
    see(() -> stage.inGroup("Ada"), "One question is waiting here already");
    stage.say("Ada", "elsewhere");
    see(() -> stage.inPrivate("Ada"), "elsewhere", AGAIN);
    stage.commandInGroup("Ada", "limit", "set here 2 running");
    see(() -> stage.inGroup("Ada"), "everybody together now has: 2 questions answered at a time");
    see(() -> stage.inGroup("Cleo"), "waits here", AGAIN);
    stage.sayInGroup("Ada", "far too long a question for this group, as it seems to me at least");
    see(() -> stage.inGroup("Ada"), "60 are allowed");
    stage.command("Ada", "limit", "set " + group + " 0/day");
    see(() -> stage.inPrivate("Ada"), "everybody together now has: 0 questions per day");
    stage.sayInGroup("Ada", "none left");
    see(() -> stage.inGroup("Ada"), "Questions are switched off here");
    stage.command("Ada", "limit", "reset " + group);
    see(() -> stage.inPrivate("Ada"), "back to what the configuration says");
    stage.commandInGroup("Ben", "stop", "");
    see(() -> stage.inGroup("Ben"), "Stopped.", AGAIN);
    line.restart();
    stage.sayInGroup("Ada", "and again");
    see(() -> stage.inGroup("Ada"), "and again", AGAIN);
  }

  @Test
  void limitsOfAllAreSetBoostedAndTakenBackInChat() {
    line.start("limits: {default: {requests: [9/hour]}}");
    stage.command("Ada", "limit", "set default 1/hour");
    see(() -> stage.inPrivate("Ada"), "Each member now has the limit 1 question per hour");
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    line.restart();
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "used up your 1 question per hour");
    stage.command("Ada", "limit", "boost default 1 for 2h");
    see(() -> stage.inPrivate("Ada"), "Each member has 1 question more than usual");
    stage.say("Ben", "three");
    see(() -> stage.inPrivate("Ben"), "three", AGAIN);
    stage.command("Ada", "undo", "");
    see(() -> stage.inPrivate("Ada"), "limit boost");
    stage.say("Ben", "four");
    see(
        () -> stage.inPrivate("Ben").stream().skip(stage.inPrivate("Ben").size() - 1).toList(),
        "used up your 1 question per hour");
    stage.command("Ada", "limit", "set " + stage.id("Ben") + " 5/fortnight");
    see(() -> stage.inPrivate("Ada"), "“fortnight” is no time for a limit");
    stage.command("Ada", "limit", "boost " + stage.id("Ben") + " 1 for ever");
    see(() -> stage.inPrivate("Ada"), "“ever” is no time for a boost");
    stage.command("Ada", "limit", "show nowhere:1");
    see(() -> stage.inPrivate("Ada"), "I know nobody called “nowhere:1”");
    stage.commandInGroup("Ada", "limit", "show here");
    see(() -> stage.inGroup("Ada"), "There is no pool here");
  }

  @Test
  void questionsHaveTheirHours() {
    line.start("limits: {default: {hours: \"%s\"}}\n".formatted(closedNow()) + "time: {zone: UTC}");
    stage.say("Ben", "Anybody there?");
    see(() -> stage.inPrivate("Ben"), "Questions can be asked here at certain hours");
    stage.command("Ben", "usage", "");
    see(() -> stage.inPrivate("Ben"), "questions per hour");
    stage.command("Ada", "limit", "why " + stage.id("Ben"));
    see(() -> stage.inPrivate("Ada"), "Hours for questions, from the general rule");
    line.clock.step(Duration.ofHours(2));
    stage.say("Ben", "And now?");
    see(() -> stage.inPrivate("Ben"), "And now?", AGAIN);
  }

  /** Hours that begin within the next two. */
  private String closedNow() {
    LocalTime clock = LocalTime.ofInstant(line.clock.instant(), ZoneOffset.UTC);
    return clock.plusHours(1).getHour() + "-" + clock.plusHours(8).getHour();
  }
}

class LimitsOnDiscordTest extends LimitsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class LimitsOnTelegramTest extends LimitsScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
