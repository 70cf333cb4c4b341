package io.switchboard.member.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.AccessSettings;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Said;
import io.switchboard.member.access.Standings;
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

class AuthorityTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private final SteppedTime time = new SteppedTime(Instant.parse("2026-03-01T12:00:00Z"));
    private Database database;
    private Members members;
    private Standings standings;
    private SignIn signing;
    private Sessions sessions;
    private Authority authority;

    @BeforeEach
    void open() {
      database = fresh();
      members = new Members(database, time);
      standings = new Standings(database, time);
      signing = new SignIn(database, time);
      sessions = new Sessions(database, time, members, standings::of);
      Access access =
          new Access(
              new AccessSettings(List.of("discord:1", "discord-role:7"), List.of()), standings);
      authority = new Authority(database, time, members, access);
    }

    @AfterEach
    void close() {
      database.close();
    }

    private Session in(Person person) {
      MemberId member = members.recognize(person).id();
      String token = signing.offer(member, person);
      String secret = signing.enter(token, Optional.empty(), "a browser").orElseThrow().secret();
      return sessions.of(secret).orElseThrow();
    }

    private static Person person(String id, String... roles) {
      return new Person(new PersonId(id), "Ann", "ann", Locale.ENGLISH, Set.of(roles));
    }

    private void say(String account, String role) {
      PersonId person = new PersonId(account);
      standings.know(person);
      database.useTransaction(h -> Said.ROLE.write(h, List.of(person), role));
    }

    @Test
    void whoeverTheConfigurationNamesIsAnOwner() {
      assertThat(authority.of(in(person("discord:1"))).orElseThrow().role()).isEqualTo(Role.OWNER);
      assertThat(authority.of(in(person("discord:2"))).orElseThrow().role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void whatACommandMakesOfThemCountsAtOnce() {
      Session session = in(person("telegram:5"));
      say("telegram:5", "moderator");
      assertThat(authority.of(session).orElseThrow().role()).isEqualTo(Role.MODERATOR);
      assertThat(authority.role(session.member())).isEqualTo(Role.MODERATOR);
      say("telegram:5", "member");
      assertThat(authority.of(session).orElseThrow().role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void aPlatformsRoleCountsForTwelveHoursAfterSigningIn() {
      Session session = in(person("discord:3", "discord-role:7", "discord-role:8"));
      Authority.Holder holder = authority.of(session).orElseThrow();
      assertThat(holder.role()).isEqualTo(Role.OWNER);
      assertThat(holder.person().roles())
          .containsExactlyInAnyOrder("discord-role:7", "discord-role:8");
      time.step(Duration.ofHours(12));
      assertThat(authority.of(session).orElseThrow().role()).isEqualTo(Role.MEMBER);
      assertThat(authority.of(in(person("discord:3"))).orElseThrow().role()).isEqualTo(Role.MEMBER);
    }
  }
}
