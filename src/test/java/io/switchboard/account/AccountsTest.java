package io.switchboard.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.account.Failure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which account may be asked when. */
class AccountsTest {
  private record Named(String name) implements Account {
    @Override
    public int concurrency() {
      return 1;
    }

    @Override
    public String defaultModel() {
      return "m";
    }

    @Override
    public AnswerStream open(Prompt prompt) {
      throw new UnsupportedOperationException();
    }
  }

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Accounts accounts =
      new Accounts(List.of(new Named("a"), new Named("b")), () -> now);

  @Test
  void keepsTheOrder() {
    assertThat(usable()).containsExactly("a", "b");
    assertThat(accounts.named("b")).isPresent();
    assertThat(accounts.named("c")).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    accounts.report("a", new Failure(Kind.BUSY, "", Duration.ofSeconds(30)));
    accounts.report("a", new Failure(Kind.BUSY, "", Duration.ofSeconds(1)));
    assertThat(usable()).containsExactly("b");
    now = now.plusSeconds(30);
    assertThat(usable()).containsExactly("a", "b");
  }

  @Test
  void waitsLongerEachTimeUntilItWorksAgain() {
    for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      accounts.report("a", new Failure(Kind.UNAVAILABLE, "", null));
      now = now.plusSeconds(seconds).minusMillis(1);
      assertThat(usable()).containsExactly("b");
      now = now.plusMillis(1);
      assertThat(usable()).containsExactly("a", "b");
    }
    assertThat(accounts.trouble("a")).isPresent();
    accounts.succeeded("a");
    assertThat(accounts.trouble("a")).isEmpty();
    accounts.report("a", new Failure(Kind.UNAVAILABLE, "", null));
    now = now.plusSeconds(2);
    assertThat(usable()).containsExactly("a", "b");
  }

  @Test
  void aRefusedKeyIsTriedNowAndThen() {
    accounts.report("a", new Failure(Kind.KEY_REFUSED, "", null));
    accounts.report("b", new Failure(Kind.OUT_OF_MONEY, "", null));
    assertThat(usable()).isEmpty();
    assertThat(accounts.usableFrom(now)).isEqualTo(now.plus(Duration.ofMinutes(5)));
    now = now.plus(Duration.ofMinutes(5));
    assertThat(usable()).containsExactly("a", "b");
    assertThat(accounts.usableFrom(now)).isEqualTo(now);
  }

  @Test
  void theFaultsOfAPromptAreNotTheAccounts() {
    for (Kind kind :
        List.of(Kind.TOO_LONG, Kind.REFUSED, Kind.NO_SUCH_MODEL, Kind.STOPPED, Kind.CUT_OFF)) {
      accounts.report("a", new Failure(kind, "", null));
    }
    accounts.report("nobody", new Failure(Kind.BUSY, "", null));
    assertThat(usable()).containsExactly("a", "b");
  }

  @Test
  void namesAreUnique() {
    assertThatThrownBy(() -> new Accounts(List.of(new Named("a"), new Named("a")), () -> now))
        .hasMessageContaining("two accounts");
  }

  private List<String> usable() {
    return accounts.usable(now).stream().map(Account::name).toList();
  }
}
