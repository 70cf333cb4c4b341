package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.queue.limit.PlaceStates;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.queue.limit.rule.Window;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is set for a place. Names: its scope, and for one limit its {@link What} and {@link Window}.
 */
public record PlaceThing(PlaceStates states, Facet facet) implements Thing {
  /** What of it. */
  public enum Facet {
    ONE,
    MODELS,
    PAYS,
    ALL
  }

  private static String scope(String name) {
    return name.split(" ", 3)[0];
  }

  private static What what(String name) {
    return What.valueOf(name.split(" ", 3)[1]);
  }

  private static Window window(String name) {
    return Window.valueOf(name.split(" ", 3)[2]);
  }

  @Override
  public void prepare(String name) {
    states.prepare(scope(name));
  }

  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(
        switch (facet) {
          case ONE -> states.limit(h, scope(name), what(name), window(name));
          case MODELS -> states.models(h, scope(name));
          case PAYS -> states.pays(h, scope(name));
          case ALL -> states.all(h, scope(name));
        });
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    switch (facet) {
      case ONE -> states.limit(h, scope(name), what(name), window(name), state);
      case MODELS -> states.models(h, scope(name), state);
      case PAYS -> states.pays(h, scope(name), state);
      case ALL -> states.all(h, scope(name), state);
    }
    return true;
  }
}
