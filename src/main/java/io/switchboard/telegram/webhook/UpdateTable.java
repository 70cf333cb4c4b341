package io.switchboard.telegram.webhook;

import io.switchboard.db.Database;
import java.util.List;

/** Updates as they came, until they are stored where they belong. */
final class UpdateTable {
  private final Database database;

  /** An update as Telegram wrote it. */
  record Kept(long id, String body) {}

  UpdateTable(Database database) {
    this.database = database;
  }

  /** Keeps it; nothing new if it is there already, as when Telegram did not hear the answer. */
  void keep(long id, String body) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "merge into telegram_update u using (select cast(:id as bigint) as id) n on"
                        + " u.id = n.id when not matched then insert (id, body) values (n.id,"
                        + " :body)")
                .bind("id", id)
                // PostgreSQL has no place for this letter.
                .bind("body", body.replace('\0', '\uFFFD'))
                .execute());
  }

  /** The oldest. */
  List<Kept> oldest(int most) {
    return database.read(
        h ->
            h.createQuery("select id, body from telegram_update order by id limit :most")
                .bind("most", most)
                .map((row, ctx) -> new Kept(row.getLong(1), row.getString(2)))
                .list());
  }

  /** They are stored. */
  void forget(List<Long> ids) {
    if (!ids.isEmpty()) {
      database.useTransaction(
          h ->
              h.createUpdate("delete from telegram_update where id in (<ids>)")
                  .bindList("ids", ids)
                  .execute());
    }
  }
}
