package io.switchboard.scenario;

import static io.switchboard.scenario.Line.next;
import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What admins did and take back, as everybody sees it on each platform. */
class UndoneScenarioTest {
  @Nested
  class OnDiscord extends Cases {
    @Override
    Stage stage() {
      return new DiscordStage();
    }
  }

  @Nested
  class OnTelegram extends Cases {
    @Override
    Stage stage() {
      return new TelegramStage();
    }
  }

  abstract static class Cases extends Play {
    private static final String POST = "Share, and post in the community";

    private Seen admin(String command, String arguments, String said) {
      return next(
          () -> stage.inPrivate("Ada"), said, () -> stage.command("Ada", command, arguments));
    }

    private void undo() {
      admin("undo", "", "Taken back");
    }

    private void ask(String question) {
      stage.say("Ben", question);
      see(() -> stage.inPrivate("Ben"), question, AGAIN);
    }

    private void shown(boolean there) {
      await()
          .untilAsserted(
              () ->
                  assertThat(stage.inCommunity().stream().filter(m -> m.text().contains("Salty?")))
                      .hasSize(there ? 1 : 0));
    }

    @Test
    void whatTheStaffDecidedAboutAPost() {
      line.start(
          "community: {enabled: true, approval: true, channels: [\"%s\"]}\nstaff: {channels: [\"%s\"]}"
              .formatted(stage.communityChannel(), stage.staffChannel()));
      ask("Salty?");
      stage.command("Ben", "share", "");
      stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet", POST), POST);
      see(() -> stage.inStaff("Ada"), "waits for approval", "Approve");
      admin("community", "decline 1 Not here", "declined");
      see(() -> stage.inPrivate("Ben"), "Not here");
      undo();
      see(() -> stage.inPrivate("Ben"), "took back what they had decided");
      Seen again = see(() -> stage.inStaff("Ada"), "waits for approval", "Approve");
      stage.press("Ada", again, "Approve");
      shown(true);
      see(() -> stage.inStaff("Ada"), "was approved by Ada");
      undo();
      shown(false);
      admin("undo", "list", "community approve");
      admin("community", "approve 1", "approved");
      shown(true);
      admin("community", "withdraw 1 Spam", "withdrawn");
      shown(false);
      see(() -> stage.inPrivate("Ben"), "Spam");
      undo();
      shown(true);
      assertThat(line.get(line.address() + "/gallery").body()).contains("Salty?");
    }

    @Test
    void whatTheySaidOfAMember() {
      line.start("");
      ask("Hello");
      String ben = stage.id("Ben");
      String before = admin("member", "show " + ben, "accounts").text();
      for (String act :
          new String[] {
            "ban %s", "pause %s for 2d", "role %s admin", "until %s 2030-01-01", "hours %s 12-13"
          }) {
        admin("member", act.formatted(ben), "Ben");
        undo();
        assertThat(admin("member", "show " + ben, "accounts").text()).as(act).isEqualTo(before);
      }
      ask("Still here?");
    }

    @Test
    void whatTheyAllowedAMember() {
      line.start("limits: {default: {requests: [9/hour]}}");
      ask("Hello");
      String ben = stage.id("Ben");
      for (String act : new String[] {"set %s 1/hour", "boost %s 100 for 2h", "reset %s"}) {
        admin("limit", act.formatted(ben), "Ben");
        undo();
        admin("limit", "show " + ben, "1 of 9 questions per hour");
      }
    }

    @Test
    void howAnswersAreGivenAndWhoAnswers() {
      line.start(
          "community: {enabled: true, channels: [\"%s\"]}".formatted(stage.communityChannel()));
      stage.commandInGroup("Ada", "answers", "link");
      see(() -> stage.inGroup("Ada"), "Answers are given here");
      undo();
      next(
          () -> stage.inGroup("Ada"),
          "Answers are given here as text.",
          () -> stage.commandInGroup("Ada", "answers", "status"));
      admin("account", "pause main", "main");
      undo();
      ask("Are you there?");
      admin("community", "off", "is off");
      assertThat(line.get(line.address() + "/gallery").statusCode()).isEqualTo(404);
      undo();
      assertThat(line.get(line.address() + "/gallery").statusCode()).isEqualTo(200);
    }
  }
}
