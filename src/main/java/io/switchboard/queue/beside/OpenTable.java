package io.switchboard.queue.beside;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What a member waits for. */
public final class OpenTable {
  private OpenTable() {}

  /** A member's that wait or run, oldest first, and where they were asked. */
  public static Map<Long, String> of(Handle h, long member) {
    Map<Long, String> open = new LinkedHashMap<>();
    h.createQuery(
            "select id, place from request where member = :member and state in ('READY', 'BEHIND',"
                + " 'CROWDED', 'LATER', 'RUNNING') order by id")
        .bind("member", member)
        .map((row, context) -> open.put(row.getLong("id"), row.getString("place")))
        .list();
    return open;
  }
}
