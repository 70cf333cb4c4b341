package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /limit why}, {@code boost} and {@code pays}, as people see them. */
class LimitsInChatTest extends InTown {
  private static final Place POOL =
      new Place(new PlaceId("memory:pool"), Place.Kind.GROUP, "the pool", List.of("memory-chat:8"));

  @BeforeEach
  void open() {
    town.exchange(town.alice, "Hello", "Hi");
  }

  @Test
  void whyNamesTheRuleThatBindsAndWhatWasLookedAt() {
    assertThat(toAdmin("limit why @alice"))
        .contains("What binds alice here")
        .contains("Tightest now: 3 questions per hour, from the general rule: 1 used, 2 left")
        .contains("the general rule: no limit on tokens")
        .contains("No role is known");
    toAdmin("limit set @alice 1/hour");
    assertThat(toAdmin("limit why @alice"))
        .contains("1 question per hour, from what was set for the member: counts")
        .contains("3 questions per hour, from the general rule: does not count")
        .contains("what was set for the member comes first");
    assertThat(toAdmin("limit why @admin")).contains("switchboard-admin").contains("Nothing binds");
  }

  @Test
  void theModelsOfAMemberAreShown() {
    toAdmin("limit set @alice models small");
    assertThat(toAdmin("limit show @alice")).contains("alice may use these models: small");
    toAdmin("undo");
    assertThat(toAdmin("limit show @alice")).doesNotContain("models");
  }

  @Test
  void aBoostIsSaidShownUsedAndOver() {
    town.time.step(Duration.ofMinutes(1));
    assertThat(toAdmin("limit boost @alice 100 for 2h"))
        .contains("alice has 100 questions more than usual, until");
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text())
        .contains("Boost: 100 questions more than usual, 100 left");
    for (int i = 0; i < 6; i++) {
      town.exchange(town.alice, "Question " + i, "Answer " + i);
    }
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text()).contains("94 left").contains("1 of 3 questions");
    assertThat(toAdmin("limit why @alice")).contains("Boost: 100 questions");
    town.time.step(Duration.ofHours(2));
    town.command(town.alice, "usage");
    assertThat(town.last(town.alice).text()).doesNotContain("Boost");
    assertThat(town.audit.recent(1))
        .extracting(AuditEntry::what, AuditEntry::detail)
        .containsExactly(tuple("limit boost", "100 for 2h"));
  }

  @Test
  void aBoostThatMeansNothingIsExplained() {
    for (String wrong :
        List.of("100", "0 for 2h", "100 for ever", "100 for 31d", "many for 2h", "-5 for 2h")) {
      assertThat(toAdmin("limit boost @alice " + wrong))
          .as(wrong)
          .contains("/limit boost @alice 100 for 2h")
          .hasSizeLessThan(160);
    }
    assertThat(toAdmin("limit boost @alice 5000tokens 30m")).contains("5,000 tokens more");
  }

  @Test
  void conversationsAreCountedFromTheirFirstQuestionAndBounded() {
    LimitRules two = new LimitRules(List.of(), null, null, 9, 9, 2, null);
    try (Town small = new Town(new LimitSettings(two, Map.of(), Map.of()))) {
      small.exchange(small.bob, "One", "1");
      small.command(small.bob, "new");
      small.command(small.bob, "new");
      small.say(small.bob, "Two");
      small.command(small.bob, "new");
      assertThat(small.last(small.bob).text())
          .contains("You have 2 conversations, and 2 are allowed")
          .contains("/conversations");
      small.say(small.bob, Town.GROUP, "Three", null, true);
      assertThat(small.platform.last(Town.GROUP.id()).text()).contains("2 are allowed");
      assertThat(small.answer("2")).isPresent();
      small.exchange(small.bob, "More in the second", "2b");
      small.command(small.bob, "conversations");
      MemoryPlatform.Shown list = small.last(small.bob);
      small.press(small.bob, Town.alone(small.bob), list, list.button("Delete"));
      small.press(small.bob, "Yes, delete it");
      small.command(small.bob, "new");
      assertThat(small.last(small.bob).text()).contains("A new conversation begins");
    }
  }

  @Test
  void whoPaysIsSaidInThePlace() {
    town.command(town.admin, POOL, "limit pays here place");
    assertThat(town.platform.last(POOL.id()).text()).contains("the pool of the place pays");
    town.command(town.admin, POOL, "limit why @alice");
    assertThat(town.platform.last(POOL.id()).text())
        .contains(
            "4 questions per hour, from The garden (Memory), for everybody there together: counts")
        .contains("does not count here, for another quota is used");
    assertThat(toAdmin("limit pays here place")).contains("A private chat is no place");
    assertThat(toAdmin("limit pays memory-chat:9 place")).contains("no pool that could pay");
    assertThat(town.audit.recent(1))
        .extracting(AuditEntry::what, AuditEntry::target, AuditEntry::detail)
        .containsExactly(tuple("limit pays", "memory-chat:8", "place"));
  }

  private String inPool(String line) {
    town.command(town.admin, POOL, line);
    return town.platform.last(POOL.id()).text();
  }

  @Test
  void aPlaceGetsLimitsWhereOneIsOrByItsName() {
    assertThat(inPool("limit set here 2/day"))
        .contains("In The garden (Memory), everybody together now has: 2 questions per day");
    assertThat(inPool("limit set here 2 running")).contains("2 questions answered at a time");
    assertThat(toAdmin("limit set memory-chat:8 10 characters"))
        .contains(
            "In The garden (Memory), the limit of each member is now 10 characters a question");
    assertThat(toAdmin("limit set memory-chat:8 models small")).contains(": small");
    assertThat(inPool("limit show here"))
        .contains("Limits of The garden (Memory)")
        .contains("Shared by everybody here: 0 of 4 questions per hour")
        .contains("Shared by everybody here: 0 of 2 questions per day")
        .contains("For everybody here together: 2 questions answered at a time")
        .contains("For each who asks here: 10 characters a question")
        .contains(": small");
    town.say(town.bob, POOL, "Much too long a question", null, true);
    assertThat(town.platform.last(POOL.id()).text()).contains("24 characters long; 10 are allowed");
    assertThat(inPool("limit why @bob"))
        .contains(
            "2 questions per day, from The garden (Memory), for everybody there together: counts")
        .contains("100 characters a question, from the general rule: does not count")
        .doesNotContain("says nothing about conversations");
    assertThat(inPool("limit reset here")).contains("back to what the configuration says");
    assertThat(inPool("limit show here")).doesNotContain("per day", "running", "characters");
    assertThat(toAdmin("limit set here 3/hour")).contains("A private chat is no place");
    assertThat(inPool("limit set here 0 running")).contains("/limit set here 3 running");
    assertThat(inPool("limit set here models")).contains("/limit set here models gpt-5-mini");
  }

  @Test
  void conversationsOfAPlaceAreCountedThere() {
    inPool("limit set here 1 conversation");
    town.command(town.alice, POOL, "new");
    town.say(town.alice, POOL, "One", null, true);
    assertThat(town.answer("1")).isPresent();
    town.say(town.alice, POOL, "Goes on", null, true);
    assertThat(town.answer("1b")).isPresent();
    town.command(town.alice, POOL, "new");
    assertThat(town.platform.last(POOL.id()).text())
        .contains("You have one conversation here, and one is allowed in this place");
    town.command(town.alice, "new");
    assertThat(town.last(town.alice).text()).contains("A new conversation begins");
  }
}
