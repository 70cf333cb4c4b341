package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.member.MemberId;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.Ending;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What admins and members change while questions wait and run. */
class WhileWaitingTest extends InTown {
  private String usage() {
    town.command(town.alice, "usage");
    return town.last(town.alice).text();
  }

  @Test
  void whatABoostLetInIsAnsweredAndCoveredAfterItsEnd() {
    town.exchange(town.alice, "one", "ONE");
    toAdmin("limit set @alice 1/hour");
    toAdmin("limit boost @alice 1 for 10m");
    town.say(town.alice, "two");
    town.time.step(Duration.ofMinutes(30));
    assertThat(town.answer("TWO").orElseThrow().text()).isEqualTo("two");
    assertThat(usage()).contains("1 of 1 question per hour");
    town.time.step(Duration.ofMinutes(31));
    town.exchange(town.alice, "three", "THREE");
  }

  @Test
  void whatWaitsIsAnsweredThoughItsLimitIsLoweredOrForgotten() {
    town.exchange(town.alice, "one", "ONE");
    town.say(town.alice, "two");
    toAdmin("limit set @alice 0/hour");
    town.say(town.alice, "three");
    assertThat(town.last(town.alice).text()).contains("switched off for you");
    toAdmin("limit reset @alice");
    assertThat(usage()).contains("0 of 3 questions per hour");
    assertThat(town.answer("TWO").orElseThrow().text()).isEqualTo("two");
    assertThat(usage()).as("forgiven before it was answered").contains("0 of 3 questions");
  }

  @Test
  void whatFailsAfterAnUnlinkIsGivenBackToBoth() {
    link();
    town.say(town.alice, "one");
    Claimed running = town.queue.claim("main", 1).orElseThrow();
    town.command(town.alice, "link remove memory:bob");
    assertThat(usage()).contains("1 of 3 questions per hour");
    town.queue.finish(running.id(), new Ending.Failed("broken"));
    assertThat(usage()).contains("0 of 3 questions per hour");
    town.command(town.bob, "usage");
    assertThat(town.last(town.bob).text()).contains("0 of 3 questions per hour");
  }

  @Test
  void whoBecomesAPartOfAnotherWhileTheirAnswerBeginsKeepsTheirTurns() {
    town.exchange(town.bob, "before", "BEFORE");
    town.say(town.bob, "now");
    Claimed claimed = town.queue.claim("main", 1).orElseThrow();
    MemberId asked = claimed.asker().member();
    link();
    assertThat(town.members.recognize(town.bob).id()).isNotEqualTo(asked);
    Turn turn =
        town.conversations.begin(claimed.id().value(), Question.decode(claimed.payload()), asked);
    assertThat(town.conversations.before(turn.id())).extracting(Turn::answer).contains("BEFORE");
    assertThat(town.conversations.variants(turn.id(), asked)).hasSize(1);
  }

  @Test
  void howManyMayRunIsChangedForWhatWaitsAlready() {
    town.exchange(town.alice, "one", "ONE");
    toAdmin("limit set @alice 1 running");
    town.say(town.alice, "two");
    town.say(town.alice, Town.GROUP, "three", null, true);
    assertThat(town.queue.claim("main", 9)).isPresent();
    assertThat(town.queue.claim("main", 9)).isEmpty();
    toAdmin("limit set @alice 2 running");
    assertThat(town.queue.claim("main", 9)).isPresent();
    toAdmin("undo");
    assertThat(town.queue.busy().load().running()).isEqualTo(2);
  }

  /** Bob becomes a part of Alice. */
  private void link() {
    town.command(town.alice, "link");
    Matcher code = Pattern.compile("/link ([A-Z2-9]{12})").matcher(town.last(town.alice).text());
    assertThat(code.find()).isTrue();
    town.command(town.bob, "link " + code.group(1));
    town.press(town.bob, "Yes, all of them are mine");
  }
}
