package io.switchboard.act.thing;

import io.switchboard.account.choice.Accounts;
import io.switchboard.account.choice.Condition;
import io.switchboard.audit.Thing;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * An account that answers. Names: its own.
 *
 * @param weight whether it is about how often it is asked, or whether at all
 */
public record AccountThing(Accounts accounts, boolean weight) implements Thing {
  /** The weight of the configuration. */
  public static final String AUTO = "auto";

  /** It is asked. */
  public static final String ASKED = "asked";

  /** It is not. */
  public static final String PAUSED = "paused";

  @Override
  public Optional<String> read(Handle h, String name) {
    return accounts.locked(h, name).map(this::state);
  }

  private String state(Condition condition) {
    if (!weight) {
      return condition.paused() ? PAUSED : ASKED;
    }
    Integer set = condition.weight();
    return set == null ? AUTO : set.toString();
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    return weight
        ? accounts.weigh(h, name, state.equals(AUTO) ? null : Integer.valueOf(state))
        : accounts.pause(h, name, state.equals(PAUSED));
  }
}
