package io.switchboard.telegram.menu;

import io.switchboard.db.Database;
import java.util.HashMap;
import java.util.Map;

/** Who has a list of commands of their own where, and which it is; of each bot. */
public final class ShownMenus {
  private final Database database;

  public ShownMenus(Database database) {
    this.database = database;
  }

  /** A digest of each list. */
  Map<Where, String> of(long bot) {
    Map<Where, String> shown = new HashMap<>();
    database.<Void>read(
        h -> {
          h.createQuery("select chat, reader, shown from telegram_own_menu where bot = :bot")
              .bind("bot", bot)
              .map(
                  (row, context) ->
                      Map.entry(new Where(row.getLong(1), row.getLong(2)), row.getString(3)))
              .forEach(one -> shown.put(one.getKey(), one.getValue()));
          return null;
        });
    return shown;
  }

  /** This list is there now. */
  void keep(long bot, Where where, String digest) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "merge into telegram_own_menu m using (select cast(:bot as bigint) as bot,"
                        + " cast(:chat as bigint) as chat, cast(:reader as bigint) as reader,"
                        + " cast(:shown as varchar(64)) as shown) n on m.bot = n.bot and m.chat ="
                        + " n.chat and m.reader = n.reader when matched then update set shown ="
                        + " n.shown when not matched then insert (bot, chat, reader, shown) values"
                        + " (n.bot, n.chat, n.reader, n.shown)")
                .bind("bot", bot)
                .bind("chat", where.chat())
                .bind("reader", where.reader())
                .bind("shown", digest)
                .execute());
  }

  /** There is none any more. */
  void forget(long bot, Where where) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "delete from telegram_own_menu where bot = :bot and chat = :chat and reader ="
                        + " :reader")
                .bind("bot", bot)
                .bind("chat", where.chat())
                .bind("reader", where.reader())
                .execute());
  }
}
