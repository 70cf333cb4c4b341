package io.switchboard.telegram.menu;

import io.switchboard.db.Database;
import java.util.HashMap;
import java.util.Map;

/** Which private chats have a list of commands of their own, and which it is; of each bot. */
public final class ShownMenus {
  private final Database database;

  public ShownMenus(Database database) {
    this.database = database;
  }

  /** A digest of each chat's list. */
  Map<Long, String> of(long bot) {
    Map<Long, String> shown = new HashMap<>();
    database.<Void>read(
        h -> {
          h.createQuery("select chat, shown from telegram_menu where bot = :bot")
              .bind("bot", bot)
              .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
              .forEach(one -> shown.put(one.getKey(), one.getValue()));
          return null;
        });
    return shown;
  }

  /** The chat has this list now. */
  void keep(long bot, long chat, String digest) {
    database.useTransaction(
        h ->
            h.createUpdate(
                    "merge into telegram_menu m using (select cast(:bot as bigint) as bot,"
                        + " cast(:chat as bigint) as chat, cast(:shown as varchar(64)) as shown) n"
                        + " on m.bot = n.bot and m.chat = n.chat when matched then update set shown"
                        + " = n.shown when not matched then insert (bot, chat, shown) values"
                        + " (n.bot, n.chat, n.shown)")
                .bind("bot", bot)
                .bind("chat", chat)
                .bind("shown", digest)
                .execute());
  }

  /** The chat has none of its own any more. */
  void forget(long bot, long chat) {
    database.useTransaction(
        h ->
            h.createUpdate("delete from telegram_menu where bot = :bot and chat = :chat")
                .bind("bot", bot)
                .bind("chat", chat)
                .execute());
  }
}
