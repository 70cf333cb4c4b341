package io.switchboard.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationSettings;
import io.switchboard.conversation.home.Homes;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.relay.LinkedPlaces.Outcome;
import io.switchboard.relay.LinkedPlaces.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinkedPlacesTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final PersonId ADA = new PersonId("test:1");
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Database database;
    private Homes homes;
    private LinkedPlaces linked;

    @BeforeEach
    void start() {
      database = fresh();
      homes = new Homes(database, ConversationSettings.DEFAULTS);
      linked = new LinkedPlaces(database, () -> now, homes);
    }

    @AfterEach
    void stop() {
      database.close();
    }

    private static Wish at(int place) {
      return new Wish(ADA, new PlaceId("test:p" + place), "place " + place, Locale.KOREAN);
    }

    private static Place place(int number) {
      return new Place(at(number).place(), Place.Kind.GROUP, "", List.of());
    }

    private void link(int one, int other) {
      link(linked.offer(at(one)), other);
    }

    private void link(String code, int other) {
      Outcome.Ready ready = (Outcome.Ready) linked.enter(code, at(other));
      assertThat(regroup(other, ready.group())).isTrue();
    }

    private boolean regroup(int place, String group) {
      return database.inTransaction(h -> linked.regroup(h, at(place).place(), group));
    }

    private String group(int place) {
      return database.inTransaction(h -> linked.group(h, at(place).place()));
    }

    private List<LinkedPlace> leave(int place) {
      List<LinkedPlace> others = linked.others(at(place).place());
      assertThat(regroup(place, LinkedPlaces.ALONE)).isTrue();
      return others;
    }

    @Test
    void whatWasIsPutBackUnlessOneIsLinkedWithOthersSince() {
      link(1, 2);
      link(2, 3);
      String all = group(3);
      assertThat(all).contains("test:p1 \"place 1\" ko", "test:p2", "test:p3");
      leave(3);
      assertThat(regroup(3, all)).isTrue();
      assertThat(group(1)).isEqualTo(all);
      assertThat(homes.of(place(3))).isEqualTo(homes.of(place(1)));
      leave(3);
      leave(1);
      assertThat(group(2)).isEqualTo(LinkedPlaces.ALONE);
      assertThat(regroup(3, all)).isTrue();
      assertThat(group(2)).isEqualTo(all);
      leave(3);
      link(3, 4);
      assertThat(regroup(3, all)).isFalse();
      assertThat(linked.others(at(4).place()))
          .extracting(LinkedPlace::name)
          .containsExactly("place 3");
    }

    @Test
    void theyHaveOneHomeUntilOneLeaves() {
      link(1, 2);
      assertThat(homes.of(place(1))).isPresent().isEqualTo(homes.of(place(2)));
      link(2, 3);
      assertThat(homes.of(place(3))).isEqualTo(homes.of(place(1)));
      assertThat(linked.others(at(1).place()))
          .extracting(LinkedPlace::called)
          .containsExactlyInAnyOrder("Test · place 2", "Test · place 3");
      assertThat(leave(2)).hasSize(2);
      assertThat(homes.of(place(2))).isEmpty();
      assertThat(linked.others(at(1).place())).hasSize(1);
      assertThat(leave(1)).hasSize(1);
      assertThat(linked.others(at(3).place())).isEmpty();
      assertThat(homes.of(place(3))).isEmpty();
      assertThat(leave(3)).isEmpty();
    }

    @Test
    void aCodeIsGoodOnceForAQuarterOfAnHour() {
      String code = linked.offer(at(1));
      assertThat(linked.enter(code, at(1))).isEqualTo(new Outcome.Same());
      assertThat(linked.enter(code.toLowerCase(Locale.ROOT), at(2)))
          .isInstanceOf(Outcome.Ready.class);
      assertThat(linked.enter(code, at(2)))
          .as("nothing was linked by it")
          .isInstanceOf(Outcome.Ready.class);
      linked.used(code.toLowerCase(Locale.ROOT));
      assertThat(linked.enter(code, at(3))).isEqualTo(new Outcome.Wrong());
      String late = linked.offer(at(1));
      now = now.plus(LinkedPlaces.GOOD_FOR);
      assertThat(linked.enter(late, at(3))).isEqualTo(new Outcome.Wrong());
      String void1 = linked.offer(at(1));
      linked.offer(at(1));
      assertThat(linked.enter(void1, at(3))).isEqualTo(new Outcome.Wrong());
      for (int i = 0; i < 2; i++) {
        assertThat(linked.enter("ABCDEFGHJKLM", at(3))).isEqualTo(new Outcome.Wrong());
      }
      assertThat(linked.enter(linked.offer(at(1)), at(3))).isEqualTo(new Outcome.TooMany());
    }

    @Test
    void twoThatAreLinkedWithOthersAreNotMixed() {
      link(1, 2);
      link(3, 4);
      assertThat(linked.enter(linked.offer(at(1)), at(3))).isEqualTo(new Outcome.Elsewhere());
      assertThat(linked.enter(linked.offer(at(1)), at(2))).isEqualTo(new Outcome.Same());
      link(2, 5);
      link(2, 6);
      link(2, 7);
      assertThat(linked.enter(linked.offer(at(1)), at(8))).isEqualTo(new Outcome.Full());
    }
  }
}
