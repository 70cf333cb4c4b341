package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.SetStates;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is set for one member. Names: the member's number, and for one limit its {@link What} and
 * {@link Window}, for boosts their {@link What}.
 */
public record LimitThing(SetStates states, Facet facet) implements Thing {
  /** What of it. */
  public enum Facet {
    ONE,
    MODELS,
    BOOST,
    ALL
  }

  private static MemberId member(String name) {
    return new MemberId(Long.parseLong(name.split(" ", 3)[0]));
  }

  private static What what(String name) {
    return What.valueOf(name.split(" ", 3)[1]);
  }

  private static Window window(String name) {
    return Window.valueOf(name.split(" ", 3)[2]);
  }

  @Override
  public void prepare(String name) {
    states.prepare(member(name));
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(
        switch (facet) {
          case ONE -> states.limit(h, member(name), what(name), window(name));
          case MODELS -> states.models(h, member(name));
          case BOOST -> states.boost(h, member(name), what(name));
          case ALL -> states.all(h, member(name));
        });
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    switch (facet) {
      case ONE -> states.limit(h, member(name), what(name), window(name), state);
      case MODELS -> states.models(h, member(name), state);
      case BOOST -> states.boost(h, member(name), what(name), state);
      case ALL -> states.all(h, member(name), state);
    }
    return true;
  }
}
