package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * What is one or the other, or as the configuration says.
 *
 * @param yes how it stands when it is
 * @param no how it stands when it is not
 * @param reading what was said of one of that name
 */
public record SwitchThing(
    String yes, String no, BiFunction<Handle, String, Optional<Boolean>> reading, Writing writing)
    implements Thing {
  private static final String CONFIGURED = "as configured";

  /** Says it; empty for what the configuration says. */
  public interface Writing {
    void write(Handle h, String name, Optional<Boolean> said);
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(reading.apply(h, name).map(said -> said ? yes : no).orElse(CONFIGURED));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    writing.write(
        h, name, state.equals(CONFIGURED) ? Optional.empty() : Optional.of(state.equals(yes)));
    return true;
  }
}
