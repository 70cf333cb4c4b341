package io.switchboard.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.money.Use;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Ending;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How many run and wait in a place, of all who ask there together. */
@Order(1)
class PlaceBoundsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases extends OnAQueue {
    private static final String SERVER = "x-server:1";
    private static final Place ELSEWHERE = place(9);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    LimitSettings limits() {
      return new LimitSettings(
          LimitRules.DEFAULTS,
          Map.of(),
          Map.of(SERVER, bounds(2, 3), "x-channel:1", bounds(1, null)));
    }

    private static LimitRules bounds(@Nullable Integer running, @Nullable Integer waiting) {
      return new LimitRules(null, null, null, running, waiting, null, null);
    }

    /** A channel of the server. */
    private static Place place(int channel) {
      return new Place(
          new PlaceId("x:" + channel),
          Place.Kind.GROUP,
          "",
          channel == 9 ? List.of("x-channel:9") : List.of("x-channel:" + channel, SERVER));
    }

    private Admission submit(long member, Place place, String lane, long tokens) {
      return f.queue.submit(
          new Submission(
              "bounds:" + NUMBER.incrementAndGet(),
              new Asker(new MemberId(member), Set.of(), place),
              Destination.in(place.id()),
              lane,
              new Submission.Size(1, tokens),
              ""));
    }

    private RequestId ask(long member, Place place) {
      return ((Admission.Queued)
              submit(member, place, "bounds-lane" + NUMBER.incrementAndGet(), 100))
          .id();
    }

    private long rows() {
      return f.database()
          .read(h -> h.createQuery("select count(*) from place_request").mapTo(long.class).one());
    }

    @Test
    void onlySoManyRunInAPlaceWhoeverAsks() {
      f.claim(9);
      RequestId first = ask(1, place(1));
      RequestId second = ask(2, place(1));
      RequestId other = ask(3, place(2));
      RequestId third = ask(4, place(2));
      RequestId outside = ask(5, ELSEWHERE);
      assertThat(f.claimAll(9)).containsExactlyInAnyOrder(first, other, outside);
      f.queue.answered(other, new Use(null, 50, 50));
      assertThat(f.claimAll(9)).containsExactly(third);
      f.queue.finish(other, DONE);
      f.queue.finish(third, DONE);
      assertThat(f.claimAll(9)).isEmpty();
      f.queue.finish(first, new Ending.Failed("broken"));
      assertThat(f.claimAll(9)).containsExactly(second);
      f.queue.finish(second, DONE);
      assertThat(rows()).isZero();
    }

    @Test
    void aHeavyMemberKeepsNobodyAtTheDoor() {
      f.claim(9);
      RequestId first = ask(1, place(1));
      assertThat(f.claim(9)).contains(first);
      RequestId second = ask(1, place(1));
      RequestId third = ask(1, place(1));
      RequestId light = ask(2, place(1));
      for (RequestId next : List.of(first, light, second, third)) {
        assertThat(f.queue.upkeep().runs(next)).isTrue();
        f.queue.finish(next, DONE);
        f.claim(9);
      }
    }

    @Test
    void onlySoManyWaitInAPlaceWhoeverAsks() {
      f.claim(9);
      for (long member = 1; member <= 5; member++) {
        ask(member, place(2));
      }
      assertThat(submit(6, place(3), "l", 1)).isEqualTo(new Admission.PlaceFull(SERVER, 3));
      assertThat(submit(6, ELSEWHERE, "l", 1)).isInstanceOf(Admission.Queued.class);
      assertThat(f.claimAll(9)).hasSize(3);
      assertThat(submit(7, place(2), "m", 1)).isEqualTo(new Admission.PlaceFull(SERVER, 3));
    }

    @Test
    void whatIsCancelledOrPutBackLeavesItsRoomToOthers() {
      RequestId first = ask(1, place(1));
      RequestId second = ask(2, place(1));
      RequestId third = ask(3, place(1));
      f.queue.stop(first, new MemberId(1));
      assertThat(f.claimAll(9)).containsExactly(second);
      f.queue.putBack(second, f.now().plusSeconds(10));
      assertThat(f.claimAll(9)).containsExactly(third);
      f.pass(Duration.ofSeconds(10));
      f.queue.upkeep().recover();
      assertThat(f.claimAll(9)).isEmpty();
      f.queue.stop(third, new MemberId(3));
      f.queue.finish(third, DONE);
      assertThat(f.claimAll(9)).containsExactly(second);
    }

