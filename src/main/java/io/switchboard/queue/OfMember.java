package io.switchboard.queue;

import io.switchboard.chat.PlaceId;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.queue.beside.OpenTable;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.line.RequestTable;
import io.switchboard.queue.request.RequestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one member has in the queue. */
public final class OfMember {
  private final Database database;
  private final MemberId member;

  OfMember(Database database, MemberId member) {
    this.database = database;
    this.member = member;
  }

  /** Those that wait or run in this place, oldest first. */
  public List<RequestId> open(PlaceId place) {
    return database.read(
        h ->
            RequestTable.open(h, member.value(), place.value()).stream()
                .map(RequestId::new)
                .toList());
  }

  /** Those that wait or run anywhere, oldest first, with where they were asked. */
  public Map<RequestId, PlaceId> open() {
    Map<RequestId, PlaceId> open = new LinkedHashMap<>();
    database
        .read(h -> OpenTable.of(h, member.value()))
        .forEach((id, place) -> open.put(new RequestId(id), new PlaceId(place)));
    return open;
  }

  /**
   * Changes what a request asks that waits in this place and was never begun.
   *
   * @param reworded what a request asks now, from what it asked; empty if it is another one
   * @return whether there was one
   */
  public boolean reword(PlaceId place, Function<String, Optional<String>> reworded) {
    return database.inTransaction(
        h ->
            RequestTable.open(h, member.value(), place.value()).stream()
                .anyMatch(
                    id ->
                        reworded
                            .apply(RequestTable.carried(h, id).payload())
                            .filter(now -> RequestTable.reword(h, id, now))
                            .isPresent()));
  }

  /** The lanes in which there are requests that wait or run. */
  public Set<String> lanes() {
    return database.read(h -> RequestTable.lanes(h, member.value()));
  }

  /** The lanes in which they asked anything in a place of that scope, and did not take it back. */
  public Set<String> lanes(String scope) {
    return database.read(h -> RequestTable.lanesByScopes(h, member.value())).stream()
        .filter(asked -> asked.scopes().contains(scope))
        .map(RequestTable.Asked::lane)
        .collect(Collectors.toSet());
  }

  /** Who they were to the queue when they last asked, and where; empty if they never did. */
  public Optional<Asker> lastAsker() {
    return database.read(
        h ->
            RequestTable.newest(h, member.value())
                .map(id -> Carrying.asker(member, RequestTable.carried(h, id))));
  }
}
