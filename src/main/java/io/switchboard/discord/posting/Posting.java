package io.switchboard.discord.posting;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.post.Post;
import io.switchboard.discord.id.Ids;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.discord.speaking.MessageBody;
import io.switchboard.discord.speaking.Refusals;
import io.switchboard.discord.speaking.Rest;
import io.switchboard.discord.speaking.Sending;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Posts in community channels and opens threads. */
public final class Posting {
  private static final String CHANNEL = "discord-channel:";
  private static final String FORUM = "discord-forum:";
  private static final int A_DAY_IN_MINUTES = 1440;

  private final Rest rest;
  private final Sending sending;
  private final Forums forums;

  /** Posts by these calls. */
  public Posting(Rest rest, Sending sending, InstantSource clock) {
    this.rest = rest;
    this.sending = sending;
    this.forums = new Forums(rest, clock);
  }

  /** The channel's id, if that is what the words name. */
  public static Optional<String> id(String channel) {
    return channel.matches("discord-(channel|forum):\\d{1,20}")
        ? Optional.of(channel.substring(channel.indexOf(':') + 1))
        : Optional.empty();
  }

  /** Whether posts are made as threads in a channel that Discord describes so. */
  public static boolean isForum(DataObject channel) {
    return Forums.isForum(channel);
  }

  /** Whether a post is short enough: a forum's is a message of its own, a channel's a card. */
  public static boolean fits(String channel, Post post) {
    return channel.startsWith(FORUM)
        ? DiscordMarkdown.size(post.body().body()) <= DiscordMarkdown.BOUND
        : Card.fits(post);
  }

  /** Posts; see {@link io.switchboard.chat.post.Posts#post}. */
  public Delivery post(String channel, Post post, String nonce) {
    Optional<String> id = id(channel);
    if (id.isEmpty()) {
      return new Delivery.Gone("not a channel on Discord: " + channel);
    }
    return channel.startsWith(FORUM) ? inForum(id.get(), post) : inChannel(id.get(), post, nonce);
  }

  private Delivery inChannel(String channel, Post post, String nonce) {
    Card.Message card = Card.of(post);
    Rest.Outcome outcome =
        rest.call(
            Route.Messages.SEND_MESSAGE.compile(channel),
            card.body().put("nonce", nonce).put("enforce_nonce", true),
            card.picture());
    if (Refusals.is(outcome, Refusals.NO_TEXT_CHANNEL)) {
      return inForum(channel, post);
    }
    return Refusals.noCard(outcome)
        ? sending.create(channel, null, Card.plain(post), nonce)
        : Refusals.delivery(outcome, json -> Sending.id(channel, json));
  }

  private Delivery inForum(String forum, Post post) {
    Optional<Forums.Forum> known = forums.of(forum);
    Rest.Outcome outcome = inForum(forum, post, known);
    if (Refusals.is(outcome, Refusals.TAG_REQUIRED) || Refusals.is(outcome, Refusals.FORM)) {
      // The forum's tags are not what they were.
      outcome = inForum(forum, post, forums.ask(forum));
    }
    // A post's first message has the id of its thread.
    return Refusals.delivery(
        outcome, thread -> MessageRef.of(thread.getString("id"), thread.getString("id")).id());
  }

  private Rest.Outcome inForum(String forum, Post post, Optional<Forums.Forum> known) {
    Card.Message first = Card.inForum(post.body());
    DataObject json =
        DataObject.empty()
            .put("name", Names.fit(post.title(), Names.CHANNEL))
            .put("message", first.body());
    List<String> tags = known.map(f -> f.ids(post.tags())).orElse(List.of());
    if (!tags.isEmpty()) {
      json.put("applied_tags", DataArray.fromCollection(tags));
    }
    Route.CompiledRoute route = Route.Channels.CREATE_THREAD.compile(forum);
    Rest.Outcome outcome = rest.call(route, json, first.picture());
    // Perhaps files may not be sent there.
    return first.picture() != null && Refusals.noAccess(outcome)
        ? rest.call(route, json.put("message", MessageBody.of(post.body())))
        : outcome;
  }

  /** The tags of a forum. */
  public List<String> tags(String channel) {
    return channel.startsWith(FORUM)
        ? id(channel)
            .flatMap(forums::of)
            .map(forum -> forum.tags().stream().map(Forums.Tag::name).toList())
            .orElse(List.of())
        : List.of();
  }

  /** A channel or a forum, whatever it was called. */
  public Optional<String> channel(String words) {
    return id(words)
        .flatMap(id -> forums.ask(id).map(told -> (told.forum() ? FORUM : CHANNEL) + id));
  }

  /** What a place is called; see {@link io.switchboard.chat.message.Messenger#title}. */
  public Optional<String> title(String words) {
    return new AskTitle(rest).of(words);
  }

  /** Opens a thread; see {@link io.switchboard.chat.message.Threads#open}. */
  public Optional<PlaceId> open(MessageId from, String title) {
    MessageRef ref = MessageRef.read(from);
    Rest.Outcome outcome =
        rest.call(
            Route.Channels.CREATE_THREAD_FROM_MESSAGE.compile(ref.channel(), ref.message()),
            DataObject.empty()
                .put("name", Names.fit(title, Names.CHANNEL))
                .put("auto_archive_duration", A_DAY_IN_MINUTES));
    if (outcome instanceof Rest.Outcome.Done(DataObject thread)) {
      return Optional.of(Ids.place(thread.getString("id")));
    }
    // A thread has the id of the message that it was opened from.
    return Refusals.is(outcome, Refusals.THREAD_EXISTS)
        ? Optional.of(Ids.place(ref.message()))
        : Optional.empty();
  }
}
