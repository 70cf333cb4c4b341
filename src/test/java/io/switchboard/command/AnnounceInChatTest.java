package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.announce.SayAnnouncements;
import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /announce}: seen first, said once, and not to those who want none. And steps. */
class AnnounceInChatTest {
  private final Town town = new Town(Town.generous());

  @BeforeEach
  void arrive() {
    for (Person person : List.of(town.alice, town.bob)) {
      town.command(person, "status");
    }
  }

  @AfterEach
  void close() {
    town.close();
  }

  private String by(Person person, String line) {
    town.command(person, line);
    return town.last(person).text();
  }

  private long heard(Person person) {
    return town.chat(person).stream().filter(s -> s.text().startsWith("Announcement")).count();
  }

  @Test
  void itIsSeenFirstSaidOnceAndCounted() {
    by(town.bob, "announcements off");
    assertThat(by(town.admin, "announce We move **on Friday**."))
        .contains("1 place and 2 members")
        .contains("We move on Friday.");
    assertThat(heard(town.alice)).isZero();
    MemoryPlatform.Shown preview = town.last(town.admin);
    town.press(town.admin, "Send it");
    await()
        .untilAsserted(
            () -> assertThat(town.last(town.admin).text()).contains("has reached 1 place and"));
    assertThat(heard(town.alice)).isOne();
    assertThat(heard(town.bob)).isZero();
    assertThat(town.platform.in(Town.GROUP.id()).getLast().text()).contains("We move on Friday");
    town.press(town.admin, Town.alone(town.admin), preview, preview.button("Send it"));
    assertThat(town.last(town.admin).text()).contains("belongs to somebody else");
    assertThat(heard(town.alice)).isOne();
    assertThat(town.audit.recent(9)).extracting(AuditEntry::what).contains("announce");
    town.press(
        town.alice,
        Town.alone(town.alice),
        town.last(town.alice),
        town.last(town.alice).button("No more of these"));
    assertThat(town.last(town.alice).text()).contains("no more announcements");
    assertThat(by(town.alice, "announcements on")).contains("You get announcements");
  }

  /** The second process died two hours ahead, before the clock was set back. */
  @ParameterizedTest
  @ValueSource(ints = {60, 7200})
  void nobodyIsToldTwiceAfterACrash(int busySeconds) {
    town.saying.close();
    by(town.admin, "announce members Hello");
    town.press(town.admin, "Send it");
    town.database.useTransaction(
        h ->
            h.execute(
                "update announcement_target set state = 'SENDING', busy_until = ? where target ="
                    + " 'memory:alice'",
                town.time.instant().plusSeconds(busySeconds)));
    try (SayAnnouncements next =
        new SayAnnouncements(town.database, town.time, town.messengers, town.outbox, town.texts)) {
      town.time.step(Duration.ofMinutes(5));
      town.announcing(next).sweep();
      await()
          .untilAsserted(
              () ->
                  assertThat(town.last(town.admin).text())
                      .contains("Unknown after an interruption: 1"));
      assertThat(heard(town.alice)).isZero();
      assertThat(heard(town.bob)).isOne();
      town.announcing(next).sweep();
      assertThat(heard(town.bob)).isOne();
    }
  }

  @Test
  void whatCannotBeSaidIsExplained() {
    assertThat(by(town.admin, "announce")).contains("Who should get");
    assertThat(by(town.admin, "announce members")).contains("What should be announced?");
    assertThat(by(town.admin, "announce " + "long ".repeat(400))).contains("at most 1,500");
    by(town.admin, "announce places Hello");
    town.press(town.admin, "Throw away");
    assertThat(town.last(town.admin).text()).contains("Nobody has seen it");
    by(town.admin, "announce places Hello again");
    MemoryPlatform.Shown preview = town.last(town.admin);
    town.press(town.alice, Town.alone(town.alice), preview, preview.button("Send it"));
    assertThat(town.last(town.alice).text()).contains("Only admins may do that");
  }

  @Test
  void whatIsMissingIsAskedForStepByStep() {
    assertThat(by(town.admin, "limit")).contains("what is to be done?");
    town.press(town.admin, "set");
    assertThat(town.last(town.admin).text()).contains("for whom?").contains("/limit set");
    town.press(town.admin, "alice");
    assertThat(town.last(town.admin).text()).contains("/limit set memory:alice");
    town.press(town.admin, "50/day");
    assertThat(town.last(town.admin).text()).contains("alice is now 50 questions per day");
    assertThat(by(town.admin, "member role memory:bob")).contains("/member role memory:bob");
    town.press(town.admin, "moderator");
    assertThat(town.last(town.admin).text()).contains("bob is a moderator");
    by(town.bob, "member");
    MemoryPlatform.Shown asked = town.last(town.bob);
    town.press(town.alice, Town.alone(town.alice), asked, asked.button("ban"));
    assertThat(town.last(town.alice).text()).contains("Only whoever began this");
    by(town.admin, "account weight");
    town.press(town.admin, "main");
    town.press(town.admin, "5");
    assertThat(town.last(town.admin).text()).contains("main has the weight 5");
  }
}
