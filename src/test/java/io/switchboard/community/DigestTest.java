package io.switchboard.community;

import static io.switchboard.community.Square.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.event.Reaction;
import io.switchboard.chat.message.Delivery;
import io.switchboard.community.digest.Digest;
import io.switchboard.db.FreshDatabase;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The best of the week comes once in each channel that can be reached, whoever posts it. */
class DigestTest {
  private static final String NEAR = "wharf:near";
  private static final String FAR = "wharf:far";
  private static final String BEST = "The best of the week";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration TO_MONDAY = Duration.ofHours(21);
  private static final CommunitySettings WEEKLY =
      new CommunitySettings(
          true, List.of(CHANNEL, FAR, NEAR), false, List.of(), Map.of(), "monday 09:00");

  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends InTheSquare {
    private final Wharf wharf = new Wharf();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final CountDownLatch released = new CountDownLatch(1);
    private Community community;

    @BeforeEach
    void aPostIsLiked() {
      community = square.community(WEEKLY, wharf);
      community.digest().plan();
      like(posted("Liked"), "sandbox:minjun");
    }

    /** Whoever waits at the end would hold the database that is closed then. */
    @AfterEach
    void release() {
      released.countDown();
    }

    private ShareId posted(String question) {
      ShareId share = square.live(square.alice, question, "a").id();
      assertThat(post(community, share, square.alice)).isInstanceOf(Posted.Shown.class);
      square.database.useTransaction(
          h -> h.execute("update share set ends_at = null where id = ?", share.value()));
      return share;
    }

    private void like(ShareId share, String person) {
      String message =
          square.database.read(
              h ->
                  h.createQuery(
                          "select message from community_post where share_id = :share and channel ="
                              + " :channel")
                      .bind("share", share.value())
                      .bind("channel", CHANNEL)
                      .mapTo(String.class)
                      .one());
      community
          .likes()
          .note(new Reaction.Added(new MessageId(message), new PersonId(person), "👍"));
    }

    private List<String> states() {
      return square.database.read(
          h ->
              h.createQuery("select channel || ' ' || state from community_digest order by 1")
                  .mapTo(String.class)
                  .list());
    }

    /** What is done with each channel is done. */
    private void awaitStates(String... states) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(states()).containsExactlyInAnyOrder(states));
    }

    private void awaitPosted(String channel) {
      await().atMost(PATIENCE).until(() -> wharf.count(channel, BEST) > 0);
    }

    private Optional<Instant> again() {
      return square.time.alarm(Digest.ALARM, "retry");
    }

    /** That channel answers so to whoever posts there. */
    private void answer(Wharf there, String channel, Delivery answer) {
      there.answers.put(
          channel,
          () -> {
            answered.add(channel);
            return answer;
          });
    }

    /** It was tried there, and what came of it is noted in each channel. */
    private void awaitAnswered(String channel, String... states) {
      await().atMost(PATIENCE).until(() -> answered.contains(channel));
      awaitStates(states);
    }

    @Test
    void itComesOnceInEachChannelWhoeverPostsIt() throws Exception {
      Community other = square.community(WEEKLY, wharf);
      square.time.stepWithoutRinging(TO_MONDAY);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 6; i++) {
          threads.execute((i % 2 == 0 ? community : other).digest()::catchUp);
        }
      }
      awaitStates(CHANNEL + " SENT", FAR + " SENT", NEAR + " SENT");
      assertThat(wharf.count(FAR, BEST)).isOne();
      assertThat(wharf.count(NEAR, BEST)).isOne();
      assertThat(square.posts()).filteredOn(text -> text.contains("one like")).hasSize(1);
      assertThat(wharf.count(NEAR, "1. Liked · one like")).isOne();
    }

    @Test
    void whereItCertainlyIsNotItIsTriedAgainUntilItIs() {
      answer(wharf, FAR, new Delivery.Failed("not connected", false));
      square.time.step(TO_MONDAY);
      awaitAnswered(FAR, CHANNEL + " SENT", FAR + " WAITING", NEAR + " SENT");
      wharf.answers.clear();
      // All that is liked since is told next week.
      like(posted("Liked too late"), "sandbox:minjun");
      square.time.step(Duration.ofHours(1));
      awaitStates(CHANNEL + " SENT", FAR + " SENT", NEAR + " SENT");
      assertThat(wharf.count(FAR, "1. Liked · one like")).isOne();
      assertThat(wharf.count(FAR, "too late · ")).isZero();
      assertThat(wharf.count(NEAR, BEST)).isOne();
    }

    @Test
    void whoCannotReachAChannelLeavesItToAnother() {
      Wharf unconnected = new Wharf();
      answer(unconnected, FAR, new Delivery.Failed("not connected", false));
      Community early = square.community(WEEKLY, unconnected);
      square.time.stepWithoutRinging(TO_MONDAY);
      early.digest().catchUp();
      awaitAnswered(FAR, CHANNEL + " SENT", FAR + " WAITING", NEAR + " SENT");
      community.digest().catchUp();
      awaitStates(CHANNEL + " SENT", FAR + " SENT", NEAR + " SENT");
      assertThat(unconnected.count(NEAR, BEST) + wharf.count(NEAR, BEST)).isOne();
      assertThat(wharf.count(FAR, BEST)).isOne();
    }

    @Test
    void whereItMayBeItIsNotPostedASecondTime() {
      answer(wharf, FAR, new Delivery.Failed("no answer in time"));
      square.time.step(TO_MONDAY);
      awaitAnswered(FAR, CHANNEL + " SENT", FAR + " SENDING", NEAR + " SENT");
      wharf.answers.clear();
      square.time.step(Duration.ofHours(2));
      community.sweep();
      community.close();
      assertThat(states()).contains(FAR + " SENDING");
      assertThat(wharf.count(FAR, BEST)).isZero();
    }

    @Test
    void aChannelThatIsSlowHoldsUpNoOtherAndNobodyElsePostsThere() throws Exception {
      CountDownLatch begun = new CountDownLatch(1);
      wharf.answers.put(
          FAR,
          () -> {
            begun.countDown();
            try {
              released.await();
            } catch (InterruptedException closing) {
              Thread.currentThread().interrupt();
            }
            return new Delivery.Failed("not connected", false);
          });
      Community other = square.community(WEEKLY, wharf);
      square.time.stepWithoutRinging(TO_MONDAY);
      community.sweep();
      begun.await();
      awaitPosted(NEAR);
      wharf.answers.clear();
      square.time.stepWithoutRinging(Duration.ofHours(1));
      other.sweep();
      other.close();
      assertThat(wharf.count(FAR, BEST)).isZero();
      released.countDown();
      awaitStates(CHANNEL + " SENT", FAR + " WAITING", NEAR + " SENT");
      await()
          .atMost(PATIENCE)
          .until(() -> again().filter(at -> at.isAfter(square.time.instant())).isPresent());
      var _ = square.community(WEEKLY, wharf);
      square.time.step(Duration.ofHours(1));
      awaitPosted(FAR);
    }

    @Test
    void aKillBeforeItIsTriedLosesNothing() {
      wharf.answers.put(
          FAR,
          () -> {
            throw new AssertionError("nobody lives to try it");
          });
      community.close();
      square.time.stepWithoutRinging(TO_MONDAY);
      community.digest().catchUp();
      awaitStates(CHANNEL + " WAITING", FAR + " WAITING", NEAR + " WAITING");
      wharf.answers.clear();
      var _ = square.community(WEEKLY, wharf);
      square.time.step(Duration.ofMinutes(30));
      awaitStates(CHANNEL + " SENT", FAR + " SENT", NEAR + " SENT");
    }

    @Test
    void whatIsOutOfReachForADayIsGivenUpAndTheNextOneTellsOnlyOfNewLikes() {
      answer(wharf, FAR, new Delivery.Gone("thrown out"));
      square.time.step(TO_MONDAY);
      awaitAnswered(FAR, CHANNEL + " SENT", FAR + " WAITING", NEAR + " SENT");
      square.time.step(Duration.ofDays(1));
      wharf.answers.clear();
      community.sweep();
      assertThat(wharf.count(FAR, BEST)).isZero();
      like(posted("Newer"), "sandbox:minjun");
      square.time.step(Duration.ofDays(6));
      awaitPosted(FAR);
      assertThat(wharf.shown.get(FAR).getLast()).contains("1. Newer · one like");
      assertThat(wharf.shown.get(FAR).getLast()).doesNotContain("1. Liked", "2. ");
    }

    @Test
    void whereNothingIsLikedNothingIsPosted() {
      square.time.step(TO_MONDAY);
      awaitStates(CHANNEL + " SENT", FAR + " SENT", NEAR + " SENT");
      square.time.step(Duration.ofDays(7));
      await()
          .atMost(PATIENCE)
          .until(() -> states().stream().filter(s -> s.endsWith("EMPTY")).count() == 3);
      // A like that comes later the same day is told next week.
      like(posted("Later"), "sandbox:minjun");
      square.time.step(Duration.ofHours(1));
      community.sweep();
      community.close();
      assertThat(wharf.count(NEAR, BEST)).isOne();
    }
  }
}
