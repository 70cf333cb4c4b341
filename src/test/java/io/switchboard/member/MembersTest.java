package io.switchboard.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MembersTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource time = () -> now;
    private Database database;
    private Members members;

    @BeforeEach
    void start() {
      database = fresh();
      members = new Members(database, time);
    }

    @AfterEach
    void stop() {
      database.close();
    }

    private static Person person(String id, String name, @Nullable String handle) {
      return new Person(new PersonId(id), name, handle, Locale.ENGLISH, Set.of());
    }

    @Test
    void thePersonIsTheSameMemberEveryTime() {
      Member first = members.recognize(person("discord:1", "Ann", "ann"));
      assertThat(members.recognize(person("discord:1", "Ann", "ann"))).isEqualTo(first);
      assertThat(members.recognize(person("telegram:1", "Ann", "ann")).id())
          .isNotEqualTo(first.id());
      assertThat(members.find(first.id())).contains(first);
      assertThat(members.find(new MemberId(99))).isEmpty();
      assertThat(members.identities(first.id())).containsExactly(new PersonId("discord:1"));
    }

    @Test
    void nameAndHandleFollowThePlatform() {
      Member ann = members.recognize(person("discord:1", "Ann", "ann"));
      assertThat(members.recognize(person("discord:1", "Ann-Sophie", "sophie")).name())
          .isEqualTo("Ann-Sophie");
      assertThat(members.named("@ann", "discord")).isEmpty();
      assertThat(members.named("@sophie", "discord").orElseThrow().id()).isEqualTo(ann.id());
      members.recognize(person("discord:1", "Ann-Sophie", null));
      assertThat(members.named("@sophie", "discord")).isEmpty();
    }

    @Test
    void handlesAreFoundInAnyCaseOnTheAskersPlatformFirst() {
      Member discord = members.recognize(person("discord:1", "Ann", "Alice"));
      Member telegram = members.recognize(person("telegram:7", "Ann", "aLICE"));
      assertThat(members.named("@ALICE", "discord")).contains(discord);
      assertThat(members.named("alice", "telegram")).contains(telegram);
      assertThat(members.named("@alice", "sandbox")).isPresent();
      assertThat(members.named("telegram:7", "discord")).contains(telegram);
      assertThat(members.named("telegram:8", "discord")).isEmpty();
      assertThat(members.named("  ", "discord")).isEmpty();
      assertThat(members.named("@", "discord")).isEmpty();
    }

    @Test
    void aHandleThatMovedMeansWhoeverWasSeenWithItLast() {
      members.recognize(person("discord:1", "Ann", "star"));
      now = now.plusSeconds(60);
      Member second = members.recognize(person("discord:2", "Bob", "star"));
      assertThat(members.named("@star", "discord")).contains(second);
      now = now.plusSeconds(7200);
      Member first = members.recognize(person("discord:1", "Ann", "star"));
      assertThat(members.named("@star", "discord")).contains(first);
    }

    @Test
    void theChoiceOfLanguageIsKept() {
      MemberId ann = members.recognize(person("discord:1", "Ann", null)).id();
      members.setLanguage(ann, Locale.TRADITIONAL_CHINESE);
      assertThat(members.recognize(person("discord:1", "Ann", null)).language())
          .isEqualTo(Locale.TRADITIONAL_CHINESE);
      members.setLanguage(ann, null);
      assertThat(members.find(ann).orElseThrow().language()).isNull();
    }

    @Test
    void whoeverChoseNoLanguageIsSpokenToAsThePlatformSays() {
      Person korean = new Person(new PersonId("telegram:9"), "Kim", null, Locale.KOREA, Set.of());
      MemberId kim = members.recognize(korean).id();
      assertThat(members.find(kim).orElseThrow().speaks()).isEqualTo(Locale.KOREA);
      Person moved = new Person(new PersonId("telegram:9"), "Kim", null, Locale.TAIWAN, Set.of());
      assertThat(members.recognize(moved).speaks()).isEqualTo(Locale.TAIWAN);
      members.setLanguage(kim, Locale.ENGLISH);
      assertThat(members.recognize(moved).speaks()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void longAndStrangeNamesAreTaken() {
      String name = "𝔸".repeat(300);
      assertThat(members.recognize(person("discord:1", name, null)).name()).hasSizeLessThan(401);
      assertThat(members.recognize(person("discord:1", name, null)).name()).endsWith("𝔸");
      assertThat(members.recognize(person("discord:2", "", "")).name()).isEmpty();
    }

    @Test
    void manyAtOnceMakeOneMember() throws Exception {
      Callable<Member> once = () -> members.recognize(person("telegram:5", "Eve", "eve"));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Member>> all =
            threads.invokeAll(IntStream.range(0, 30).mapToObj(i -> once).toList());
        assertThat(all.stream().map(Future::resultNow).distinct()).hasSize(1);
      }
    }
  }
}
