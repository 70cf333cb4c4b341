package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.Person;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.member.MemberId;
import io.switchboard.share.look.AnyShare;
import io.switchboard.share.look.LookAtAll;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What admins can do with members' links, and what they cannot. */
class RevokeInChatTest {
  private final Town town = new Town(Town.generous());

  @BeforeEach
  void aliceSharesPears() {
    by(town.admin, "status");
    by(town.bob, "status");
    share(town.alice, "About pears");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  private void share(Person person, String question) {
    town.exchange(person, question, "SECRET-ANSWER");
    town.command(person, "share");
    town.press(person, "Share");
  }

  private List<AnyShare> live() {
    return town.sharing.overseeing().page(LookAtAll.Filter.LIVE, Long.MAX_VALUE, 10);
  }

  private String number() {
    return live().getFirst().id().toString();
  }

  @Test
  void membersAndModeratorsEndNothingOfOthers() {
    assertThat(by(town.bob, "revoke " + number())).contains("for admins only");
    by(town.admin, "member role @bob moderator");
    assertThat(by(town.bob, "revoke " + number())).contains("for admins only");
    by(town.admin, "revoke");
    town.press(
        town.bob,
        Town.alone(town.bob),
        town.last(town.admin),
        new OversightAction.EndLink(Long.parseLong(number()), true).button("End it"));
    assertThat(live()).hasSize(1);
    assertThat(town.audit.recent(1).getFirst().trace().refused()).isTrue();
  }

  @Test
  void theyAreListedByMemberWithoutTheirAddresses() {
    share(town.bob, "About plums");
    assertThat(by(town.admin, "revoke"))
        .contains("About pears", "About plums", "of alice", "everyone with the link", "not opened")
        .doesNotContain("/s/", "SECRET-ANSWER");
    assertThat(by(town.admin, "revoke @bob")).contains("plums").doesNotContain("pears");
    assertThat(by(town.admin, "revoke @nobody")).contains("I know nobody");
    assertThat(by(town.admin, "revoke what is this")).contains("This is how it is meant");
  }

  @Test
  void oneIsEndedWithAReasonAndItsOwnerIsToldAndItCannotBeTakenBack() {
    String number = number();
    assertThat(by(town.admin, "revoke #" + number + " off topic"))
        .contains("The link “About pears” of alice has ended", "cannot be brought back");
    assertThat(town.last(town.alice).text())
        .isEqualTo(
            "An admin has ended your link “About pears”: off topic. Your conversation is still"
                + " there.");
    assertThat(live()).isEmpty();
    AuditEntry entry = town.audit.recent(1).getFirst();
    MemberId alice = town.members.recognize(town.alice).id();
    assertThat(entry.what()).isEqualTo("share revoke");
    assertThat(entry.target()).isEqualTo("member " + alice);
    assertThat(entry.detail()).isEqualTo("#" + number + " off topic");
    assertThat(entry.undoable()).isFalse();
    assertThat(by(town.admin, "undo " + entry.id())).contains("cannot be taken back");
    assertThat(by(town.admin, "revoke " + number)).contains("no live link #" + number);
    assertThat(by(town.admin, "revoke")).contains("No link of members is live");
  }

  @Test
  void aButtonAsksFirst() {
    by(town.admin, "revoke");
    town.press(town.admin, "End #" + number());
    assertThat(town.last(town.admin).text()).contains("End the link “About pears” of alice?");
    assertThat(live()).hasSize(1);
    town.press(town.admin, "Yes, end it");
    assertThat(live()).isEmpty();
    assertThat(town.last(town.alice).text()).contains("An admin has ended your link");
  }

  @Test
  void nobodyEndsWhatBelongsToThoseBesideThemButTheirOwn() {
    by(town.admin, "member role @alice admin");
    share(town.admin, "About grapes");
    String grapes = number();
    assertThat(by(town.alice, "revoke " + grapes)).contains("as high as you");
    assertThat(live()).hasSize(2);
    assertThat(by(town.admin, "revoke " + grapes)).contains("has ended");
    String pears = number();
    assertThat(by(town.alice, "revoke " + pears)).contains("has ended");
    assertThat(live()).isEmpty();
  }

  @Test
  void ofWhatIsNotForEverybodyNoTitleIsShownUnlessItsOwnerLetsAdminsRead() {
    by(town.alice, "shares private " + number());
    assertThat(by(town.admin, "revoke")).contains("not open to admins").doesNotContain("pears");
    by(town.alice, "conversations admins");
    town.press(town.alice, "Let admins read");
    assertThat(by(town.admin, "revoke")).contains("About pears", "only its owner");
  }

  @Test
  void morePagesAreAPressAway() {
    for (int i = 1; i <= 6; i++) {
      share(town.alice, "About plum " + i);
    }
    assertThat(by(town.admin, "revoke @alice"))
        .contains("About plum 6", "About plum 2")
        .doesNotContain("About plum 1", "`/revoke @member`");
    assertThat(by(town.admin, "revoke")).contains("/revoke @member");
    town.press(town.admin, "▶");
    assertThat(town.last(town.admin).text())
        .contains("About plum 1", "About pears")
        .doesNotContain("About plum 2");
    assertThat(town.last(town.admin).labels()).contains("◀").doesNotContain("▶");
    town.press(town.admin, "◀");
    assertThat(town.last(town.admin).text()).contains("About plum 6");
  }
}
