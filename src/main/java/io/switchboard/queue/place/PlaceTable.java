package io.switchboard.queue.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The rows of places that are bounded, and of the requests that count there. */
final class PlaceTable {
  private PlaceTable() {}

  /** One that stands at a door. */
  record AtDoor(long request, double turn) {}

  static Optional<Integer> atOnce(Handle h, String scope) {
    return h.createQuery("select at_once from place_line where scope = :scope")
        .bind("scope", scope)
        .mapTo(Integer.class)
        .findOne();
  }

  static List<String> bounded(Handle h, Collection<String> scopes) {
    return h.createQuery("select scope from place_line where scope in (<scopes>)")
        .bindList("scopes", List.copyOf(scopes))
        .mapTo(String.class)
        .list();
  }

  static Map<String, Integer> bounded(Handle h) {
    Map<String, Integer> all = new HashMap<>();
    h.createQuery("select scope, at_once from place_line")
        .map((row, context) -> all.put(row.getString("scope"), row.getInt("at_once")))
        .list();
    return all;
  }

  static void insert(Handle h, String scope, int atOnce) {
    h.createUpdate("insert into place_line (scope, at_once) values (:scope, :atOnce)")
        .bind("scope", scope)
        .bind("atOnce", atOnce)
        .execute();
  }

  static void update(Handle h, String scope, int atOnce) {
    h.createUpdate("update place_line set at_once = :atOnce where scope = :scope")
        .bind("scope", scope)
        .bind("atOnce", atOnce)
        .execute();
  }

  static void insert(Handle h, String scope, long request) {
    h.createUpdate(
            "insert into place_request (scope, request, inside) values (:scope, :request, 0)")
        .bind("scope", scope)
        .bind("request", request)
        .execute();
  }

  static List<String> of(Handle h, long request) {
    return h.createQuery("select scope from place_request where request = :request order by scope")
        .bind("request", request)
        .mapTo(String.class)
        .list();
  }

  /** Where it counts, and whether it is inside. */
  static Map<String, Boolean> where(Handle h, long request) {
    Map<String, Boolean> where = new TreeMap<>();
    h.createQuery("select scope, inside from place_request where request = :request")
        .bind("request", request)
        .map((row, context) -> where.put(row.getString("scope"), row.getInt("inside") == 1))
        .list();
    return where;
  }

  static List<String> ofInside(Handle h, long request) {
    return h.createQuery(
            "select scope from place_request where request = :request and inside = 1"
                + " order by scope")
        .bind("request", request)
        .mapTo(String.class)
        .list();
  }

  static int inside(Handle h, String scope) {
    return h.createQuery("select count(*) from place_request where scope = :scope and inside = 1")
        .bind("scope", scope)
        .mapTo(int.class)
        .one();
  }

  static Optional<AtDoor> next(Handle h, String scope) {
    return h.createQuery(
            "select request, turn from place_request where scope = :scope and turn is not null"
                + " order by scope, turn, request limit 1")
        .bind("scope", scope)
        .map((row, context) -> new AtDoor(row.getLong("request"), row.getDouble("turn")))
        .findOne();
  }

  static List<String> roomAndSomebody(Handle h) {
    return h.createQuery(
            "select l.scope from place_line l where exists (select 1 from place_request c where"
                + " c.scope = l.scope and c.turn is not null) and l.at_once > (select count(*) from"
                + " place_request i where i.scope = l.scope and i.inside = 1)")
        .mapTo(String.class)
        .list();
  }

  static void in(Handle h, long request) {
    h.createUpdate("update place_request set inside = 1, turn = null where request = :request")
        .bind("request", request)
        .execute();
  }

  static void out(Handle h, long request) {
    h.createUpdate("update place_request set inside = 0, turn = null where request = :request")
        .bind("request", request)
        .execute();
  }

  static void atDoor(Handle h, String scope, long request, double turn) {
    h.createUpdate(
            "update place_request set turn = :turn where request = :request and scope = :scope")
        .bind("turn", turn)
        .bind("request", request)
        .bind("scope", scope)
        .execute();
  }

  static void delete(Handle h, long request) {
    h.createUpdate("delete from place_request where request = :request")
        .bind("request", request)
        .execute();
  }

  /** Its turn at that door; empty if it does not stand there. */
  static Optional<Double> turn(Handle h, String scope, long request) {
    return h.createQuery(
            "select turn from place_request where scope = :scope and request = :request and turn is"
                + " not null")
        .bind("scope", scope)
        .bind("request", request)
        .mapTo(Double.class)
        .findOne();
  }

  /** How many stand before such a one at a door, as far as is looked. */
  static int before(Handle h, String scope, AtDoor one, int farthest) {
    return h.createQuery(
            "select count(*) from (select request from place_request where scope = :scope and (turn"
                + " < :turn or (turn = :turn and request < :request)) limit "
                + farthest
                + ") ahead")
        .bind("scope", scope)
        .bind("turn", one.turn())
        .bind("request", one.request())
        .mapTo(int.class)
        .one();
  }

  /** How many wait there, in the line or at the door; those that may be claimed as well. */
  static int waiting(Handle h, String scope) {
    return waiting(h, scope, "'READY', 'BEHIND', 'LATER', 'CROWDED'");
  }

  /** How many may be claimed there. */
  static int ready(Handle h, String scope) {
    return waiting(h, scope, "'READY'");
  }

  private static int waiting(Handle h, String scope, String states) {
    return h.createQuery(
            "select count(*) from place_request p join request r on r.id = p.request where"
                + " p.scope = :scope and r.state in ("
                + states
                + ")")
        .bind("scope", scope)
        .mapTo(int.class)
        .one();
  }
}
