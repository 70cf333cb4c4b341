package io.switchboard.command.style;

import io.switchboard.account.choice.Accounts;
import io.switchboard.queue.limit.Asker;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Which models a member may choose: those that an account offers and the limits allow. */
public final class ModelsOnOffer {
  private final Accounts accounts;
  private final BiPredicate<Asker, String> allowed;

  /**
   * @param allowed whether the limits let this asker choose that model
   */
  public ModelsOnOffer(Accounts accounts, BiPredicate<Asker, String> allowed) {
    this.accounts = accounts;
    this.allowed = allowed;
  }

  /** Those that this asker may choose. */
  public List<String> to(Asker asker) {
    return accounts.models().stream().filter(model -> allowed.test(asker, model)).toList();
  }

  /**
   * What was chosen, if it can still be had. Null for any account's own; where the limits do not
   * allow one of those, the first that may be had, so that an account answers which offers it;
   * where none may be had, one of the accounts' own, which will be refused.
   */
  public @Nullable String chosen(Asker asker, @Nullable String model) {
    if (model != null && accounts.models().contains(model) && allowed.test(asker, model)) {
      return model;
    }
    List<String> own = accounts.all().stream().map(account -> account.terms().model()).toList();
    return own.stream().allMatch(one -> allowed.test(asker, one))
        ? null
        : to(asker).stream().findFirst().orElse(own.getFirst());
  }
}
