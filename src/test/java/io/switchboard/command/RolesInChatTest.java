package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Owners, admins, moderators; hours; and what becomes of the questions of who is kept out. */
class RolesInChatTest extends InTown {
  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  @Test
  void ownersMakeAdminsAdminsMakeModerators() {
    by(town.alice, "status");
    by(town.bob, "status");
    assertThat(by(town.alice, "member role @bob moderator")).contains("for admins only");
    assertThat(by(town.admin, "member role @alice admin")).contains("alice is an admin");
    assertThat(by(town.alice, "limit set @bob 9/day")).contains("The limit of bob is now");
    assertThat(by(town.alice, "member role @bob admin")).contains("only owners make admins");
    assertThat(by(town.alice, "member role @bob moderator")).contains("bob is a moderator");
    assertThat(by(town.bob, "limit set @alice 1/day")).contains("for admins only");
    assertThat(by(town.bob, "member ban @alice")).contains("as high as you or higher");
    assertThat(by(town.bob, "member role @bob admin")).contains("as high as you or higher");
    assertThat(by(town.bob, "help")).contains("/member").doesNotContain("/limit");
    assertThat(by(town.bob, "member pause memory:kim")).contains("is paused");
    assertThat(by(town.alice, "member pause @admin")).contains("as high as you or higher");
    assertThat(by(town.admin, "member role @alice owner"))
        .contains("/member role @alice moderator");
    assertThat(by(town.admin, "member show @bob")).contains("bob is a moderator");
    assertThat(by(town.admin, "member role @alice member")).contains("without a special role");
    assertThat(by(town.alice, "limit show @bob")).contains("for admins only");
  }

  @Test
  void nobodyTakesBackWhatWasSaidOfThemselves() {
    by(town.alice, "status");
    by(town.bob, "status");
    by(town.admin, "member role @alice moderator");
    by(town.admin, "member role @bob moderator");
    by(town.admin, "member until @alice 2026-03-02");
    assertThat(by(town.alice, "member allow @alice")).contains("as high as you or higher");
    assertThat(by(town.bob, "member allow @alice")).contains("as high as you or higher");
    town.time.step(Duration.ofDays(3));
    assertThat(by(town.alice, "member allow @alice")).contains("Your time with this bot ended");
    assertThat(by(town.admin, "member allow @alice")).contains("is let in from now on");
  }

  @Test
  void aBannedAdminIsNoAdmin() {
    by(town.alice, "status");
    by(town.admin, "member role @alice admin");
    by(town.admin, "member ban @alice");
    assertThat(by(town.alice, "member unban @alice")).contains("does not let you in any more");
    by(town.admin, "member unban @alice");
    assertThat(by(town.alice, "limit show @alice")).contains("Limits of alice");
  }

  @Test
  void aPauseTakesOutWhatWaitsAndSaysSoWhereItWasAsked() {
    town.say(town.alice, Town.GROUP, "First", null, true);
    town.say(town.alice, Town.GROUP, "Second", null, true);
    by(town.admin, "member pause @alice for 2h");
    assertThat(town.last(town.admin).text()).contains("alice is paused");
    assertThat(town.platform.in(Town.GROUP.id()))
        .filteredOn(shown -> shown.text().contains("alice is kept out by an admin"))
        .hasSize(2);
    assertThat(town.answer("never")).isEmpty();
    town.time.step(Duration.ofHours(2));
    town.exchange(town.alice, "Again", "Hi");
    assertThat(by(town.alice, "usage")).contains("1 of 3 questions");
  }

  @Test
  void hoursAreKept() {
    by(town.alice, "status");
    assertThat(by(town.admin, "member hours @alice 13:00-14:00")).contains("13:00–14:00 (UTC)");
    assertThat(by(town.alice, "usage")).contains("You can use me again: 2026-03-01 13:00");
    assertThat(by(town.admin, "member show @alice")).contains("Out of their hours");
    town.time.step(Duration.ofHours(1));
    assertThat(by(town.alice, "usage")).contains("What you have used");
    town.time.step(Duration.ofHours(1));
    assertThat(by(town.alice, "usage")).contains("again: 2026-03-02 13:00");
    assertThat(by(town.admin, "member hours @alice whenever")).contains("mon-fri 09:00-17:00");
    assertThat(by(town.admin, "member hours @alice always")).contains("at any hour");
    assertThat(by(town.alice, "usage")).contains("What you have used");
    assertThat(by(town.admin, "member hours @admin 9-10")).contains("as high as you or higher");
  }

  @Test
  void whoNeverWroteBecomesAMemberByAMention() {
    assertThat(by(town.admin, "limit set memory:4711 9/day")).contains("memory:4711 is now");
    assertThat(by(town.admin, "limit show memory:4711")).contains("9 questions per day");
    assertThat(by(town.admin, "limit show @ghost")).contains("I know nobody called");
    assertThat(by(town.admin, "limit show memory:notanumber")).contains("I know nobody called");
  }

  @Test
  void timeZonesAreReadAsPeopleWriteThem() {
    assertThat(by(town.alice, "timezone")).contains("Your time zone is UTC").contains("12:00");
    assertThat(by(town.alice, "timezone berlin")).contains("Europe/Berlin").contains("13:00");
    assertThat(by(town.alice, "timezone new york")).contains("America/New_York");
    assertThat(by(town.alice, "timezone utc+5:30")).contains("+05:30").contains("17:30");
    assertThat(by(town.alice, "timezone nowhere")).contains("I know no time zone");
    assertThat(by(town.alice, "timezone +19")).contains("I know no time zone");
    by(town.admin, "limit set @alice 2/calendar day");
    assertThat(by(town.alice, "timezone Asia/Seoul")).contains("21:00");
    town.exchange(town.alice, "One", "1");
    town.exchange(town.alice, "Two", "2");
    town.say(town.alice, "Three");
    assertThat(town.last(town.alice).text())
        .contains("2 questions per calendar day")
        .contains("2026-03-02 12:00");
    town.time.step(Duration.ofHours(3));
    for (String zone : new String[] {"Asia/Seoul", "Asia/Kathmandu", "Asia/Kolkata", "auto"}) {
      by(town.alice, "timezone " + zone);
      town.say(town.alice, "No new day by travelling");
      assertThat(town.last(town.alice).text()).contains("2 questions per calendar day");
    }
    town.time.step(Duration.ofHours(21));
    town.exchange(town.alice, "Three", "3");
  }
}
