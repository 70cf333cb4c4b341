package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Test;

/** Where a command lacks something, Telegram opens a reply for whoever used it. */
class PromptsOnTelegramTest extends Play {
  private static final String POST = "Share, and post in the community";

  @Override
  Stage stage() {
    return new TelegramStage();
  }

  @Test
  void theStaffDeclinesInItsOwnWords() {
    line.start(
        "community: {enabled: true, channels: [\"%s\"], approval: true}\nstaff: {channels: [\"%s\"]}"
            .formatted(stage.communityChannel(), stage.staffChannel()));
    stage.say("Ben", "Buy my books!");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Buy my books!", "Try again"), "Share");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", POST), POST);
    Seen card = see(() -> stage.inStaff("Ada"), "waits for approval", "Decline");
    stage.press("Ada", card, "Decline");
    Seen how = see(() -> stage.inStaff("Ada"), "waits for approval", "In my own words");
    stage.press("Cleo", how, "In my own words");
    see(() -> stage.inStaff("Cleo"), "Only the staff decides");
    stage.press("Ada", how, "In my own words");
    Seen asked = see(() -> stage.inStaff("Ada"), "Reply to this message with the reason");
    assertThat(asked.text()).startsWith("Ada");
    assertThat(asked.buttons()).isEmpty();
    stage.reply("Cleo", asked, "I decline it");
    see(() -> stage.inStaff("Cleo"), "Somebody else was asked");
    line.restart();
    stage.reply("Ada", asked, "Books are sold elsewhere");
    see(
        () -> stage.inPrivate("Ben"),
        "decided not to post “Buy my books!” in the community: Books are sold elsewhere");
    see(() -> stage.inStaff("Ada"), "was declined by Ada: Books are sold elsewhere");
    stage.reply("Ada", asked, "And once more");
    see(() -> stage.inStaff("Ada"), "This question is over");
    assertThat(line.account.answersFor("Books are sold elsewhere")).isEmpty();
  }

  @Test
  void aCommandWithNothingBehindItAsksForTheRest() {
    line.start("");
    stage.command("Ben", "ask", "");
    stage.reply(
        "Ben", see(() -> stage.inPrivate("Ben"), "What would you like to know?"), "Who sings?");
    see(() -> stage.inPrivate("Ben"), "Who sings?", "Try again");
    stage.command("Ada", "announce", "");
    Seen to = see(() -> stage.inPrivate("Ada"), "Who should get the announcement?", "members");
    stage.press("Ada", to, "members");
    Seen what = see(() -> stage.inPrivate("Ada"), "What should be announced?");
    stage.reply("Ada", what, "We move on Friday.");
    see(() -> stage.inPrivate("Ada"), "We move on Friday.", "Send it");
    Seen again =
        Line.next(
            () -> stage.inPrivate("Ada"),
            "What should be announced?",
            () -> stage.command("Ada", "announce", "all"));
    stage.command("Ada", "cancel", "");
    see(() -> stage.inPrivate("Ada"), "Left as it was");
    stage.reply("Ada", again, "Too late");
    see(() -> stage.inPrivate("Ada"), "This question is over");
  }
}
