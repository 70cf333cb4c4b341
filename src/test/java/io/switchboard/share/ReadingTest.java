package io.switchboard.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.FreshDatabase;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.read.Entered;
import io.switchboard.share.read.Gates;
import io.switchboard.share.read.Opened;
import io.switchboard.share.read.Reader;
import io.switchboard.share.read.Taken;
import io.switchboard.share.read.Typed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who gets what of a link. */
class ReadingTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends SharingTest {
    private final Reader asAlice = () -> Optional.of(alice);
    private final Reader asBob = () -> Optional.of(bob);

    private Opened open(Published.Live live, Reader reader) {
      return sharing.opening().open(token(live.path()), reader);
    }

    private Entered enter(Published.Live live, String password) {
      return enter(live, password, "198.51.100.7");
    }

    private Entered enter(Published.Live live, String password, String from) {
      return sharing.opening().enter(token(live.path()), Reader.ANYBODY, new Typed(password, from));
    }

    @Test
    void visibilityCountsAtOnce() {
      Published.Live live = live();
      assertThat(open(live, Reader.ANYBODY)).isInstanceOf(Opened.Page.class);
      sharing.own().show(live.id(), alice, Visibility.MEMBERS);
      assertGone(live.path());
      assertThat(open(live, asBob)).isInstanceOf(Opened.Page.class);
      sharing.own().show(live.id(), alice, Visibility.PRIVATE);
      assertGone(live.path());
      assertThat(open(live, asBob)).isEqualTo(new Opened.Nothing());
      assertThat(open(live, asAlice)).isInstanceOf(Opened.Page.class);
      assertThat(sharing.own().show(live.id(), bob, Visibility.PUBLIC)).isFalse();
      assertGone(live.path());
      sharing.own().show(live.id(), alice, Visibility.PUBLIC);
      assertThat(page(live.path()).sight().by()).isEqualTo(SharedCopy.By.LINK);
    }

    @Test
    void whoReadsIsAskedOnlyWhereItMatters() {
      Published.Live live = live();
      AtomicInteger asked = new AtomicInteger();
      Reader reader =
          () -> {
            asked.incrementAndGet();
            return Optional.empty();
          };
      open(live, reader);
      assertThat(asked).hasValue(0);
      sharing.opening().open("a".repeat(24), reader);
      assertThat(asked).as("unknown, as much work as forbidden").hasValue(1);
      sharing.own().show(live.id(), alice, Visibility.MEMBERS);
      open(live, reader);
      assertThat(asked).hasValue(2);
    }

    @Test
    void aOneTimeLinkIsNotUsedUpByLookingAndOpensOnce() {
      Published.Live live = live();
      sharing.own().opens(live.id(), alice, 1);
      for (int i = 0; i < 5; i++) {
        assertThat(open(live, Reader.ANYBODY)).isEqualTo(new Opened.Gate(false, true));
      }
      Entered.In in = (Entered.In) enter(live, "");
      assertThat(page(in.path()).turns()).hasSize(1);
      assertThat(page(in.path()).sight().by()).isEqualTo(SharedCopy.By.PASS);
      assertThat(enter(live, "")).isEqualTo(new Entered.Nothing());
      assertGone(live.path());
      MessageOf carrier = new MessageOf(carrier(live.id()).value());
      time.step(Gates.READING);
      assertGone(in.path());
      assertThat(told).containsExactly(carrier.id() + " expired");
    }

    private record MessageOf(String id) {}

