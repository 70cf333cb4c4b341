package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may do what, played on each platform through its real client library. */
abstract class MembersScenarioTest extends Play {
  private static final String FORGET = "Yes, forget me";
  private static final String YES = "Yes, all of them are mine";

  private static String code(Seen seen, String command) {
    Matcher code = Pattern.compile("/" + command + " ([A-Z2-9]{12})").matcher(seen.text());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @Test
  void anInvitationLetsAStrangerInAndABanKeepsThemOut() {
    line.start("");
    stage.command("Ada", "member", "invite for 7d uses 5");
    String code = code(see(() -> stage.inPrivate("Ada"), "Invitation code"), "join");
    stage.command("Mallory", "join", code);
    see(() -> stage.inPrivate("Mallory"), "Welcome, you are in!");
    stage.say("Mallory", "Am I in?");
    see(() -> stage.inPrivate("Mallory"), "Am I in?", AGAIN);
    stage.command("Ada", "member", "ban " + stage.id("Mallory"));
    see(() -> stage.inPrivate("Ada"), "is banned");
    stage.say("Mallory", "Still in?");
    see(() -> stage.inPrivate("Mallory"), "does not let you in any more");
    assertThat(line.account.answersFor("Still in?")).isEmpty();
  }

  @Test
  void anAdminEndsWhatAMemberWaitsForWhoMayAskAgain() {
    line.account.when("slow", Script.answer("word ".repeat(900)).pace(5, Duration.ofMillis(200)));
    line.start("");
    stage.say("Cleo", "slow one");
    see(() -> stage.inPrivate("Cleo"), "word word");
    stage.command("Cleo", "member", "stop " + stage.id("Ben"));
    see(() -> stage.inPrivate("Cleo"), "is for admins");
    stage.command("Ada", "member", "stop " + stage.id("Ben"));
    see(() -> stage.inPrivate("Ada"), "has nothing that waits or runs");
    stage.command("Ada", "member", "stop " + stage.id("Cleo"));
    see(() -> stage.inPrivate("Ada"), "one question is no longer answered");
    see(() -> stage.inPrivate("Cleo"), "An admin ended this question");
    stage.say("Cleo", "And now?");
    see(() -> stage.inPrivate("Cleo"), "And now?", AGAIN);
  }

  @Test
  void aBoostIsGivenExplainedAndOver() {
    line.start("limits: {default: {requests: [1/hour]}}");
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "used up your 1 question per hour");
    stage.command("Ada", "limit", "boost " + stage.id("Ben") + " 1 for 30m");
    see(() -> stage.inPrivate("Ada"), "more than usual");
    stage.command("Ada", "limit", "why " + stage.id("Ben"));
    see(() -> stage.inPrivate("Ada"), "Tightest now: 1 question per hour, from the general rule");
    stage.say("Ben", "three");
    see(() -> stage.inPrivate("Ben"), "three", AGAIN);
    line.clock.step(Duration.ofMinutes(31));
    stage.command("Ben", "usage", "");
    Seen usage = see(() -> stage.inPrivate("Ben"), "1 of 1 question per hour, 0 left");
    assertThat(usage.text()).doesNotContain("Boost");
  }

  @Test
  void twoAccountsBecomeOneMember() {
    line.start("");
    stage.say("Cleo", "I am Cleo.");
    see(() -> stage.inPrivate("Cleo"), "I am Cleo.", AGAIN);
    stage.command("Ben", "link", "");
    String code = code(see(() -> stage.inPrivate("Ben"), "To be one member"), "link");
    stage.command("Cleo", "link", code);
    Seen sure = see(() -> stage.inPrivate("Cleo"), "and so do roles and rights", YES);
    stage.press("Cleo", sure, YES);
    see(() -> stage.inPrivate("Cleo"), "These accounts are one member now");
    stage.command("Ben", "conversations", "");
    see(() -> stage.inPrivate("Ben"), "I am Cleo.");
  }

  @Test
  void whatWasDoneBeforeARestartIsNotDoneAgain() {
    line.start("");
    stage.command("Ada", "member", "invite for 7d uses 5");
    see(() -> stage.inPrivate("Ada"), "Invitation code");
    line.restart();
    stage.deliverAgain();
    stage.command("Ada", "timezone", "");
    see(() -> stage.inPrivate("Ada"), "UTC");
    assertThat(stage.inPrivate("Ada"))
        .filteredOn(seen -> seen.text().contains("Invitation code"))
        .hasSize(1);
  }

  @Test
  void toBeForgottenIsNoWayToAFreshQuota() {
    line.start("limits: {default: {requests: [2/hour]}}");
    stage.say("Ben", "one");
    see(() -> stage.inPrivate("Ben"), "one", AGAIN);
    stage.command("Ben", "forgetme", "");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Everything of yours", FORGET), FORGET);
    see(() -> stage.inPrivate("Ben"), "you are forgotten");
    line.restart();
    stage.say("Ben", "two");
    see(() -> stage.inPrivate("Ben"), "two", AGAIN);
    stage.say("Ben", "three");
    see(() -> stage.inPrivate("Ben"), "used up your 2 questions per hour");
  }
}

class MembersOnDiscordTest extends MembersScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class MembersOnTelegramTest extends MembersScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
