package io.switchboard.relay.kept;

import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.relay.LinkedPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of linked places and of codes. */
public final class LinkTable {
  private LinkTable() {}

  /** Whose code it is and for which place. */
  public record Offer(PersonId person, PlaceId place, String name, Locale language) {}

  /** Keeps a code; earlier ones for that place are void. */
  public static void offer(Handle h, String hash, Offer offer, Instant now, Instant ends) {
    h.createUpdate("delete from relay_code where place = :place or ends_at <= :now")
        .bind("place", offer.place().value())
        .bind("now", now)
        .execute();
    h.createUpdate(
            "insert into relay_code (code_hash, person, place, name, language, ends_at) values"
                + " (:hash, :person, :place, :name, :language, :ends)")
        .bind("hash", hash)
        .bind("person", offer.person().value())
        .bind("place", offer.place().value())
        .bind("name", cut(offer.name()))
        .bind("language", offer.language().toLanguageTag())
        .bind("ends", ends)
        .execute();
  }

  /** What a code is for; empty if there is none, or its time is over. */
  public static Optional<Offer> offered(Handle h, String hash, Instant now) {
    return h.createQuery(
            "select person, place, name, language from relay_code where code_hash = :hash and"
                + " ends_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .map(
            (rs, c) ->
                new Offer(
                    new PersonId(rs.getString("person")),
                    new PlaceId(rs.getString("place")),
                    rs.getString("name"),
                    Locale.forLanguageTag(rs.getString("language"))))
        .findOne();
  }

  /** It is used up. */
  public static void use(Handle h, String hash) {
    h.createUpdate("delete from relay_code where code_hash = :hash").bind("hash", hash).execute();
  }

  /** Links a place, from the next turn on. */
  public static void join(Handle h, LinkedPlace place, String home, Instant now) {
    h.createUpdate(
            "insert into relay_place (place, home, name, language, joined_at, carried) values"
                + " (:place, :home, :name, :language, :now, (select coalesce(max(id), 0) from"
                + " turn))")
        .bind("place", place.place().value())
        .bind("home", home)
        .bind("name", cut(place.name()))
        .bind("language", place.language().toLanguageTag())
        .bind("now", now)
        .execute();
  }

  public static void leave(Handle h, PlaceId place) {
    h.createUpdate("delete from relay_place where place = :place")
        .bind("place", place.value())
        .execute();
  }

  public static Optional<LinkedPlace> find(Handle h, PlaceId place) {
    return h.createQuery("select * from relay_place where place = :place")
        .bind("place", place.value())
        .map(LinkTable::read)
        .findOne();
  }

  /** All that have this home, the first that joined first. */
  public static List<LinkedPlace> of(Handle h, String home) {
    return h.createQuery("select * from relay_place where home = :home order by joined_at, place")
        .bind("home", home)
        .map(LinkTable::read)
        .list();
  }

  /** The same; nobody else changes them until the transaction ends. */
  public static List<LinkedPlace> locked(Handle h, String home) {
    return h.createQuery(
            "select * from relay_place where home = :home order by joined_at, place for update")
        .bind("home", home)
        .map(LinkTable::read)
        .list();
  }

  public static List<LinkedPlace> all(Handle h) {
    return h.createQuery("select * from relay_place order by joined_at, place")
        .map(LinkTable::read)
        .list();
  }

  public static void carried(Handle h, PlaceId place, long turn) {
    h.createUpdate(
            "update relay_place set carried = :turn where place = :place and carried < :turn")
        .bind("turn", turn)
        .bind("place", place.value())
        .execute();
  }

  private static LinkedPlace read(ResultSet rs, StatementContext context) throws SQLException {
    return new LinkedPlace(
        new PlaceId(rs.getString("place")),
        rs.getString("home"),
        rs.getString("name"),
        Locale.forLanguageTag(rs.getString("language")),
        rs.getLong("carried"));
  }

  private static String cut(String name) {
    return name.length() <= 200 ? name : name.substring(0, name.offsetByCodePoints(0, 100));
  }
}
