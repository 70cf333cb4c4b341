package io.switchboard.discord.reading;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Recall.Wanted;
import io.switchboard.chat.message.Reply;
import io.switchboard.discord.formula.Pictured;
import io.switchboard.discord.id.Handle;
import io.switchboard.discord.id.Ids;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.speaking.MessageBody;
import io.switchboard.discord.speaking.Refusals;
import io.switchboard.discord.speaking.Rest;
import io.switchboard.discord.speaking.Sending;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds a message of the bot's in a channel, by its buttons or by what it says. Discord forgets
 * nonces after some minutes, and follow-ups to an interaction have none.
 */
public final class SaidBefore {
  private static final int A_PAGE = 100;

  /** Further from the question no answer is looked for. */
  private static final int PAGES = 5;

  /** What says less may well be said twice. */
  private static final int ENOUGH = 6;

  private static final String NONE = "";

  private final Rest rest;
  private final Supplier<@Nullable JDA> connection;

  /** Reads by these calls what the bot of this connection said; null while there is none. */
  public SaidBefore(Rest rest, Supplier<@Nullable JDA> connection) {
    this.rest = rest;
    this.connection = connection;
  }

  /**
   * The first such message.
   *
   * @param asked what it answers: it is younger
   */
  public Delivery find(Destination asked, Reply reply, Wanted wanted) {
    JDA jda = connection.get();
    if (jda == null) {
      return new Delivery.Failed("not connected to Discord", false);
    }
    String self = jda.getSelfUser().getId();
    String channel = Ids.channel(asked.place());
    // Discord keeps no white space at either end.
    String says = MessageBody.of(Pictured.of(reply).reply()).getString("content").strip();
    String from = snowflake(Handle.read(asked.handle()));
    for (int page = 0; page < PAGES && !from.equals(NONE); page++) {
      Rest.Outcome answer = after(channel, from);
      if (!(answer instanceof Rest.Outcome.Done(DataObject list))) {
        return Refusals.delivery(answer, json -> Sending.id(channel, json));
      }
      List<DataObject> messages = oldestFirst(list);
      for (DataObject message : messages) {
        MessageId id = MessageRef.of(channel, message.getString("id")).id();
        if (message.getObject("author").getString("id").equals(self)
            && is(message, says, wanted)
            && !wanted.known().test(id)) {
          return new Delivery.Delivered(id);
        }
      }
      from = messages.size() < A_PAGE ? NONE : messages.getLast().getString("id");
    }
    return new Delivery.Gone("not there");
  }

  private static String snowflake(Handle handle) {
    return switch (handle) {
      case Handle.Nothing() -> NONE;
      case Handle.ToMessage(String message) -> message;
      case Handle.ToInteraction interaction -> Long.toUnsignedString(interaction.id());
    };
  }

  private Rest.Outcome after(String channel, String id) {
    return rest.list(
        Route.Messages.GET_MESSAGE_HISTORY
            .compile(channel)
            .withQueryParams("after", id, "limit", String.valueOf(A_PAGE)));
  }

  private static List<DataObject> oldestFirst(DataObject list) {
    return list.getArray(Rest.LIST).stream(DataArray::getObject)
        .sorted(Comparator.comparingLong(message -> message.getUnsignedLong("id")))
        .toList();
  }

  private static boolean is(DataObject message, String says, Wanted wanted) {
    List<String> actions = MessageBody.actions(message);
    return actions.isEmpty()
        ? says.length() >= ENOUGH && message.getString("content", "").strip().equals(says)
        : actions.stream().anyMatch(wanted.actions()::contains);
  }
}
