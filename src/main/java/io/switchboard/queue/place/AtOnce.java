package io.switchboard.queue.place;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Lets in at the doors of places, so many at once. Needs the queue's clock for what it changes. */
public final class AtOnce {
  /** Any number. */
  public static final int ANY = Integer.MAX_VALUE;

  private static final int FARTHEST = 1000;

  private final Handle h;

  public AtOnce(Handle h) {
    this.h = h;
  }

  /**
   * What is said of these places now.
   *
   * @param scopes those of a place; what nothing is said of is no longer bounded
   * @param bounds by scope, so many at once or {@link #ANY}
   */
  public void said(Collection<String> scopes, Map<String, Integer> bounds) {
    if (scopes.isEmpty()) {
      return;
    }
    List<String> known = PlaceTable.bounded(h, scopes);
    known.forEach(scope -> say(scope, bounds.getOrDefault(scope, ANY)));
    bounds.keySet().stream()
        .filter(scope -> !known.contains(scope))
        .forEach(scope -> PlaceTable.insert(h, scope, bounds.getOrDefault(scope, ANY)));
  }

  /** The same of all places in which anybody ever asked. */
  public void said(Map<String, Integer> bounds) {
    PlaceTable.bounded(h).keySet().forEach(scope -> say(scope, bounds.getOrDefault(scope, ANY)));
  }

  /** Whether that would change anything; looks without waiting. */
  public boolean changes(Supplier<Map<String, Integer>> bounds) {
    Map<String, Integer> known = PlaceTable.bounded(h);
    if (known.isEmpty()) {
      return false;
    }
    Map<String, Integer> now = bounds.get();
    return known.entrySet().stream()
        .anyMatch(entry -> !entry.getValue().equals(now.getOrDefault(entry.getKey(), ANY)));
  }

  private void say(String scope, int atOnce) {
    if (PlaceTable.atOnce(h, scope).filter(known -> known == atOnce).isEmpty()) {
      PlaceTable.update(h, scope, atOnce);
    }
  }

  /** A request counts in these from now on. */
  public void came(long request, Collection<String> scopes) {
    scopes.forEach(scope -> PlaceTable.insert(h, scope, request));
  }

  /**
   * Lets one in that comes to the doors, behind all who stand there.
   *
   * @param turn what its member will have been served when it is its turn
   * @return false if it stands at a door now
   */
  public boolean enters(long request, double turn) {
    return enters(request, turn, PlaceTable.of(h, request), true);
  }

  private boolean enters(long request, double turn, List<String> scopes, boolean behind) {
    for (String scope : scopes) {
      if (!room(scope) || (behind && PlaceTable.next(h, scope).isPresent())) {
        PlaceTable.atDoor(h, scope, request, turn);
        return false;
      }
    }
    if (!scopes.isEmpty()) {
      PlaceTable.in(h, request);
    }
    return true;
  }

  private boolean room(String scope) {
    int atOnce = PlaceTable.atOnce(h, scope).orElse(ANY);
    return atOnce == ANY || PlaceTable.inside(h, scope) < atOnce;
  }

  /** One that was let in does not run and cannot be claimed for now; where it was. */
  public List<String> leaves(long request) {
    List<String> scopes = PlaceTable.ofInside(h, request);
    if (!scopes.isEmpty()) {
      PlaceTable.out(h, request);
    }
    return scopes;
  }

  /** It is over, or as good as; where it was. */
  public List<String> goes(long request) {
    Map<String, Boolean> scopes = PlaceTable.where(h, request);
    if (scopes.isEmpty()) {
      return List.of();
    }
    PlaceTable.delete(h, request);
    return scopes.keySet().stream().filter(scopes::get).toList();
  }

  /** Lets in whoever comes next at one of these doors; empty if there is no room, or nobody. */
  public Optional<Long> next(Collection<String> scopes) {
    while (true) {
      Optional<PlaceTable.AtDoor> next =
          scopes.stream()
              .filter(this::room)
              .flatMap(scope -> PlaceTable.next(h, scope).stream())
              .min(
                  Comparator.comparingDouble(PlaceTable.AtDoor::turn)
                      .thenComparingLong(PlaceTable.AtDoor::request));
      if (next.isEmpty()) {
        return Optional.empty();
      }
      long request = next.get().request();
      List<String> all = PlaceTable.of(h, request);
      PlaceTable.out(h, request);
      if (enters(request, next.get().turn(), all, false)) {
        return Optional.of(request);
      }
      // It stands at another door now, which is full.
    }
  }

  /** Doors with room at which somebody stands all the same; looks without waiting. */
  public List<String> forgotten() {
    return PlaceTable.roomAndSomebody(h);
  }

  /**
   * Where one stands at a door.
   *
   * @param ahead before it at that door
   * @param atOnce so many may be inside
   */
  public record Standing(int ahead, int atOnce) {}

  /** Where it stands; empty if it stands at none. */
  public Optional<Standing> standing(long request) {
    for (String scope : PlaceTable.of(h, request)) {
      Optional<Double> turn = PlaceTable.turn(h, scope, request);
      if (turn.isPresent()) {
        var here = new PlaceTable.AtDoor(request, turn.get());
        return Optional.of(
            new Standing(
                PlaceTable.before(h, scope, here, FARTHEST),
                PlaceTable.atOnce(h, scope).orElse(ANY)));
      }
    }
    return Optional.empty();
  }

  /**
   * How many would wait there, if one more came, for more than the moment until it is claimed.
   *
   * @param free so many more can run on the accounts now
   * @param atOnce so many may run there
   * @param behind whether the one that would come has to wait for another anyway
   */
  public int wouldWait(String scope, int free, int atOnce, boolean behind) {
    boolean door = PlaceTable.inside(h, scope) >= atOnce || PlaceTable.next(h, scope).isPresent();
    int startable = PlaceTable.ready(h, scope) + (behind || door ? 0 : 1);
    return PlaceTable.waiting(h, scope) + 1 - Math.clamp(free, 0, startable);
  }
}
