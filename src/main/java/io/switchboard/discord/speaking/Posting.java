package io.switchboard.discord.speaking;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.discord.formula.Pictured;
import io.switchboard.discord.id.Ids;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.Block;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Posts in community channels and opens threads. */
public final class Posting {
  private static final int NAME = 100;
  private static final int A_DAY_IN_MINUTES = 1440;

  private final Rest rest;
  private final Sending sending;

  /** Posts by these calls. */
  public Posting(Rest rest, Sending sending) {
    this.rest = rest;
    this.sending = sending;
  }

  /** Posts; see {@link io.switchboard.chat.message.Posts#post}. */
  public Delivery post(String channel, String title, Reply body, String nonce) {
    String id = channel.substring(channel.indexOf(':') + 1);
    return switch (channel.substring(0, Math.max(0, channel.indexOf(':')))) {
      case "discord-channel" -> sending.create(id, null, titled(title, body), nonce);
      case "discord-forum" -> inForum(id, title, body);
      default -> new Delivery.Gone("not a channel on Discord: " + channel);
    };
  }

  /** A message headed by its title, the body cut where both together would be too long. */
  private static Reply titled(String title, Reply body) {
    Document head =
        new Document(List.of(new Block.Heading(2, List.of(new Inline.Text(name(title))))));
    Document whole = head.and(body.body());
    if (DiscordMarkdown.size(whole) > DiscordMarkdown.BOUND) {
      Document more = Document.plain("…");
      int room = DiscordMarkdown.BOUND - DiscordMarkdown.size(more) - 2;
      whole = Cut.into(whole, DiscordMarkdown::size, room).getFirst().and(more);
    }
    return new Reply(whole, body.buttons(), false);
  }

  private Delivery inForum(String forum, String title, Reply body) {
    Route.CompiledRoute route = Route.Channels.CREATE_THREAD.compile(forum);
    Pictured pictured = Pictured.of(body);
    Upload picture = pictured.picture();
    DataObject message = MessageBody.of(pictured.reply(), "", picture);
    DataObject json = DataObject.empty().put("name", name(title)).put("message", message);
    Rest.Outcome outcome = rest.call(route, json, picture);
    if (Refusals.is(outcome, Refusals.TAG_REQUIRED)) {
      Rest.Outcome asked = rest.call(Route.Channels.GET_CHANNEL.compile(forum), null);
      if (asked instanceof Rest.Outcome.Done(DataObject channel)) {
        DataArray tags = channel.optArray("available_tags").orElseGet(DataArray::empty);
        if (!tags.isEmpty()) {
          String first = tags.getObject(0).getString("id");
          json.put("applied_tags", DataArray.empty().add(first));
          outcome = rest.call(route, json, picture);
        }
      }
    }
    // A post's first message has the id of its thread.
    return Refusals.delivery(
        outcome, thread -> MessageRef.of(thread.getString("id"), thread.getString("id")).id());
  }

  /** Opens a thread; see {@link io.switchboard.chat.message.Threads#open}. */
  public Optional<PlaceId> open(MessageId from, String title) {
    MessageRef ref = MessageRef.read(from);
    Rest.Outcome outcome =
        rest.call(
            Route.Channels.CREATE_THREAD_FROM_MESSAGE.compile(ref.channel(), ref.message()),
            DataObject.empty()
                .put("name", name(title))
                .put("auto_archive_duration", A_DAY_IN_MINUTES));
    if (outcome instanceof Rest.Outcome.Done(DataObject thread)) {
      return Optional.of(Ids.place(thread.getString("id")));
    }
    // A thread has the id of the message that it was opened from.
    return Refusals.is(outcome, Refusals.THREAD_EXISTS)
        ? Optional.of(Ids.place(ref.message()))
        : Optional.empty();
  }

  private static String name(String title) {
    String line = title.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "…";
    }
    if (line.length() <= NAME) {
      return line;
    }
    int end = NAME - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
