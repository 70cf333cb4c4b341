package io.switchboard.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Destination;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.Conversations;
import io.switchboard.db.Database;
import io.switchboard.db.TestDatabases;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.limit.Limits;
import io.switchboard.queue.limit.rule.Limit;
import io.switchboard.queue.limit.rule.LimitRules;
import io.switchboard.queue.limit.rule.LimitSettings;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both accounts ask all the time while they become one member. */
class LinkingRaceTest {
  private static final InstantSource NOON = () -> Instant.parse("2026-03-01T12:00:00Z");
  private static final int ALLOWED = 12;
  private static final int EACH = 10;
  private static final LimitSettings SETTINGS =
      new LimitSettings(
          new LimitRules(
              List.of(Limit.parse(ALLOWED + "/hour")), null, null, null, null, null, null),
          Map.of(),
          Map.of());

  private static Person person(String id) {
    return new Person(new PersonId(id), id, null, Locale.ENGLISH, Set.of());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsLostAndNothingCountedTwice(boolean postgres) throws Exception {
    try (Database database = postgres ? TestDatabases.postgres() : TestDatabases.h2()) {
      for (int round = 0; round < 8; round++) {
        race(database, round);
      }
    }
  }

  private static void race(Database database, int round) throws Exception {
    Members members = new Members(database, NOON);
    Limits limits = new Limits(database, NOON, SETTINGS);
    RequestQueue queue = new RequestQueue(database, NOON, "here", limits);
    Conversations conversations = new Conversations(database, NOON);
    Linking linking = new Linking(database, NOON, List.of(limits, queue, conversations));
    Person left = person("left:" + round);
    Person right = person("right:" + round);
    MemberId to = members.recognize(left).id();
    MemberId from = members.recognize(right).id();
    String code = linking.offer(left.id());
    List<Future<Boolean>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      for (int i = 0; i < EACH; i++) {
        int number = i;
        asked.add(threads.submit(() -> ask(members, conversations, queue, left, number)));
        asked.add(threads.submit(() -> ask(members, conversations, queue, right, number)));
        if (i == EACH / 3) {
          threads.submit(() -> linking.enter(code, right.id())).get();
        }
      }
    }
    linking.gather();
    int admitted = 0;
    for (Future<Boolean> one : asked) {
      admitted += one.get() ? 1 : 0;
    }
    assertThat(members.recognize(right).id()).isEqualTo(to);
    assertThat(count(database, "request where member = " + to)).isEqualTo(admitted);
    assertThat(count(database, "request where member = " + from)).isZero();
    assertThat(count(database, "line where member = " + from)).isZero();
    assertThat(count(database, "line where waiting = " + admitted + " and member = " + to)).isOne();
    assertThat(
            count(
                database, "usage_entry where what = 'REQUESTS' and subject = 'member:" + to + "'"))
        .isEqualTo(admitted);
    assertThat(count(database, "usage_entry where subject = 'member:" + from + "'")).isZero();
    assertThat(count(database, "conversation where member_id = " + from)).isZero();
    assertThat(admitted).isBetween(ALLOWED, 2 * EACH);
  }

  private static boolean ask(
      Members members, Conversations conversations, RequestQueue queue, Person who, int number) {
    Member member = members.recognize(who);
    Place place = new Place(new PlaceId("x:" + who.name()), Place.Kind.PRIVATE, "", List.of());
    ConversationId conversation = conversations.current(member.id(), place);
    Admission admission =
        queue.submit(
            new Submission(
                who.id() + "/" + number,
                new Asker(member.id(), Set.of(), place),
                Destination.in(place.id()),
                "conversation:" + conversation,
                new Submission.Size(1, 1),
                ""));
    return admission instanceof Admission.Queued;
  }

  private static long count(Database database, String what) {
    return database.read(
        h -> h.createQuery("select count(*) from " + what).mapTo(long.class).one());
  }
}
