package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.MessageId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How links end, whatever happens meanwhile. */
class EndingTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends SharingTest {
    @Test
    void atThatSecondItIsGoneAndItsMessagesSaySo() {
      Published.Live live = live(Duration.ofHours(24));
      MessageId one = carrier(live.id());
      MessageId two = carrier(live.id());
      sharing.carriedBy(live.id(), HERE, two);
      Duration left = Duration.between(time.instant(), live.endsAt());
      time.stepWithoutRinging(left.minusNanos(1000));
      assertThat(page(live.path()).endsAt()).isEqualTo(live.endsAt());
      sharing.expire(live.id());
      assertThat(told).isEmpty();
      time.stepWithoutRinging(Duration.ofNanos(1000));
      assertGone(live.path());
      assertThat(sharing.opening().named(live.path())).isEmpty();
      assertThat(sharing.looking().all(alice)).isEmpty();
      assertThat(sharing.revoke(live.id(), alice)).isFalse();
      time.step(Duration.ZERO);
      assertThat(told).containsExactlyInAnyOrder(one + " expired", two + " expired");
      sharing.expire(live.id());
      sharing.sweep();
      assertThat(told).hasSize(2);
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
      Published.Live live = live(Duration.ofHours(1));
      MessageId message = carrier(live.id());
      reachable.set(false);
      time.step(Duration.ofHours(1));
      assertThat(told).hasSize(1);
      time.step(Duration.ofSeconds(59));
      assertThat(told).hasSize(1);
      time.step(Duration.ofSeconds(1));
      assertThat(told).hasSize(2);
      reachable.set(true);
      time.step(Duration.ofSeconds(60));
      assertThat(told).containsOnly(message + " expired").hasSize(3);
      time.step(Duration.ofDays(1));
      assertThat(told).hasSize(3);
    }

    @Test
    void aCrashBeforeTheAlarmIsRepaired() {
      Published.Live soon = live(Duration.ofHours(1));
      Published.Live due = live(Duration.ofMinutes(30));
      MessageId later = carrier(soon.id());
      MessageId dead = carrier(due.id());
      time.forgetAlarms();
      time.stepWithoutRinging(Duration.ofMinutes(31));
      sharing(SETTINGS).sweep();
      assertThat(told).containsExactly(dead + " expired");
      assertThat(time.alarm(Sharing.EXPIRY, soon.id().toString())).contains(soon.endsAt());
      time.step(Duration.ofMinutes(29));
      assertThat(told).containsExactly(dead + " expired", later + " expired");
    }

    @Test
    void aCrashBetweenTheEndAndTheTellingIsRepaired() {
      Published.Live live = live();
      MessageId message = carrier(live.id());
      assertThat(deaf(SETTINGS).revoke(live.id(), alice)).isTrue();
      assertGone(live.path());
      assertThat(told).isEmpty();
      sharing(SETTINGS).sweep();
      assertThat(told).containsExactly(message + " revoked");
    }

    @Test
    void revokingDoesNotWaitForThePlatforms() throws Exception {
      Published.Live live = live();
      carrier(live.id());
      CountDownLatch slow = new CountDownLatch(1);
      sharing.tell(
          (link, place, message) -> {
            try {
              slow.await();
            } catch (InterruptedException e) {
              return false;
            }
            return told.add("at last");
          });
      assertThat(sharing.revoke(live.id(), alice)).isTrue();
      assertGone(live.path());
      assertThat(told).isEmpty();
      slow.countDown();
      assertTold("at last");
      assertThat(sharing.revoke(live.id(), alice)).isFalse();
    }

    @Test
    void aMessageThatComesTooLateIsToldAtOnce() {
      Published.Live live = live();
      sharing.revoke(live.id(), alice);
      MessageId late = carrier(live.id());
      assertTold(late + " revoked");
      sharing.carriedBy(new ShareId(987_654), HERE, late);
    }