    @Test
    void aCapCountsOpeningsAlsoAtTheSameTime() throws Exception {
      Published.Live live = live();
      sharing.own().opens(live.id(), alice, 3);
      AtomicInteger in = new AtomicInteger();
      List<Thread> threads =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      Thread.ofVirtual()
                          .start(
                              () -> {
                                if (enter(live, "") instanceof Entered.In) {
                                  in.incrementAndGet();
                                }
                              }))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(in).hasValue(3);
      assertGone(live.path());
    }

    @Test
    void guessesThatComeTogetherAreCountedToo() throws Exception {
      Published.Live live = live();
      sharing.own().lock(live.id(), alice, Optional.of("open sesame"));
      AtomicInteger lookedAt = new AtomicInteger();
      List<Thread> threads =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      Thread.ofVirtual()
                          .start(
                              () -> {
                                if (enter(live, "guess " + i) instanceof Entered.Wrong) {
                                  lookedAt.incrementAndGet();
                                }
                              }))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      // None, if each was written before the first of them was counted.
      assertThat(lookedAt.get()).isLessThanOrEqualTo(10);
      assertThat(enter(live, "one more"))
          .isEqualTo(lookedAt.get() < 10 ? new Entered.Wrong() : new Entered.TooMany());
    }

    @Test
    void aPasswordOpensAndGuessingIsThrottled() {
      Published.Live live = live();
      sharing.own().lock(live.id(), alice, Optional.of("open sesame"));
      assertThat(open(live, Reader.ANYBODY)).isEqualTo(new Opened.Gate(true, false));
      assertThat(enter(live, "")).isEqualTo(new Entered.Wrong());
      assertThat(enter(live, "open sesam")).isEqualTo(new Entered.Wrong());
      Entered.In in = (Entered.In) enter(live, "open sesame");
      assertThat(page(in.path()).turns()).hasSize(1);
      for (int i = 0; i < 8; i++) {
        assertThat(enter(live, "guess " + i)).isEqualTo(new Entered.Wrong());
      }
      assertThat(enter(live, "open sesame")).isEqualTo(new Entered.TooMany());
      try (Sharing elsewhere = deaf(SETTINGS)) {
        Typed right = new Typed("open sesame", "198.51.100.7");
        assertThat(elsewhere.opening().enter(token(live.path()), Reader.ANYBODY, right))
            .as("in another process, or after a restart")
            .isEqualTo(new Entered.TooMany());
      }
      assertThat(enter(live, "open sesame", "203.0.113.9"))
          .as("who did nothing wrong is not shut out")
          .isInstanceOf(Entered.In.class);
      time.step(Duration.ofMinutes(16));
      assertThat(enter(live, "open sesame")).isInstanceOf(Entered.In.class);
      List<String> rows =
          database.read(
              h -> h.createQuery("select password_hash from share").mapTo(String.class).list());
      assertThat(rows).anyMatch(r -> r != null && r.startsWith("$argon2id$"));
      assertThat(rows.toString()).doesNotContain("sesame");
      sharing.own().lock(live.id(), alice, Optional.empty());
      assertThat(open(live, Reader.ANYBODY)).isInstanceOf(Opened.Page.class);
    }

    @Test
    void aRevokedShareIsGoneAtItsPrivateAddressesToo() {
      Published.Live live = live();
      sharing.own().opens(live.id(), alice, 2);
      Entered.In in = (Entered.In) enter(live, "");
      String peek = sharing.looking().peek(live.id(), alice, false).orElseThrow();
      assertThat(page(peek).turns()).hasSize(1);
      sharing.revoke(live.id(), alice);
      assertGone(in.path());
      assertGone(peek);
    }

    @Test
    void aPrivateAddressForTheOwnerEndsAndIsNobodyElses() {
      Published.Live live = live();
      sharing.own().show(live.id(), alice, Visibility.PRIVATE);
      assertThat(sharing.looking().peek(live.id(), bob, false)).isEmpty();
      String peek = sharing.looking().peek(live.id(), alice, false).orElseThrow();
      assertThat(page(peek).title()).isEqualTo(live.title());
      time.step(Duration.ofMinutes(15));
      assertGone(peek);
    }

    @Test
    void takingNeedsTheRightToRead() {
      Published.Live live = live();
      String token = token(live.path());
      assertThat(sharing.opening().take(token, bob, "")).isInstanceOf(Taken.Copy.class);
      sharing.own().show(live.id(), alice, Visibility.PRIVATE);
      assertThat(sharing.opening().take(token, bob, "")).isEqualTo(new Taken.Nothing());
      sharing.own().show(live.id(), alice, Visibility.MEMBERS);
      sharing.own().lock(live.id(), alice, Optional.of("open sesame"));
      assertThat(sharing.opening().take(token, bob, "")).isEqualTo(new Taken.PasswordNeeded());
      assertThat(sharing.opening().take(token, bob, "x")).isEqualTo(new Taken.Wrong());
      assertThat(sharing.opening().take(token, bob, "open sesame")).isInstanceOf(Taken.Copy.class);
      sharing.own().lock(live.id(), alice, Optional.empty());
      sharing.own().opens(live.id(), alice, 1);
      assertThat(sharing.opening().take(token, bob, "")).isInstanceOf(Taken.Copy.class);
      assertThat(sharing.opening().take(token, bob, "")).isEqualTo(new Taken.Nothing());
      Prepared.Ready draft = draft();
      assertThat(sharing.opening().take(token(draft.previewPath()), alice, ""))
          .isEqualTo(new Taken.Nothing());
    }

    @Test
    void whatIsKeptOfAPageIsKnownToBeOld() {
      Published.Live live = live();
      String token = token(live.path());
      long version = sharing.opening().open(token).orElseThrow().version();
      sharing.own().rename(live.id(), alice, "Another");
      assertThat(sharing.opening().open(token).orElseThrow().version()).isGreaterThan(version);
      sharing.own().opens(live.id(), alice, 1);
      assertThat(sharing.opening().open(token)).isEmpty();
      sharing.own().opens(live.id(), alice, null);
      sharing.revoke(live.id(), alice);
      assertThat(sharing.opening().open(token)).isEmpty();
    }
  }
}
