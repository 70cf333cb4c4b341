package io.switchboard.community.like;

import io.switchboard.chat.event.Reaction;
import io.switchboard.community.kept.LikeTable;
import io.switchboard.db.Database;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts reactions to posts; those to other messages are nobody's business. */
public final class Likes {
  private final Database database;

  public Likes(Database database) {
    this.database = database;
  }

  /** Takes note. Being told twice does no harm. */
  public void note(Reaction reaction) {
    if (database.read(h -> LikeTable.copy(h, reaction.message())).isPresent()) {
      database.useTransaction(
          h -> LikeTable.copy(h, reaction.message()).ifPresent(copy -> note(h, copy, reaction)));
    }
  }

  private static void note(Handle h, long copy, Reaction reaction) {
    LikeTable.lock(h, copy);
    switch (reaction) {
      case Reaction.Added(var message, var who, String sign) ->
          LikeTable.add(h, copy, who.value(), sign);
      case Reaction.Removed(var message, var who, String sign) ->
          LikeTable.remove(h, copy, who.value(), sign);
      case Reaction.Now(var message, var who, var signs) ->
          LikeTable.set(h, copy, who.value(), signs);
      case Reaction.Cleared(var message, Optional<String> sign) -> LikeTable.clear(h, copy, sign);
      case Reaction.Counted(var message, Map<String, Integer> signs) ->
          LikeTable.tally(h, copy, signs);
    }
  }
}
