package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.audit.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code /member}, and coming in with an invitation. */
class MembersInChatTest extends InTown {
  private static final Pattern CODE = Pattern.compile("/join ([A-Z2-9]{12})");

  private String invitation(String wish) {
    Matcher code = CODE.matcher(toAdmin(("member invite " + wish).strip()));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private boolean strangerIsIn() {
    int before = town.chat(town.stranger).size();
    town.time.step(Duration.ofHours(2));
    town.command(town.stranger, "status");
    List<MemoryPlatform.Shown> chat = town.chat(town.stranger);
    assertThat(chat).hasSizeGreaterThan(before);
    return chat.getLast().text().contains("Being answered now");
  }

  @Test
  void aStrangerIsAllowedByIdBannedAndAllowedAgain() {
    assertThat(strangerIsIn()).isFalse();
    assertThat(toAdmin("member allow memory:stranger")).contains("is let in from now on");
    assertThat(strangerIsIn()).isTrue();
    assertThat(toAdmin("member ban @stranger")).contains("stranger is banned");
    assertThat(strangerIsIn()).isFalse();
    assertThat(town.last(town.stranger).text()).contains("does not let you in any more");
    assertThat(toAdmin("member show @stranger")).contains("memory:stranger").contains("Banned.");
    toAdmin("member unban @stranger");
    assertThat(strangerIsIn()).isTrue();
    assertThat(town.audit.recent(9))
        .extracting(AuditEntry::what)
        .containsExactly("member unban", "member ban", "member allow");
  }

  @Test
  void aPauseEndsByItselfOrByAnAdmin() {
    toAdmin("member allow memory:stranger");
    assertThat(toAdmin("member pause memory:stranger for 3h")).contains("They can go on");
    assertThat(strangerIsIn()).isFalse();
    assertThat(town.last(town.stranger).text()).contains("You are paused. You can go on");
    assertThat(strangerIsIn()).isTrue();
    toAdmin("member pause @stranger");
    assertThat(strangerIsIn()).isFalse();
    toAdmin("member resume @stranger");
    assertThat(strangerIsIn()).isTrue();
  }

  @Test
  void whoIsListedIsOutAtTheEndOfTheDayThatIsSaid() {
    town.exchange(town.alice, "Hello", "Hi");
    assertThat(toAdmin("member until @alice 2020-01-01")).contains("2020-01-01 is over already");
    assertThat(toAdmin("member until @alice 2026-03-01")).contains("is let in until");
    town.command(town.alice, "status");
    assertThat(town.last(town.alice).text()).contains("Being answered now");
    town.time.step(Duration.ofHours(12));
    town.command(town.alice, "status");
    assertThat(town.last(town.alice).text()).contains("Your time with this bot ended");
    toAdmin("member until @alice never");
    town.command(town.alice, "status");
    assertThat(town.last(town.alice).text()).contains("Being answered now");
  }

  @Test
  void anInvitationLetsAsManyInAsItSays() {
    String code = invitation("for 7d uses 2");
    town.command(town.stranger, "join WRONG");
    assertThat(town.last(town.stranger).text()).contains("does not exist");
    town.command(town.stranger, "join " + code.toLowerCase(Locale.ROOT));
    assertThat(town.last(town.stranger).text()).contains("Welcome");
    assertThat(strangerIsIn()).isTrue();
    var second = Town.person("second", Locale.ENGLISH);
    town.command(second, "start " + code);
    assertThat(town.last(second).text()).contains("Welcome");
    var third = Town.person("third", Locale.ENGLISH);
    town.command(third, "join " + code);
    assertThat(town.last(third).text()).contains("used up");
    town.command(town.alice, "join " + code);
    assertThat(town.last(town.alice).text()).contains("in already");
    assertThat(town.audit.recent(9))
        .extracting(AuditEntry::what)
        .containsExactly("joined", "joined", "member invite");
    assertThat(town.audit.recent(9).toString()).doesNotContain(code);
  }

  @Test
  void anInvitationIsOverAndGuessingIsThrottled() {
    String code = invitation("for 1h");
    town.time.step(Duration.ofHours(1));
    for (int i = 0; i < 5; i++) {
      town.command(town.stranger, "join " + code);
      assertThat(town.last(town.stranger).text()).contains("is over");
    }
    String good = invitation("");
    town.command(town.stranger, "join " + good);
    assertThat(town.last(town.stranger).text()).contains("Too many wrong codes");
    town.time.step(Duration.ofHours(1));
    town.command(town.stranger, "join " + good);
    assertThat(town.last(town.stranger).text()).contains("Welcome");
  }

  @Test
  void theBannedDoNotComeInByInvitation() {
    String code = invitation("uses 5");
    toAdmin("member ban memory:stranger");
    town.command(town.stranger, "join " + code);
    assertThat(strangerIsIn()).isFalse();
  }

  @Test
  void adminsAreNotKeptOutAndNonsenseIsExplained() {
    town.command(town.admin, "status");
    assertThat(toAdmin("member ban memory:admin")).contains("as high as you or higher");
    assertThat(toAdmin("member ban @admin")).contains("as high as you or higher");
    for (String wrong :
        List.of(
            "",
            "ban",
            "frob @alice",
            "pause memory:x for ever",
            "until memory:x tomorrow",
            "invite for ever",
            "invite uses 0",
            "invite for 900d")) {
      assertThat(toAdmin(("member " + wrong).strip()))
          .as(wrong)
          .containsPattern("/member [a-z]+ (@alice|for 7d|memory:x|memory:12345)")
          .hasSizeLessThan(250);
    }
    assertThat(toAdmin("member allow @nobody")).contains("I know nobody called “@nobody”");
    town.command(town.alice, "member ban @bob");
    assertThat(town.last(town.alice).text()).contains("for admins only");
  }
}
