package io.switchboard.community.post;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.post.LostPosts;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.CopyRow;
import io.switchboard.markup.Inline;
import io.switchboard.member.MemberId;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** The channels, as they are called over their platforms when their budgets allow. */
public final class Channels {
  private final Messengers messengers;
  private final Outbox outbox;
  private final Switches switches;
  private final PostText text;

  public Channels(Messengers messengers, Outbox outbox, Switches switches, PostText text) {
    this.messengers = messengers;
    this.outbox = outbox;
    this.switches = switches;
    this.text = text;
  }

  /** The platform of a channel. */
  public Optional<Posts> posts(String channel) {
    return messengers.all().stream()
        .filter(m -> m instanceof Posts posts && posts.budget(channel).isPresent())
        .map(Posts.class::cast)
        .findFirst();
  }

  /** The names of the tags that authors can choose, in all channels together. */
  public List<String> tags() {
    return Stream.concat(
            switches.settings().tags().stream(),
            switches.channels().stream()
                .flatMap(c -> posts(c).map(p -> p.tags(c)).orElse(List.of()).stream()))
        .distinct()
        .toList();
  }

  /** How the configuration writes the channel that somebody named; empty if there is none. */
  public Optional<String> named(String words) {
    return posts(words).flatMap(posts -> posts.channel(words));
  }

  /** A channel, as people call it. May ask its platform, which is asked while it can be reached. */
  public Inline.Channel called(String channel) {
    return messengers.called(channel);
  }

  /** The language that is spoken in a channel. */
  public Locale language(String channel, MemberId owner) {
    return switches.language(channel).orElseGet(() -> text.language(owner));
  }

  /** The private chat with somebody, if their platform has one. */
  public Optional<PlaceId> privateChat(PersonId person) {
    return messengers.of(person.platform()).orElse(null) instanceof PrivateChats chats
        ? chats.privateChat(person)
        : Optional.empty();
  }

  /**
   * Posts.
   *
   * @param perhapsThere whether it may have been done before: then it is looked for, and where that
   *     cannot be done it is not posted a second time
   */
  Delivery make(CopyRow copy, Wish.Show show, MemberId owner, boolean perhapsThere) {
    String channel = copy.channel();
    Delivery made =
        send(
            channel,
            copy.nonce(),
            posts -> {
              Post post = text.post(posts, channel, told(channel, show, owner));
              Optional<Delivery> there =
                  perhapsThere ? look(posts, channel, post, copy) : Optional.empty();
              return there.orElseGet(() -> posts.post(channel, post, copy.nonce()));
            });
    if (made instanceof Delivery.Delivered) {
      // Whoever is told of it when it is out of reach should read its name.
      var _ = called(channel);
    }
    return made;
  }

  /** Whether it can be looked there for a post that was perhaps made. */
  boolean canLook(String channel) {
    return posts(channel).filter(LostPosts.class::isInstance).isPresent();
  }

  /** Empty if it is not there. */
  private static Optional<Delivery> look(Posts posts, String channel, Post post, CopyRow copy) {
    Delivery seen =
        posts instanceof LostPosts lost
            ? lost.posted(channel, post, copy.nonce())
            : new Delivery.Failed("nobody can look whether it is there", true);
    return seen instanceof Delivery.Gone ? Optional.empty() : Optional.of(seen);
  }

  /** Does something that makes a message in a channel; tries nothing again that may be there. */
  public Delivery send(String channel, Object about, Function<Posts, Delivery> act) {
    Optional<PlaceId> place = posts(channel).flatMap(posts -> posts.budget(channel));
    return place.isEmpty()
        ? new Delivery.Gone(Standing.Out.OFF)
        : outbox.once(Priority.REPLY, place.get(), about, m -> act.apply((Posts) m));
  }

  Reach bring(CopyRow copy, MessageId message, Wish wish, MemberId owner) {
    String channel = copy.channel();
    Optional<PlaceId> place = posts(channel).flatMap(posts -> posts.budget(channel));
    if (place.isEmpty()) {
      return new Reach.Barred(Standing.Out.OFF);
    }
    AtomicReference<Reach> reached = new AtomicReference<>(new Reach.Unknown("it was not asked"));
    Delivery last =
        outbox.once(
            Priority.REPLY,
            place.get(),
            message,
            m -> {
              Reach reach = bring((Posts) m, channel, message, wish, owner);
              reached.set(reach);
              return reach instanceof Reach.Later(var pause)
                  ? new Delivery.Throttled(pause)
                  : new Delivery.Delivered(message);
            });
    Reach reach = Objects.requireNonNull(reached.get());
    return last instanceof Delivery.Delivered || reach instanceof Reach.Later
        ? reach
        : new Reach.Unknown(String.valueOf(last));
  }

  private Reach bring(Posts posts, String channel, MessageId message, Wish wish, MemberId owner) {
    Locale locale = language(channel, owner);
    return switch (wish) {
      case Wish.Show show ->
          posts.change(message, text.post(posts, channel, told(channel, show, owner)));
      case Wish.End end -> posts.change(message, text.ended(locale));
      case Wish.Away away -> posts.withdraw(message, text.withdrawn(locale));
      case Wish.Leave leave -> new Reach.Done();
    };
  }

  private PostText.Told told(String channel, Wish.Show show, MemberId owner) {
    return new PostText.Told(show.seen(), show.tags(), language(channel, owner));
  }
}
