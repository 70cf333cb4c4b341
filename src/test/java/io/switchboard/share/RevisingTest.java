package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.alarm.AlarmHandler;
import io.switchboard.alarm.Alarms;
import io.switchboard.chat.MessageId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Question;
import io.switchboard.conversation.Turn;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of a share once it is out: revisions, names, variants, what is covered. */
class RevisingTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends SharingTest {
    private List<String> questions(String path) {
      return page(path).turns().stream().map(SharedCopy.SharedTurn::question).toList();
    }

    @Test
    void anUpdateIsANewRevisionUnderTheSameLink() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      ask(conversation, "one", "1");
      Published.Live live = publish(ready(new Selection.Whole(conversation)), new Expiry.Default());
      ask(conversation, "two", "2");
      assertThat(sharing.making().update(live.id(), bob)).isEqualTo(new Prepared.Nothing());
      Prepared.Ready draft = (Prepared.Ready) sharing.making().update(live.id(), alice);
      assertThat(questions(draft.previewPath())).containsExactly("one", "two");
      assertThat(questions(live.path())).containsExactly("one");
      Published.Revised revised = (Published.Revised) sharing.publish(draft.id(), alice);
      assertThat(revised.live().path()).isEqualTo(live.path());
      assertThat(revised.live().endsAt()).isEqualTo(live.endsAt());
      assertThat(revised.revision()).isEqualTo(2);
      assertThat(questions(live.path())).containsExactly("one", "two");
      String before = sharing.looking().peek(live.id(), alice, true).orElseThrow();
      assertThat(questions(before)).containsExactly("one");
      assertThat(sharing.looking().peek(live.id(), bob, true)).isEmpty();
      assertGone(draft.previewPath());
    }

    @Test
    void anUpdateOfWhatHasEndedIsNotFound() {
      Published.Live live = live();
      Prepared.Ready draft = (Prepared.Ready) sharing.making().update(live.id(), alice);
      sharing.revoke(live.id(), alice);
      assertThat(sharing.publish(draft.id(), alice)).isEqualTo(new Published.NotFound());
      assertThat(sharing.making().update(live.id(), alice)).isEqualTo(new Prepared.Nothing());
    }

    @Test
    void theOwnerIsNamedOnlyIfTheyChooseTo() {
      Published.Live live = live();
      assertThat(page(live.path()).owner()).isNull();
      sharing.own().sign(live.id(), bob, true);
      assertThat(page(live.path()).owner()).isNull();
      sharing.own().sign(live.id(), alice, true);
      assertThat(page(live.path()).owner()).isEqualTo("alice");
      sharing.own().sign(live.id(), alice, false);
      assertThat(page(live.path()).owner()).isNull();
    }

    @Test
    void variantsAreShownOnlyWithFullHistoryAndCoveredWhereNobodyLooked() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      Turn first = ask(conversation, "one", "ONE with key sk-abcdefghijklmnopqrstuvwx");
      Turn second =
          conversations.begin(
              ++number, new Question(conversation, null, first.id(), "", List.of()));
      conversations.answered(second.id(), "TWO", true);
      Prepared.Ready draft = ready(new Selection.One(second.id()));
      assertThat(draft.findings()).isEmpty();
      assertThat(page(draft.previewPath()).turns().getFirst().variants()).isEmpty();
      sharing.own().show(draft.id(), alice, Visibility.HISTORY);
      assertThat(page(draft.previewPath()).turns().getFirst().variants()).hasSize(1);
      Prepared.Ready now = (Prepared.Ready) sharing.making().draft(draft.id(), alice);
      assertThat(now.findings()).hasSize(1);
      sharing.own().show(draft.id(), alice, Visibility.PUBLIC);
      Published.Live live = publish(draft, new Expiry.Default());
      assertThat(page(live.path()).turns().getFirst().variants()).isEmpty();
      sharing.own().show(live.id(), alice, Visibility.HISTORY);
      assertThat(page(live.path()).turns().getFirst().variants())
          .singleElement()
          .satisfies(variant -> assertThat(variant).contains("ONE").doesNotContain("sk-"));
    }

    @Test
    void singleFindsAreLetThrough() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      ask(conversation, "Mail alice@example.org or bob@example.org", "Done.");
      Prepared.Ready draft = ready(new Selection.Whole(conversation));
      assertThat(draft.findings()).hasSize(2);
      sharing.making().cover(draft.id(), alice, true);
      String second = draft.findings().get(1).finding().fingerprint();
      sharing.making().toggle(draft.id(), alice, second);
      assertThat(page(draft.previewPath()).toString())
          .contains("bob@example.org")
          .doesNotContain("alice@example.org");
      Published.Live live = publish(draft, new Expiry.Default());
      assertThat(page(live.path()).toString())
          .contains("bob@example.org")
          .doesNotContain("alice@example.org");
      List<String> kept =
          database.read(
              h ->
                  h.createQuery("select content from share_revision where share_id = :id")
                      .bind("id", live.id().value())
                      .mapTo(String.class)
                      .list());
      assertThat(kept.toString()).doesNotContain("alice@example.org");
    }

    @Test
    void aRangeIsCountedFromOneAndMayReachTooFar() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      for (int i = 1; i <= 5; i++) {
        ask(conversation, "question " + i, "answer");
      }
      Prepared.Ready some = ready(new Selection.Between(conversation, 2, 3));
      assertThat(questions(some.previewPath())).containsExactly("question 2", "question 3");
      assertThat(ready(new Selection.Between(conversation, 4, 99)).turns()).isEqualTo(2);
      assertThat(sharing.making().prepare(alice, new Selection.Between(conversation, 7, 9)))
          .isEqualTo(new Prepared.Nothing());
    }

    @Test
    void noMoreLiveSharesThanAreAllowed() {
      live();
      Prepared.Ready second = draft();
      assertThat(sharing.publish(second.id(), alice, OptionalInt.of(1)))
          .isEqualTo(new Published.TooMany(1));
      assertThat(sharing.publish(second.id(), alice, OptionalInt.of(2)))
          .isInstanceOf(Published.Live.class);
    }

    @Test
    void theOwnerIsRemindedOnceInTime() {
      List<String> reminded = new ArrayList<>();
      sharing.remindBy(
          due -> !due.owner().equals(alice) || reminded.add(due.title() + " " + due.endsAt()));
      Published.Live live = live(Duration.ofDays(7));
      MessageId carrier = carrier(live.id());
      assertThat(carrier).isNotNull();
      time.step(Duration.ofDays(6).minusSeconds(1));
      assertThat(reminded).isEmpty();
      time.step(Duration.ofSeconds(1));
      assertThat(reminded).containsExactly(live.title() + " " + live.endsAt());
      sharing.sweep();
      sharing.extend(live.id(), alice, new Expiry.After(Duration.ofHours(8)));
      time.step(Duration.ofHours(6));
      assertThat(reminded).hasSize(2);
      time.step(Duration.ofHours(2));
      assertThat(reminded).hasSize(2);
      live(Duration.ofHours(1));
      time.step(Duration.ofHours(1));
      assertThat(reminded).hasSize(2);
    }

    @Test
    void aReminderThatCouldNotBeSaidIsSaidLater() {
      List<String> reminded = new ArrayList<>();
      live(Duration.ofHours(4));
      time.step(Duration.ofHours(3));
      sharing.remindBy(due -> !due.owner().equals(alice) || reminded.add(due.title()));
      time.step(Duration.ofMinutes(5));
      assertThat(reminded).hasSize(1);
      live(Duration.ofHours(4));
      time.forgetAlarms();
      time.stepWithoutRinging(Duration.ofHours(3));
      sharing.sweep();
      assertThat(reminded).hasSize(2);
    }

    @Test
    void ofTwoProcessesOneReminds() {
      List<String> reminded = new ArrayList<>();
      Sharing other = sharing(SETTINGS);
      other.remindBy(due -> !due.owner().equals(alice) || reminded.add("by the other"));
      sharing.remindBy(
          due -> {
            if (due.owner().equals(alice)) {
              other.sweep();
              reminded.add(due.title());
            }
            return true;
          });
      Published.Live live = live(Duration.ofHours(4));
      time.stepWithoutRinging(Duration.ofHours(3));
      sharing.sweep();
      other.sweep();
      assertThat(reminded).containsExactly(live.title());
      other.close();
    }

    @Test
    void whoeverGivesMoreTimeWhileTheyAreRemindedIsRemindedOfTheNewEnd() {
      List<ShareId> reminded = new ArrayList<>();
      sharing.remindBy(
          due -> {
            if (due.owner().equals(alice)) {
              reminded.add(due.share());
              if (reminded.size() == 1) {
                sharing.extend(due.share(), alice, new Expiry.After(Duration.ofHours(8)));
              }
            }
            return true;
          });
      live(Duration.ofHours(4));
      time.step(Duration.ofHours(3));
      assertThat(reminded).hasSize(1);
      time.step(Duration.ofHours(6));
      assertThat(reminded).hasSize(2);
    }

    /** As a kill would, the first alarm that is set ends it. */
    private static final class Killed extends Error {
      private static final long serialVersionUID = 1;
    }

    @Test
    void aKillBeforeTheAlarmsAreSetLosesNoReminder() {
      List<String> reminded = new ArrayList<>();
      Alarms killing =
          new Alarms() {
            @Override
            public void set(String kind, String id, Instant at) {
              throw new Killed();
            }

            @Override
            public void cancel(String kind, String id) {}

            @Override
            public void onRing(String kind, AlarmHandler handler) {}
          };
      Prepared.Ready draft = draft();
      try (Sharing killed = new Sharing(database, time, SETTINGS, key, killing, conversations)) {
        assertThatThrownBy(() -> killed.publish(draft.id(), alice)).isInstanceOf(Killed.class);
      }
      sharing.remindBy(due -> !due.owner().equals(alice) || reminded.add(due.title()));
      time.stepWithoutRinging(Duration.ofDays(6));
      sharing.sweep();
      assertThat(reminded).hasSize(1);
    }
  }
}
