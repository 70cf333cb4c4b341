package io.switchboard.account.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.account.Account;
import io.switchboard.account.AccountTerms;
import io.switchboard.account.AnswerStream;
import io.switchboard.account.Failure;
import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Prompt;
import io.switchboard.db.Database;
import io.switchboard.db.FreshDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which account may be asked when. */
class AccountsTest {
  @Nested
  class OnH2 extends Cases implements FreshDatabase.H2 {}

  @Nested
  class OnPostgres extends Cases implements FreshDatabase.Postgres {}

  abstract static class Cases implements FreshDatabase {
    private record Named(String name, String... models) implements Account {
      @Override
      public AccountTerms terms() {
        return new AccountTerms(new AccountTerms.Caps(1, 0, 0), 2, "m", Set.of(models), 0);
      }

      @Override
      public AnswerStream open(Prompt prompt) {
        throw new UnsupportedOperationException();
      }
    }

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<String> told = new ArrayList<>();
    private Database database;
    private Accounts accounts;

    @BeforeEach
    void open() {
      database = fresh();
      accounts = process();
    }

    @AfterEach
    void close() {
      database.close();
    }

    private Accounts process() {
      Accounts made =
          new Accounts(List.of(new Named("a", "m"), new Named("b", "m", "n")), database, h -> now);
      made.tell(
          new Staff() {
            @Override
            public void failing(String account, Condition.Trouble trouble) {
              told.add(account + " " + trouble.kind() + " " + trouble.detail());
            }

            @Override
            public void wellAgain(String account) {
              told.add(account + " well");
            }
          });
      return made;
    }

    @Test
    void keepsTheOrder() {
      assertThat(open("a", "b")).isTrue();
      assertThat(accounts.named("b")).isPresent();
      assertThat(accounts.named("c")).isEmpty();
      assertThat(accounts.models()).containsExactly("m", "n");
    }

    @Test
    void waitsAsLongAsTheServerAsksInEveryProcessAndAfterARestart() {
      accounts.report("a", new Failure(Kind.BUSY, "", Duration.ofSeconds(30)));
      accounts.report("a", new Failure(Kind.BUSY, "", Duration.ofSeconds(1)));
      assertThat(standing("a")).isEqualTo(Standing.RESTING);
      assertThat(process().states().getFirst().standing()).isEqualTo(Standing.RESTING);
      now = now.plusSeconds(29);
      assertThat(standing("a")).isEqualTo(Standing.RESTING);
      now = now.plusSeconds(1);
      assertThat(open("a", "b")).isTrue();
    }

    @Test
    void waitsLongerEachTimeUntilItWorksAgain() {
      for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
        accounts.report("a", new Failure(Kind.UNAVAILABLE, "", null));
        now = now.plusSeconds(seconds).minusMillis(1);
        assertThat(standing("a")).isEqualTo(Standing.RESTING);
        now = now.plusMillis(1);
        assertThat(standing("a")).isEqualTo(Standing.OPEN);
      }
      assertThat(told).hasSize(1).first().asString().startsWith("a UNAVAILABLE");
      process().succeeded("a");
      accounts.succeeded("a");
      assertThat(told).hasSize(2).last().isEqualTo("a well");
      accounts.report("a", new Failure(Kind.UNAVAILABLE, "", null));
      now = now.plusSeconds(2);
      assertThat(open("a", "b")).isTrue();
      assertThat(told).hasSize(2);
    }

    @Test
    void aRefusedKeyIsALastResortAndTheStaffHearsOfItOnce() {
      accounts.report("a", new Failure(Kind.KEY_REFUSED, "no such key", null));
      process().report("a", new Failure(Kind.KEY_REFUSED, "no such key", null));
      accounts.report("b", new Failure(Kind.OUT_OF_MONEY, "pay", null));
      assertThat(standing("a")).isEqualTo(Standing.LAST);
      assertThat(told).containsExactly("a KEY_REFUSED no such key", "b OUT_OF_MONEY pay");
      now = now.plus(Duration.ofMinutes(5));
      assertThat(open("a", "b")).isTrue();
      accounts.report("a", new Failure(Kind.KEY_REFUSED, "no such key", null));
      accounts.succeeded("a");
      accounts.succeeded("a");
      assertThat(told).hasSize(3).last().isEqualTo("a well");
    }

    @Test
    void theFaultsOfAPromptAreNotTheAccounts() {
      for (Kind kind :
          List.of(Kind.TOO_LONG, Kind.REFUSED, Kind.NO_PICTURES, Kind.STOPPED, Kind.CUT_OFF)) {
        accounts.report("a", new Failure(kind, "", null));
      }
      accounts.report("nobody", new Failure(Kind.BUSY, "", null));
      assertThat(open("a", "b")).isTrue();
    }

    @Test
    void anotherIsBetterOnlyIfItCanAnswer() {
      assertThat(accounts.elsewhere("a", null)).isFalse();
      accounts.report("a", new Failure(Kind.UNAVAILABLE, "", null));
      assertThat(accounts.elsewhere("a", null)).isTrue();
      assertThat(accounts.elsewhere("a", "x")).isFalse();
      accounts.report("b", new Failure(Kind.BUSY, "", null));
      assertThat(accounts.elsewhere("a", null)).isFalse();
      accounts.report("a", new Failure(Kind.KEY_REFUSED, "", null));
      assertThat(accounts.elsewhere("a", null)).isTrue();
      assertThat(accounts.elsewhere("b", null)).isFalse();
      pause("b", true);
      assertThat(accounts.elsewhere("a", null)).isFalse();
    }

    private boolean pause(String name, boolean paused) {
      return database.inTransaction(h -> accounts.pause(h, name, paused));
    }

    private boolean weigh(String name, @Nullable Integer weight) {
      return database.inTransaction(h -> accounts.weigh(h, name, weight));
    }

    @Test
    void adminsPauseAndWeigh() {
      assertThat(pause("nobody", true)).isFalse();
      assertThat(pause("a", true)).isTrue();
      assertThat(process().states().getFirst().standing()).isEqualTo(Standing.PAUSED);
      accounts.report("a", new Failure(Kind.OUT_OF_MONEY, "", null));
      pause("a", false);
      assertThat(standing("a")).isEqualTo(Standing.OPEN);
      assertThat(accounts.states().getFirst().weight()).isEqualTo(2);
      weigh("a", 7);
      assertThat(process().states().getFirst().weight()).isEqualTo(7);
      weigh("a", null);
      assertThat(accounts.states().getFirst().weight()).isEqualTo(2);
    }

    @Test
    void namesAreUnique() {
      assertThatThrownBy(
              () -> new Accounts(List.of(new Named("a"), new Named("a")), database, h -> now))
          .hasMessageContaining("two accounts");
    }

    private Standing standing(String name) {
      return accounts.states().stream()
          .filter(state -> state.account().name().equals(name))
          .findFirst()
          .orElseThrow()
          .standing();
    }

    private boolean open(String... names) {
      return accounts.states().stream()
          .filter(state -> state.standing() == Standing.OPEN)
          .map(state -> state.account().name())
          .toList()
          .equals(List.of(names));
    }
  }
}
