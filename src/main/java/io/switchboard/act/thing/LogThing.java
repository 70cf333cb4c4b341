package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.staff.LogFeed;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** From which level on the staff channels follow the log. There is one. */
public record LogThing() implements Thing {
  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(LogFeed.state(h));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    LogFeed.state(h, state);
    return true;
  }
}
