package io.switchboard.community.like;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.Reaction;
import io.switchboard.community.kept.LikeTable;
import io.switchboard.db.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** Counts reactions to posts; those to other messages are nobody's business. */
public final class Likes {
  private final Database database;
  private final BooleanSupplier expecting;
  private final Early early = new Early(this::noted);

  /**
   * Those that are kept there.
   *
   * @param expecting whether there may be posts to come
   */
  public Likes(Database database, BooleanSupplier expecting) {
    this.database = database;
    this.expecting = expecting;
  }

  /**
   * Takes note. Being told twice does no harm. Somebody may be faster than the note where the post
   * went, which another process may be writing: what is unknown is looked for a few seconds more.
   */
  public void note(Reaction reaction) {
    early.inOrder(reaction, expecting);
  }

  /** False if the message is no post, as far as is known. */
  private boolean noted(MessageId message, List<Reaction> reactions) {
    if (database.read(h -> LikeTable.copy(h, message)).isEmpty()) {
      return false;
    }
    database.useTransaction(
        h ->
            LikeTable.copy(h, message)
                .ifPresent(copy -> reactions.forEach(reaction -> note(h, copy, reaction))));
    return true;
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