    @Test
    void othersWhoShowAShareAreAskedUntilTheyAreDone() {
      Published.Live live = live();
      AtomicBoolean done = new AtomicBoolean();
      sharing.alsoTell(link -> told.add("post " + link.title()) && done.get());
      sharing.revoke(live.id(), alice);
      assertTold("post What is a share?");
      String id = live.id().toString();
      await().until(() -> time.alarm(Sharing.EXPIRY, id).isPresent());
      assertThat(time.alarm(Sharing.EXPIRY, id)).contains(time.instant().plusSeconds(60));
      done.set(true);
      time.step(Duration.ofMinutes(1));
      assertThat(told).hasSize(2);
      sharing.sweep();
      assertThat(told).hasSize(2);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthers() {
      Published.Live one = live(Duration.ofHours(1));
      Published.Live two = live(Duration.ofHours(1));
      MessageId bad = carrier(one.id());
      MessageId good = carrier(one.id());
      MessageId other = carrier(two.id());
      sharing.tell(
          (link, place, message) -> {
            if (message.equals(bad)) {
              throw new IllegalStateException("as a test wants it");
            }
            return told.add(message.value());
          });
      time.stepWithoutRinging(Duration.ofHours(1));
      sharing.sweep();
      assertThat(told).containsExactlyInAnyOrder(good.value(), other.value());
    }

    @Test
    void allCanBeRevokedAtOnce() {
      Published.Live one = live();
      time.step(Duration.ofSeconds(1));
      Published.Live two = live();
      assertThat(sharing.looking().all(alice))
          .extracting(ShareSummary::path)
          .containsExactly(two.path(), one.path());
      assertThat(sharing.revokeAll(alice)).isEqualTo(2);
      assertThat(sharing.looking().all(alice)).isEmpty();
      assertGone(one.path());
    }

    @Test
    void deletingTheConversationRevokesItsShares() {
      ConversationId conversation = conversations.startNew(alice, HERE);
      ask(conversation, "one", "1");
      Prepared.Ready draft = ready(new Selection.Whole(conversation));
      Published.Live live = publish(ready(new Selection.Whole(conversation)), new Expiry.Default());
      MessageId message = carrier(live.id());
      Published.Live other = live();
      conversations.delete(conversation, alice);
      assertGone(live.path());
      assertGone(draft.previewPath());
      assertThat(page(other.path()).draft()).isFalse();
      await().untilAsserted(() -> assertThat(told).contains(message + " revoked"));
    }

    @Test
    void anEndCanBeMoved() {
      Published.Live live = live(Duration.ofHours(1));
      carrier(live.id());
      Expiry longer = new Expiry.After(Duration.ofHours(3));
      Published.Live moved = (Published.Live) sharing.extend(live.id(), alice, longer);
      assertThat(moved.path()).isEqualTo(live.path());
      time.step(Duration.ofHours(2));
      assertThat(page(live.path()).endsAt()).isEqualTo(moved.endsAt());
      assertThat(told).isEmpty();
      time.step(Duration.ofHours(1));
      assertThat(told).hasSize(1);
      assertThat(sharing.extend(live.id(), alice, longer)).isInstanceOf(Published.NotFound.class);
    }

    @Test
    void theTextOfWhatEndedIsDeletedAfterAWhile() {
      Published.Live live = live(Duration.ofHours(1));
      time.step(Duration.ofHours(1));
      sharing.sweep();
      assertThat(texts(live.id())).isEqualTo(1);
      time.step(Duration.ofDays(7).plusSeconds(1));
      sharing.sweep();
      assertThat(texts(live.id())).isZero();
      assertGone(live.path());
    }

    private int texts(ShareId share) {
      return database.read(
          h ->
              h.createQuery("select count(*) from share_revision where share_id = :id")
                  .bind("id", share.value())
                  .mapTo(Integer.class)
                  .one());
    }
  }
}
