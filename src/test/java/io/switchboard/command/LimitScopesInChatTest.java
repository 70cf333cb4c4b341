package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code /limit} of places, roles and everybody, and taking it back. */
class LimitScopesInChatTest extends InTown {
  private static final Place POOL =
      new Place(new PlaceId("memory:pool"), Place.Kind.GROUP, "the pool", List.of("memory-chat:8"));

  @Test
  void everybodyHasLimitsThatAnAdminSets() {
    assertThat(toAdmin("limit set default 1/hour")).contains("Each member now has the limit 1");
    assertThat(toAdmin("limit show default")).contains("1 question per hour").doesNotContain("3 q");
    town.exchange(town.alice, "one", "ONE");
    town.say(town.alice, "two");
    assertThat(town.last(town.alice).text()).contains("used up your 1 question per hour");
    assertThat(toAdmin("limit why @alice"))
        .contains("1 question per hour, from the general rule: counts")
        .contains("3 questions per hour, from the general rule: does not count")
        .contains("what an admin set there comes first");
    toAdmin("limit set @alice 2/hour");
    town.exchange(town.alice, "two", "TWO");
    toAdmin("undo");
    toAdmin("undo");
    assertThat(toAdmin("limit show default")).contains("3 questions per hour");
  }

  @Test
  void aRoleHasLimitsWeightHoursAndModels() {
    assertThat(toAdmin("limit set switchboard-admin 1/hour"))
        .contains("Each who has switchboard-admin now has the limit 1 question per hour");
    assertThat(toAdmin("limit set switchboard-admin weight 4")).contains("in the queue: 4");
    assertThat(toAdmin("limit set switchboard-admin hours mon-sun 0-24"))
        .contains("Mon–Sun 00:00–24:00");
    assertThat(toAdmin("limit set switchboard-admin models small")).contains("small");
    assertThat(toAdmin("limit show switchboard-admin"))
        .contains("1 question per hour")
        .contains("in the queue: 4")
        .contains("Mon–Sun 00:00–24:00")
        .contains("small");
    assertThat(toAdmin("limit why @admin"))
        .contains("1 question per hour, from switchboard-admin: counts")
        .contains("Weight in the queue: 4");
    town.exchange(town.admin, "one", "ONE");
    town.say(town.admin, "two");
    assertThat(town.last(town.admin).text()).contains("used up your 1 question per hour");
    assertThat(toAdmin("limit boost switchboard-admin 1 for 2h"))
        .contains("Each who has switchboard-admin has 1 question more than usual");
    town.exchange(town.admin, "two", "TWO");
    town.say(town.admin, "three");
    assertThat(town.last(town.admin).text()).contains("used up your 1 question per hour");
    assertThat(toAdmin("limit reset switchboard-admin")).contains("back to what the configuration");
    assertThat(toAdmin("limit show switchboard-admin"))
        .contains("9 questions answered at a time")
        .doesNotContain("per hour", "in the queue", "mon-sun", "small", "more than usual");
    toAdmin("undo");
    assertThat(toAdmin("limit show switchboard-admin"))
        .contains("1 question per hour")
        .contains("in the queue: 4")
        .contains("Mon–Sun 00:00–24:00")
        .contains("small")
        .contains("1 question more");
  }

  @Test
  void aPoolIsBoostedForATime() {
    toAdmin("limit set memory-chat:8 1/day");
    town.say(town.alice, POOL, "one", null, true);
    assertThat(town.answer("ONE")).isPresent();
    town.say(town.bob, POOL, "two", null, true);
    assertThat(town.platform.last(POOL.id()).text()).contains("everybody here shares are used up");
    assertThat(toAdmin("limit boost memory-chat:8 1 for 2h"))
        .contains("everybody together has 1 question more than usual");
    town.command(town.alice, POOL, "usage");
    assertThat(town.platform.last(POOL.id()).text()).contains("Boost for everybody here together");
    town.say(town.bob, POOL, "two", null, true);
    assertThat(town.answer("TWO")).isPresent();
    town.say(town.bob, POOL, "three", null, true);
    assertThat(town.platform.last(POOL.id()).text()).contains("everybody here shares are used up");
    town.time.step(Duration.ofHours(3));
    assertThat(toAdmin("limit show memory-chat:8")).doesNotContain("more than usual");
  }

  @Test
  void whatIsSetForAPlaceIsTakenBackOneByOne() {
    String before = toAdmin("limit show memory-chat:8");
    List<String> sets =
        List.of(
            "set memory-chat:8 5/day",
            "set memory-chat:8 5/hour",
            "set memory-chat:8 2 running",
            "set memory-chat:8 30 characters",
            "set memory-chat:8 models small",
            "set memory-chat:8 weight 0.5",
            "set memory-chat:8 hours mon-fri 9-17",
            "boost memory-chat:8 7 for 2h",
            "pays memory-chat:8 place",
            "reset memory-chat:8");
    Deque<String> stood = new ArrayDeque<>();
    for (String set : sets) {
      stood.push(toAdmin("limit show memory-chat:8"));
      toAdmin("limit " + set);
      assertThat(toAdmin("limit show memory-chat:8")).as(set).isNotEqualTo(stood.peek());
    }
    while (!stood.isEmpty()) {
      assertThat(toAdmin("undo")).doesNotContain("cannot");
      assertThat(toAdmin("limit show memory-chat:8")).isEqualTo(stood.pop());
    }
    assertThat(toAdmin("limit show memory-chat:8")).isEqualTo(before);
  }

  @Test
  void aMemberHasWeightAndHours() {
    town.exchange(town.alice, "one", "ONE");
    assertThat(toAdmin("limit set @alice weight 2.5"))
        .contains("Weight of alice in the queue: 2.5");
    assertThat(toAdmin("limit set @alice hours sat-sun 3-4"))
        .contains("of alice: Sat–Sun 03:00–04:00");
    town.say(town.alice, "two");
    assertThat(town.last(town.alice).text()).contains("certain hours");
    assertThat(toAdmin("limit show @alice")).contains("2.5").contains("Sat–Sun 03:00–04:00");
    assertThat(toAdmin("limit set @alice hours any")).contains("as the rules say");
    town.exchange(town.alice, "two", "TWO");
    toAdmin("undo");
    assertThat(toAdmin("limit show @alice")).contains("Sat–Sun 03:00–04:00");
    toAdmin("limit reset @alice");
    assertThat(toAdmin("limit show @alice")).doesNotContain("2.5", "sat-sun");
    toAdmin("undo");
    assertThat(toAdmin("limit show @alice")).contains("2.5").contains("Sat–Sun 03:00–04:00");
  }
}
