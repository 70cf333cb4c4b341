package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.chat.PlaceId;
import io.switchboard.relay.LinkedPlaces;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which places one has a conversation together with. Names: the place. */
public record LinkedThing(LinkedPlaces linked) implements Thing {
  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(linked.group(h, new PlaceId(name)));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    return linked.regroup(h, new PlaceId(name), state);
  }
}
