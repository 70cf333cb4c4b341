package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.command.talk.told.KeepNotesCurrent;
import io.switchboard.markup.Block;
import io.switchboard.markup.Inline;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What whoever waits is told, and how they take it back. */
class WaitingInChatTest extends InTown {
  @Test
  void whoeverWaitsSeesWhereTheyStandAndCanTakeItBack() {
    town.say(town.alice, "first");
    assertThat(town.queue.claim("main", 1)).isPresent();
    town.say(town.alice, "second");
    MemoryPlatform.Shown note = town.last(town.alice);
    assertThat(note.text()).contains("in line");
    town.press(town.bob, Town.alone(town.alice), note, note.button("Cancel"));
    assertThat(town.last(town.alice).text()).contains("belongs to somebody else");
    town.press(town.alice, Town.alone(town.alice), note, note.button("Cancel"));
    assertThat(town.platform.message(note.id()).text()).contains("taken this question back");
    assertThat(town.platform.message(note.id()).labels()).isEmpty();
    assertThat(town.answer("?")).isEmpty();
  }

  @Test
  void stoppingEverythingTakesTheNotesBackToo() {
    town.say(town.alice, "first");
    assertThat(town.queue.claim("main", 1)).isPresent();
    town.say(town.alice, "second");
    MemoryPlatform.Shown note = town.last(town.alice);
    town.command(town.alice, "stop");
    assertThat(town.platform.message(note.id()).text()).contains("taken this question back");
    assertThat(town.platform.message(note.id()).labels()).isEmpty();
    assertThat(town.last(town.alice).text()).contains("Stopped 2 questions");
  }

  @Test
  void aCancelThatWasLeftBehindSaysThatItIsOver() {
    town.say(town.alice, "first");
    assertThat(town.queue.claim("main", 1)).isPresent();
    town.say(town.alice, "second");
    MemoryPlatform.Shown note = town.last(town.alice);
    MemoryPlatform.Shown lost = town.lostCopy(note);
    town.press(town.alice, Town.alone(town.alice), note, note.button("Cancel"));
    town.press(town.alice, Town.alone(town.alice), lost, lost.button("Cancel"));
    assertThat(town.platform.message(lost.id()).text()).contains("is over already");
    assertThat(town.platform.message(lost.id()).labels()).isEmpty();

    MemoryPlatform.Shown other = town.lostCopy(note);
    town.press(town.bob, Town.alone(town.alice), other, other.button("Cancel"));
    assertThat(town.last(town.alice).text()).contains("belongs to somebody else");
    town.press(town.alice, Town.alone(town.alice), note, note.button("Cancel"));
    assertThat(town.last(town.alice).text()).contains("is over already");
    assertThat(town.platform.message(note.id()).text()).contains("taken this question back");
  }

  @Test
  void theNoteFollowsWhereTheyStand() throws Exception {
    town.say(town.alice, "one");
    RequestId running = town.queue.claim("main", 1).orElseThrow().id();
    town.say(town.bob, "two");
    Person kim = Town.person("kim", Locale.KOREA);
    town.say(kim, "셋");
    MemoryPlatform.Shown note = town.last(kim);
    assertThat(note.text()).contains("앞에 질문이 1개");
    try (var notes =
        new KeepNotesCurrent(town.queue, town.members, town.outbox, town.texts, () -> true)) {
      town.queue.finish(running, new Ending.Answered(1, 1));
      RequestId next = town.queue.claim("main", 1).orElseThrow().id();
      notes.refresh();
      assertThat(town.platform.message(note.id()).text()).contains("바로 다음 차례");
      assertThat(town.platform.message(note.id()).labels()).containsExactly("취소");
      town.queue.finish(next, new Ending.Answered(1, 1));
      assertThat(town.queue.claim("main", 1)).isPresent();
      String before = town.platform.message(note.id()).text();
      notes.refresh();
      assertThat(town.platform.message(note.id()).text()).isEqualTo(before);
    }
  }

  @Test
  void tooManyWaitingTooLongAndUsedUpAreSaid() {
    town.say(town.alice, "x".repeat(101));
    assertThat(town.last(town.alice).text()).contains("101").contains("100");
    town.exchange(town.alice, "one", "ONE");
    town.exchange(town.alice, "two", "TWO");
    town.exchange(town.alice, "three", "THREE");
    town.say(town.alice, "four");
    MemoryPlatform.Shown refusal = town.last(town.alice);
    assertThat(refusal.text()).contains("3 questions per hour").contains("You can ask again");
    assertThat(moments(refusal))
        .containsExactly(
            new Inline.Moment(
                town.time.instant().plus(Duration.ofHours(1)), Inline.Moment.Style.DATE_TIME));
    town.time.step(Duration.ofHours(1));
    town.exchange(town.alice, "five", "FIVE");
  }

  @Test
  void onlySoManyMayWait() {
    town.say(town.alice, "one");
    assertThat(town.queue.claim("main", 1)).isPresent();
    town.say(town.alice, "two");
    town.say(town.alice, "three");
    town.say(town.alice, "four");
    assertThat(town.last(town.alice).text()).contains("waiting already");
  }

  @Test
  void stopEndsWhatIsAskedHereAndNothingElse() {
    town.say(town.alice, Town.GROUP, "elsewhere", null, true);
    town.say(town.alice, "here");
    town.command(town.alice, "stop");
    assertThat(town.last(town.alice).text()).isEqualTo("Stopped.");
    town.command(town.alice, "stop");
    assertThat(town.last(town.alice).text()).contains("Nothing of yours");
    assertThat(town.answer("…").orElseThrow().text()).isEqualTo("elsewhere");
  }

  private static List<Inline> moments(MemoryPlatform.Shown shown) {
    return shown.reply().body().blocks().stream()
        .filter(Block.Paragraph.class::isInstance)
        .flatMap(block -> ((Block.Paragraph) block).text().stream())
        .filter(Inline.Moment.class::isInstance)
        .toList();
  }
}
