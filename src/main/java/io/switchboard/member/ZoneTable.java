package io.switchboard.member;

import io.switchboard.db.time.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where members' days begin. */
final class ZoneTable {
  private ZoneTable() {}

  static Optional<HomeZone> find(Handle h, MemberId member) {
    return h.createQuery("select zone, zone_since from member where id = :id and zone is not null")
        .bind("id", member.value())
        .map((row, context) -> Optional.ofNullable(read(row)))
        .findOne()
        .flatMap(zone -> zone);
  }

  private static @Nullable HomeZone read(ResultSet row) throws SQLException {
    try {
      return new HomeZone(ZoneId.of(row.getString("zone")), Times.at(row, "zone_since"));
    } catch (DateTimeException e) {
      // Zones come and go with the Java version; one that went is as if nothing were said.
      return null;
    }
  }

  static void set(Handle h, MemberId member, @Nullable ZoneId zone, Instant now) {
    if (find(h, member).map(HomeZone::id).equals(Optional.ofNullable(zone))) {
      return;
    }
    h.createUpdate("update member set zone = :zone, zone_since = :now where id = :id")
        .bind("zone", zone == null ? null : zone.getId())
        .bind("now", now)
        .bind("id", member.value())
        .execute();
  }

  /** Whoever has said nothing takes over what the other said. */
  static void merge(Handle h, MemberId from, MemberId to, Instant now) {
    find(h, from).filter(ignored -> find(h, to).isEmpty()).ifPresent(z -> set(h, to, z.id(), now));
  }
}
