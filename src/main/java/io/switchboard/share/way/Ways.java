package io.switchboard.share.way;

import io.switchboard.chat.Place;
import io.switchboard.db.Database;
import io.switchboard.share.expiry.Expiry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What admins have said about how answers are given in places. */
public final class Ways {
  private final Database database;
  private final Way usual;

  /**
   * @param usual where nobody has said anything
   */
  public Ways(Database database, Way usual) {
    this.database = database;
    this.usual = usual;
  }

  /**
   * How answers are given.
   *
   * @param expiry of the links made of them
   */
  public record Given(Way way, Expiry expiry) {}

  /** How answers are given there. */
  public Given in(Place place) {
    List<String> near = new ArrayList<>(List.of(place.id().value()));
    near.addAll(place.scopes());
    Map<String, Given> said = database.read(h -> said(h, near));
    for (String scope : near) {
      Given given = said.get(scope);
      if (given != null) {
        return given;
      }
    }
    return new Given(usual, new Expiry.Default());
  }

  private static Map<String, Given> said(Handle h, List<String> scopes) {
    return h.createQuery("select scope, way, wished_end from answer_way where scope in (<scopes>)")
        .bindList("scopes", scopes)
        .reduceRows(
            new HashMap<>(),
            (said, row) -> {
              said.put(
                  row.getColumn("scope", String.class),
                  new Given(
                      Way.valueOf(row.getColumn("way", String.class)),
                      Expiry.read(row.getColumn("wished_end", String.class))));
              return said;
            });
  }

  /**
   * The scope for which something is said of a place. For a group or channel that holds for its
   * threads and topics, too, unless something else was said of one.
   */
  public static String scope(Place place) {
    return place.kind() == Place.Kind.GROUP && !place.scopes().isEmpty()
        ? place.scopes().getFirst()
        : place.id().value();
  }

  /** What was said for a scope; empty if nothing was. */
  public static Optional<Given> said(Handle h, String scope) {
    return Optional.ofNullable(said(h, List.of(scope)).get(scope));
  }

  /** Says it; empty for what the configuration says. */
  public static void say(Handle h, String scope, Optional<Given> given) {
    h.createUpdate("delete from answer_way where scope = :scope").bind("scope", scope).execute();
    given.ifPresent(
        now ->
            h.createUpdate(
                    "insert into answer_way (scope, way, wished_end) values (:scope, :way, :end)")
                .bind("scope", scope)
                .bind("way", now.way().name())
                .bind("end", now.expiry().write())
                .execute());
  }
}
