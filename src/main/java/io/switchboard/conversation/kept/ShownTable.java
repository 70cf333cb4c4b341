package io.switchboard.conversation.kept;

import io.switchboard.chat.MessageId;
import io.switchboard.conversation.TurnId;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The rows that say which messages show which turn. A turn may be shown more than once, where its
 * variants are looked through: each time has a thousand part numbers of its own.
 */
public final class ShownTable {
  private static final int A_SHOWING = 1000;

  private ShownTable() {}

  /** These and no others show the turn. */
  public static void shownBy(Handle h, TurnId turn, List<MessageId> messages) {
    h.createUpdate("delete from turn_message where turn_id = :turn")
        .bind("turn", turn.value())
        .execute();
    forget(h, messages);
    insert(h, turn, messages, 0);
  }

  /** These show the turn too, and those before show nothing any more. */
  public static void instead(Handle h, TurnId turn, List<MessageId> before, List<MessageId> now) {
    forget(h, Stream.concat(before.stream(), now.stream()).distinct().toList());
    int last =
        h.createQuery("select coalesce(max(part), -1) from turn_message where turn_id = :turn")
            .bind("turn", turn.value())
            .mapTo(Integer.class)
            .one();
    insert(h, turn, now, last < 0 ? 0 : (last / A_SHOWING + 1) * A_SHOWING);
  }

  /** All that show a turn together with this one, in their order. */
  public static List<MessageId> together(Handle h, MessageId message) {
    return h.createQuery(
            "select o.message from turn_message m join turn_message o on o.turn_id = m.turn_id and"
                + " o.part / :showing = m.part / :showing where m.message = :message order by"
                + " o.part")
        .bind("showing", A_SHOWING)
        .bind("message", message.value())
        .mapTo(String.class)
        .map(MessageId::new)
        .list();
  }

  private static void forget(Handle h, List<MessageId> messages) {
    if (!messages.isEmpty()) {
      h.createUpdate("delete from turn_message where message in (<messages>)")
          .bindList("messages", messages.stream().map(MessageId::value).toList())
          .execute();
    }
  }

  private static void insert(Handle h, TurnId turn, List<MessageId> messages, int part) {
    if (messages.isEmpty() || TurnTable.conversationOf(h, turn).isEmpty()) {
      return;
    }
    var batch =
        h.prepareBatch(
            "insert into turn_message (message, turn_id, part) values (:message, :turn, :part)");
    int next = part;
    for (MessageId message : messages.stream().distinct().toList()) {
      batch.bind("message", message.value()).bind("turn", turn.value()).bind("part", next++).add();
    }
    batch.execute();
  }
}
