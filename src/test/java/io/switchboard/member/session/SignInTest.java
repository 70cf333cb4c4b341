package io.switchboard.member.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignInTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private static final PersonId ALICE = new PersonId("sandbox:alice");
    private static final Person PERSON =
        new Person(ALICE, "Alice", "alice", Locale.ENGLISH, Set.of());

    private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
    private Standing standing = new Standing.Unknown();
    private Database database;
    private SignIn signing;
    private Sessions sessions;
    private MemberId alice;

    @BeforeEach
    void open() {
      database = fresh();
      Members members = new Members(database, time);
      signing = new SignIn(database, time);
      sessions = new Sessions(database, time, members, person -> standing);
      alice = members.recognize(PERSON).id();
    }

    @AfterEach
    void close() {
      database.close();
    }

    private String link(String code) {
      return ((SignIn.Offer.Link) signing.offer(alice, PERSON, code)).token();
    }

    private Optional<SignIn.In> enter(String token, String cookie) {
      return signing.enter(token, Optional.ofNullable(cookie), "Firefox, Linux");
    }

    @Test
    void theLinkWorksOnceAndInTheBrowserThatAsked() {
      SignIn.Asking asking = signing.ask("/s/abc");
      SignIn.Asking other = signing.ask("/s/abc");
      String token = link(asking.code().toLowerCase(Locale.ROOT));
      assertThat(signing.look(token, Optional.empty())).isEqualTo(new SignIn.Door.Elsewhere());
      assertThat(signing.look(token, Optional.of(other.cookie())))
          .isEqualTo(new SignIn.Door.Elsewhere());
      assertThat(enter(token, null)).isEmpty();
      assertThat(enter(token, other.cookie())).isEmpty();
      assertThat(signing.look(token, Optional.of(asking.cookie())))
          .isEqualTo(new SignIn.Door.Open(alice, true));
      SignIn.In in = enter(token, asking.cookie()).orElseThrow();
      assertThat(in.back()).isEqualTo("/s/abc");
      assertThat(sessions.of(in.secret())).get().extracting(Session::member).isEqualTo(alice);
      assertThat(enter(token, asking.cookie())).isEmpty();
      assertThat(signing.look(token, Optional.of(asking.cookie())))
          .isEqualTo(new SignIn.Door.Gone());
    }

    @Test
    void aLinkAskedForInTheChatWorksInTheFirstBrowserThatSaysSo() {
      String token = signing.offer(alice, PERSON);
      assertThat(signing.look(token, Optional.empty()))
          .isEqualTo(new SignIn.Door.Open(alice, false));
      assertThat(enter(token, null)).isPresent();
      assertThat(enter(token, null)).isEmpty();
    }

    @Test
    void codesAndLinksEnd() {
      SignIn.Asking asking = signing.ask("/login");
      String token = link(asking.code());
      String newer = signing.offer(alice, PERSON);
      assertThat(enter(token, asking.cookie())).as("the newer one counts").isEmpty();
      time.step(Duration.ofMinutes(10));
      assertThat(enter(newer, null)).isEmpty();
      assertThat(signing.offer(alice, PERSON, asking.code())).isEqualTo(new SignIn.Offer.Wrong());
    }

    @Test
    void guessingCodesIsThrottled() {
      SignIn.Asking asking = signing.ask("/login");
      for (int i = 0; i < 5; i++) {
        assertThat(signing.offer(alice, PERSON, "ABCDEFGHJKLM"))
            .isEqualTo(new SignIn.Offer.Wrong());
      }
      assertThat(signing.offer(alice, PERSON, asking.code())).isEqualTo(new SignIn.Offer.TooMany());
      time.step(Duration.ofHours(1).plusSeconds(1));
      assertThat(signing.offer(alice, PERSON, signing.ask("/").code()))
          .isInstanceOf(SignIn.Offer.Link.class);
    }

    @Test
    void sessionsAreListedAndEnded() {
      String one = enter(signing.offer(alice, PERSON), null).orElseThrow().secret();
      time.step(Duration.ofSeconds(1));
      String two = enter(signing.offer(alice, PERSON), null).orElseThrow().secret();
      List<Session> all = sessions.list(alice);
      assertThat(all).hasSize(2).first().isEqualTo(sessions.of(two).orElseThrow());
      assertThat(sessions.end(all.getFirst().id(), new MemberId(999))).isFalse();
      assertThat(sessions.end(all.getFirst().id(), alice)).isTrue();
      assertThat(sessions.of(two)).isEmpty();
      assertThat(sessions.of(one)).isPresent();
      assertThat(sessions.endAll(alice)).isEqualTo(1);
      assertThat(sessions.of(one)).isEmpty();
    }

    @Test
    void whoIsKeptOutIsSignedOutAndNobodyStaysForEver() {
      String secret = enter(signing.offer(alice, PERSON), null).orElseThrow().secret();
      standing = new Standing.Banned();
      assertThat(sessions.of(secret)).isEmpty();
      standing = new Standing.Allowed();
      assertThat(sessions.of(secret)).isPresent();
      time.step(Sessions.LENGTH);
      assertThat(sessions.of(secret)).isEmpty();
    }

    @Test
    void theDatabaseHoldsNothingThatOpens() {
      SignIn.Asking asking = signing.ask("/login");
      String token = link(asking.code());
      StringBuilder all = new StringBuilder();
      for (String table : List.of("login_ask", "login_link")) {
        database.read(
            h -> all.append(h.createQuery("select * from " + table).mapToMap().list()).length());
      }
      String secret = enter(token, asking.cookie()).orElseThrow().secret();
      database.read(
          h -> all.append(h.createQuery("select * from web_session").mapToMap().list()).length());
      assertThat(all.toString())
          .doesNotContain(asking.cookie(), asking.code(), token, secret)
          .contains("Firefox");
    }
  }
}
