package io.switchboard.member.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.alarm.SteppedTime;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LookForMembersTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private Database database;
    private Members members;
    private LookForMembers look;

    @BeforeEach
    void open() {
      database = fresh();
      members = new Members(database, new SteppedTime(Instant.parse("2026-03-01T12:00:00Z")));
      look = new LookForMembers(database);
    }

    @AfterEach
    void close() {
      database.close();
    }

    private MemberId member(String id, String name, String handle) {
      return members
          .recognize(new Person(new PersonId(id), name, handle, Locale.ENGLISH, Set.of()))
          .id();
    }

    private List<String> named(String called) {
      return look.page(called, Long.MAX_VALUE, 10).members().stream().map(Listed::name).toList();
    }

    @Test
    void aPartOfANameAHandleOrAnIdIsEnough() {
      member("discord:1", "Ann Lee", "annie");
      member("telegram:2", "민준", null);
      member("discord:3", "100%_sure!", "SURE");
      assertThat(named("")).containsExactly("100%_sure!", "민준", "Ann Lee");
      assertThat(named("ANN")).containsExactly("Ann Lee");
      assertThat(named("@annie")).containsExactly("Ann Lee");
      assertThat(named("민")).containsExactly("민준");
      assertThat(named("telegram:2")).containsExactly("민준");
      assertThat(named("telegram:")).isEmpty();
      assertThat(named("%")).containsExactly("100%_sure!");
      assertThat(named("_s")).containsExactly("100%_sure!");
      assertThat(named("!")).containsExactly("100%_sure!");
      assertThat(named("' or 1=1 --\0")).isEmpty();
    }

    @Test
    void pagesGiveEverybodyOnce() {
      for (int i = 0; i < 7; i++) {
        member("discord:" + i, "n" + i, "h" + i);
      }
      List<String> seen = new ArrayList<>();
      Long before = Long.MAX_VALUE;
      while (before != null) {
        LookForMembers.Page page = look.page("n", before, 3);
        page.members().forEach(m -> seen.add(m.name()));
        before = page.next();
      }
      assertThat(seen).containsExactly("n6", "n5", "n4", "n3", "n2", "n1", "n0");
    }

    @Test
    void whoseAccountsAllBelongToAnotherIsNotThere() {
      MemberId ann = member("discord:1", "Ann", "ann");
      MemberId gone = member("telegram:2", "Anna", null);
      database.useTransaction(
          h ->
              h.execute(
                  "update identity set member = ? where member = ?", ann.value(), gone.value()));
      assertThat(look.find(gone)).isEmpty();
      assertThat(look.find(new MemberId(99))).isEmpty();
      assertThat(look.find(ann).orElseThrow().accounts())
          .extracting(account -> account.id().value())
          .containsExactly("discord:1", "telegram:2");
      assertThat(look.all(List.of(ann, gone)).keySet()).containsExactly(ann);
    }
  }
}
