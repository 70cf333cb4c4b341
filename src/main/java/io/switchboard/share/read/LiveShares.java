package io.switchboard.share.read;

import io.switchboard.db.Database;
import io.switchboard.share.Visibility;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many links are open. */
public final class LiveShares {
  private final Database database;

  public LiveShares(Database database) {
    this.database = database;
  }

  /** By who may look, in small letters. */
  public Map<String, Double> byVisibility() {
    Map<String, Double> all = new TreeMap<>();
    for (Visibility visibility : Visibility.values()) {
      all.put(visibility.name().toLowerCase(Locale.ROOT), 0.0);
    }
    database
        .read(
            h ->
                h.createQuery(
                        "select lower(visibility) as v, count(*) as c from share where state ="
                            + " 'LIVE' group by visibility")
                    .map((row, context) -> Map.entry(row.getString("v"), row.getDouble("c")))
                    .list())
        .forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }
}
