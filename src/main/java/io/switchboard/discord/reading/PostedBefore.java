package io.switchboard.discord.reading;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.post.Post;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.posting.Posting;
import io.switchboard.discord.speaking.MessageBody;
import io.switchboard.discord.speaking.Refusals;
import io.switchboard.discord.speaking.Rest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Finds a post of the bot's in a channel, or in a forum among its open threads, by the buttons
 * under it: they lead to what is shared, and stand under no other post. Discord knows no nonces for
 * posts of forums, and forgets those of messages after some minutes.
 */
public final class PostedBefore {
  private static final int A_PAGE = 100;

  /** So many of the newest threads of the bot's are looked into; a lost one is among the last. */
  private static final int MOST_THREADS = 10;

  private final Rest rest;
  private final Supplier<@Nullable JDA> connection;

  /** Reads by these calls what the bot of this connection posted; null while there is none. */
  public PostedBefore(Rest rest, Supplier<@Nullable JDA> connection) {
    this.rest = rest;
    this.connection = connection;
  }

  /**
   * Looks among the newest.
   *
   * @param channel in the configuration's words
   * @return Gone if it is not there, or the bot may not read there
   */
  public Delivery find(String channel, Post post) {
    JDA jda = connection.get();
    Optional<String> id = Posting.id(channel);
    if (jda == null) {
      return new Delivery.Failed("not connected to Discord", false);
    }
    Set<String> signs = signs(MessageBody.of(post.body()));
    if (id.isEmpty() || signs.isEmpty()) {
      return new Delivery.Gone("nothing to be known by");
    }
    Sought sought = new Sought(jda.getSelfUser().getId(), signs);
    Rest.Outcome asked = rest.call(Route.Channels.GET_CHANNEL.compile(id.get()), null);
    if (!(asked instanceof Rest.Outcome.Done(DataObject told))) {
      return notLooked(asked);
    }
    return Posting.isForum(told)
        ? inForum(id.get(), told.getString("guild_id", ""), sought)
        : inChannel(id.get(), sought);
  }

  private record Sought(String self, Set<String> wanted) {
    boolean is(DataObject message) {
      return message.getObject("author").getString("id").equals(self)
          && signs(message).containsAll(wanted);
    }
  }

  /** Addresses and actions of its buttons. */
  private static Set<String> signs(DataObject message) {
    return message.optArray("components").orElseGet(DataArray::empty).stream(DataArray::getObject)
        .flatMap(
            row ->
                row.optArray("components").orElseGet(DataArray::empty).stream(DataArray::getObject))
        .map(button -> button.getString("url", button.getString("custom_id", "")))
        .filter(sign -> !sign.isEmpty())
        .collect(Collectors.toSet());
  }

  private Delivery inChannel(String channel, Sought sought) {
    Rest.Outcome page =
        rest.list(
            Route.Messages.GET_MESSAGE_HISTORY
                .compile(channel)
                .withQueryParams("limit", String.valueOf(A_PAGE)));
    if (!(page instanceof Rest.Outcome.Done(DataObject list))) {
      return notLooked(page);
    }
    return list.getArray(Rest.LIST).stream(DataArray::getObject)
        .filter(sought::is)
        .map(message -> there(channel, message.getString("id")))
        .findFirst()
        .orElseGet(PostedBefore::notThere);
  }

  private Delivery inForum(String forum, String server, Sought sought) {
    Rest.Outcome open = rest.call(Route.Guilds.LIST_ACTIVE_THREADS.compile(server), null);
    if (!(open instanceof Rest.Outcome.Done(DataObject all))) {
      return notLooked(open);
    }
    List<String> ours =
        all.optArray("threads").orElseGet(DataArray::empty).stream(DataArray::getObject)
            .filter(thread -> thread.getString("parent_id", "").equals(forum))
            .filter(thread -> thread.getString("owner_id", "").equals(sought.self))
            .map(thread -> thread.getString("id"))
            .sorted((a, b) -> Long.compareUnsigned(number(b), number(a)))
            .limit(MOST_THREADS)
            .toList();
    for (String thread : ours) {
      // A post's first message has the id of its thread.
      Rest.Outcome first = rest.call(Route.Messages.GET_MESSAGE.compile(thread, thread), null);
      if (first instanceof Rest.Outcome.Done(DataObject message)) {
        if (sought.is(message)) {
          return there(thread, thread);
        }
      } else if (!(first instanceof Rest.Outcome.Refused)) {
        return notLooked(first);
      }
    }
    return notThere();
  }

  private static long number(String id) {
    return Long.parseUnsignedLong(id);
  }

  private static Delivery there(String channel, String message) {
    return new Delivery.Delivered(MessageRef.of(channel, message).id());
  }

  private static Delivery notThere() {
    return new Delivery.Gone("not there");
  }

  /** Looking changes nothing: it can be tried again without anything being done twice. */
  private static Delivery notLooked(Rest.Outcome outcome) {
    Delivery why = Refusals.delivery(outcome, json -> new MessageId("discord:none"));
    return why instanceof Delivery.Failed(String told, _) ? new Delivery.Failed(told, false) : why;
  }
}