    @Test
    void whereItStandsIsSaidByItsPlace() {
      RequestId first = ask(1, place(1));
      f.claim(9);
      f.pass(Duration.ofSeconds(10));
      f.queue.finish(first, DONE);
      f.claim(9);
      ask(1, place(1));
      f.claim(9);
      ask(2, place(1));
      RequestId last = ask(3, place(1));
      var position = f.queue.position(last).orElseThrow();
      assertThat(position.ahead()).isEqualTo(1);
      assertThat(position.startsIn()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void adminsChangeItAndWhatWaitsComesIn() {
      RequestId first = ask(1, place(1));
      RequestId second = ask(2, place(1));
      RequestId third = ask(3, place(1));
      assertThat(f.claimAll(9)).containsExactly(first);
      f.admin().set("x-channel:1", Limit.parse("2 running"));
      f.queue.upkeep().recover();
      assertThat(f.claimAll(9)).containsExactly(second);
      f.admin().set(SERVER, Limit.parse("9 running"));
      f.admin().set("x-channel:1", Limit.parse("9 running"));
      f.queue.upkeep().recover();
      assertThat(f.claimAll(9)).containsExactly(third);
      f.admin().reset("x-channel:1");
      f.queue.upkeep().recover();
      assertThat(f.queue.upkeep().recover()).isZero();
    }

    /** Whatever happens in whatever order, no bound is broken and nobody waits for ever. */
    @Test
    void noBoundIsEverBrokenAndAllCome() {
      f.claim(5);
      for (int seed = 0; seed < 25; seed++) {
        Random random = new Random(seed);
        Map<RequestId, Integer> where = new HashMap<>();
        Map<RequestId, Long> whose = new HashMap<>();
        List<RequestId> running = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
          switch (random.nextInt(7)) {
            case 0, 1, 2 -> {
              int channel = List.of(1, 2, 9).get(random.nextInt(3));
              long member = 100 + random.nextInt(5);
              String lane = "r" + seed + "/" + member + "/" + random.nextInt(3);
              if (submit(member, place(channel), lane, 1 + random.nextInt(500))
                  instanceof Admission.Queued queued) {
                where.put(queued.id(), channel);
                whose.put(queued.id(), member);
              }
            }
            case 3 -> f.claim(5).ifPresent(running::add);
            case 4 -> {
              if (!running.isEmpty()) {
                f.queue.finish(running.remove(random.nextInt(running.size())), DONE);
              }
            }
            case 5 -> {
              if (!running.isEmpty()) {
                RequestId back = running.remove(random.nextInt(running.size()));
                f.queue.putBack(back, f.now().plusSeconds(random.nextInt(3)));
              }
            }
            default -> {
              List<RequestId> all = new ArrayList<>(whose.keySet());
              if (!all.isEmpty()) {
                RequestId one = all.get(random.nextInt(all.size()));
                f.queue.stop(one, new MemberId(whose.get(one)));
              }
              f.pass(Duration.ofSeconds(1));
              f.queue.upkeep().recover();
            }
          }
          assertThat(running.stream().filter(r -> where.get(r) == 1).count()).isLessThan(2);
          assertThat(running.stream().filter(r -> where.get(r) != 9).count()).isLessThan(3);
        }
        for (int i = 0; i < 200; i++) {
          f.pass(Duration.ofSeconds(2));
          f.queue.upkeep().recover();
          f.claim(5).ifPresent(running::add);
          if (!running.isEmpty() && i % 2 == 0) {
            f.queue.finish(running.removeFirst(), DONE);
          }
        }
        assertThat(running).isEmpty();
        assertThat(f.queue.busy().load().waiting()).as("seed %s", seed).isZero();
        assertThat(rows()).isZero();
      }
    }
  }
}
