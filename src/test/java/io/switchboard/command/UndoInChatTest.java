package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.Person;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /undo}: what was done is recorded with before and after, and is put back. */
class UndoInChatTest extends InTown {
  @BeforeEach
  void arrive() {
    by(town.alice, "status");
    by(town.bob, "status");
  }

  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  private AuditEntry newest() {
    return town.audit.recent(1).getFirst();
  }

  @Test
  void theLastActIsTakenBackAndMadeAgain() {
    by(town.admin, "limit set @alice 50/day");
    by(town.admin, "limit set @alice 20/day");
    assertThat(newest().trace().before()).isEqualTo("50/day");
    assertThat(newest().trace().after()).isEqualTo("20/day");
    assertThat(by(town.admin, "undo"))
        .contains("Taken back")
        .contains("undo limit set, alice: 20/day → 50/day");
    assertThat(by(town.admin, "limit show @alice")).contains("50 questions per day");
    assertThat(newest().what()).isEqualTo("undo");
    town.command(town.admin, "undo");
    assertThat(town.last(town.admin).text()).contains("50/day → by the rules");
    assertThat(by(town.admin, "limit show @alice")).doesNotContain("per day");
    assertThat(by(town.admin, "undo")).contains("nothing that can still be taken back");
    by(town.admin, "limit set @alice 7/day");
    town.command(town.admin, "undo");
    town.press(town.admin, "Undo this");
    assertThat(by(town.admin, "limit show @alice")).contains("7 questions per day");
  }

  @Test
  void whatWasChangedSinceStaysAsItIs() {
    by(town.admin, "member role @alice admin");
    by(town.admin, "limit set @bob 5/day");
    long first = newest().id();
    by(town.alice, "limit set @bob 9/day");
    assertThat(by(town.admin, "undo " + first))
        .contains("was changed since")
        .contains("“9/day” now")
        .contains("by the rules → 5/day");
    assertThat(by(town.admin, "limit show @bob")).contains("9 questions per day");
    assertThat(by(town.alice, "undo list"))
        .contains("limit set, bob: 5/day → 9/day")
        .contains("/undo " + newest().id() + " takes #" + newest().id() + " back");
    assertThat(by(town.alice, "undo")).contains("9/day → 5/day");
    assertThat(by(town.alice, "undo #" + first)).contains("5/day → by the rules");
    assertThat(by(town.admin, "undo " + first)).contains("taken back already, by alice");
  }

  @Test
  void everyActOfAdminsIsTakenBack() {
    town.time.step(Duration.ofMinutes(1));
    String before = by(town.admin, "limit why @alice") + by(town.admin, "member show @alice");
    for (String act :
        new String[] {
          "limit set @alice models small",
          "limit set @alice 3 running",
          "limit set @alice 5 USD/month",
          "limit boost @alice 100 for 2h",
          "limit boost @alice 5.5 USD for 2h",
          "limit set @alice weight 2.5",
          "limit set @alice hours mon-fri 9-17",
          "limit reset @alice",
          "member allow @alice",
          "member pause @alice",
          "member pause @alice for 2d",
          "member ban @alice",
          "member until @alice 2026-12-31",
          "member hours @alice mon-fri 09:00-17:00, sat 10-14",
          "member role @alice moderator",
          "member role @alice admin",
        }) {
      by(town.admin, act);
      assertThat(newest().what()).as(act).isIn(act.split(" @")[0]);
      assertThat(by(town.admin, "undo")).as(act).contains("Taken back");
      assertThat(by(town.admin, "limit why @alice") + by(town.admin, "member show @alice"))
          .as(act)
          .isEqualTo(before);
    }
  }

  @Test
  void switchesAreTakenBack() {
    String accounts = by(town.admin, "account list");
    by(town.admin, "account pause main");
    by(town.admin, "account weight spare 7");
    by(town.admin, "undo");
    by(town.admin, "undo");
    assertThat(by(town.admin, "account list")).isEqualTo(accounts);
    by(town.admin, "community on");
    assertThat(by(town.admin, "undo")).contains("community on: on → as configured");
    assertThat(by(town.admin, "community")).contains("Sharing with the community is off");
    town.command(town.admin, Town.GROUP, "conversation shared");
    town.command(town.admin, Town.GROUP, "undo");
    town.command(town.admin, Town.GROUP, "conversation");
    assertThat(town.platform.last(Town.GROUP.id()).text()).contains("a conversation of their own");
  }

  @Test
  void aResetIsTakenBackWithWhatWasUsed() {
    by(town.admin, "limit set @alice 2/day");
    town.exchange(town.alice, "One", "1");
    town.time.step(Duration.ofMinutes(1));
    by(town.admin, "limit reset @alice");
    assertThat(by(town.admin, "limit show @alice")).contains("0 of 3 questions per hour");
    by(town.admin, "undo");
    assertThat(by(town.admin, "limit show @alice"))
        .contains("1 of 2 questions per day")
        .contains("1 of 3 questions per hour");
  }

  @Test
  void anInvitationIsWithdrawnForGood() {
    by(town.admin, "member invite for 7d uses 5");
    String code =
        town.last(town.admin).text().replaceFirst("(?s)^Invitation code: (\\S+)\\..*", "$1");
    assertThat(by(town.admin, "undo")).contains("member invite").contains("→ none");
    assertThat(by(town.stranger, "join " + code)).contains("does not exist");
    assertThat(by(town.admin, "undo " + newest().id())).contains("cannot be taken back");
  }

  @Test
  void nobodyTakesBackWhatTheyMayNotDo() {
    by(town.admin, "member role @alice moderator");
    by(town.admin, "limit set @bob 5/day");
    long limit = newest().id();
    by(town.admin, "member hours @alice 12-13");
    long hours = newest().id();
    by(town.admin, "member pause @bob");
    assertThat(by(town.alice, "undo " + limit)).contains("Only admins may do that");
    assertThat(newest())
        .satisfies(
            entry -> {
              assertThat(entry.what()).isEqualTo("refused");
              assertThat(entry.target()).isEqualTo("undo limit set");
            });
    assertThat(by(town.alice, "undo " + hours)).contains("as high as you or higher");
    assertThat(by(town.alice, "undo list")).contains("member pause, bob").doesNotContain("limit");
    assertThat(by(town.alice, "undo 4711")).contains("There is no act");
    assertThat(by(town.alice, "undo everything")).contains("This is how it is meant");
    assertThat(by(town.bob, "undo")).contains("You are paused");
    assertThat(by(town.stranger, "undo " + limit)).doesNotContain("Taken back");
  }

  @Test
  void aBanThatComesBackTakesOutWhatWaits() {
    by(town.admin, "member ban @alice");
    by(town.admin, "undo");
    town.say(town.alice, Town.GROUP, "First", null, true);
    town.press(town.admin, "Undo this");
    assertThat(town.answer("never")).isEmpty();
    assertThat(town.platform.in(Town.GROUP.id()))
        .anyMatch(shown -> shown.text().contains("alice is kept out by an admin"));
  }
}
