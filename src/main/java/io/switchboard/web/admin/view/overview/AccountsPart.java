package io.switchboard.web.admin.view.overview;

import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How the accounts are. */
public final class AccountsPart {
  private final Supplier<List<AccountHealth>> accounts;

  public AccountsPart(Supplier<List<AccountHealth>> accounts) {
    this.accounts = accounts;
  }

  /** An account and what is said of it. */
  public record Line(AccountHealth account, String standing, String use, String trouble) {
    /** Whether it was taken out. */
    public boolean off() {
      return account.standing().equals("off");
    }
  }

  Part of(Visitor visitor) {
    return new Part(
        "accounts",
        true,
        "admin/accounts",
        () ->
            Map.of(
                "visitor",
                visitor,
                "lines",
                accounts.get().stream().map(account -> line(visitor, account)).toList()));
  }

  private static Line line(Visitor visitor, AccountHealth account) {
    AccountHealth.Use use = account.use();
    AccountHealth.Trouble trouble = account.trouble();
    return new Line(
        account,
        visitor.frame().say("admin.account." + account.standing()),
        visitor
            .frame()
            .say(
                "admin.account.use",
                use.requests(),
                visitor.said().about(use.tokens()),
                account.weight()),
        trouble == null
            ? ""
            : visitor
                .frame()
                .say(
                    "admin.account.trouble",
                    visitor.frame().say(trouble.why()),
                    trouble.detail(),
                    visitor.said().at(trouble.since())));
  }
}
