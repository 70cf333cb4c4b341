package io.switchboard.discord.posting;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Reach;
import io.switchboard.discord.id.MessageRef;
import io.switchboard.discord.speaking.MessageBody;
import io.switchboard.discord.speaking.Refusals;
import io.switchboard.discord.speaking.Rest;
import io.switchboard.markup.PlainText;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Changes posts and takes them away. A post in a forum is a thread whose first message has its id;
 * once Discord has archived it, it must be opened before it can be changed.
 */
public final class Reposting {
  private static final String ARCHIVED = "archived";

  private final Rest rest;

  public Reposting(Rest rest) {
    this.rest = rest;
  }

  /** Changes; see {@link io.switchboard.chat.post.Posts#change}. */
  public Reach change(MessageId id, Post post) {
    MessageRef ref = MessageRef.read(id);
    return isForum(ref) ? inForum(ref, post) : inChannel(ref, post);
  }

  private static boolean isForum(MessageRef ref) {
    return ref.channel().equals(ref.message());
  }

  private Reach inChannel(MessageRef ref, Post post) {
    Rest.Outcome outcome = edit(ref, Card.of(post));
    return reach(
        Refusals.noCard(outcome)
            ? edit(
                ref,
                new Card.Message(
                    MessageBody.of(Card.plain(post)).put("embeds", DataArray.empty()), null))
            : outcome);
  }

  private Reach inForum(MessageRef ref, Post post) {
    return inThread(ref, post.title(), Card.inForum(post.body()));
  }

  private Reach inThread(MessageRef ref, String title, Card.Message message) {
    Rest.Outcome asked = rest.call(Route.Channels.GET_CHANNEL.compile(ref.channel()), null);
    if (!(asked instanceof Rest.Outcome.Done(DataObject thread))) {
      return reach(asked);
    }
    boolean archived =
        thread
            .optObject("thread_metadata")
            .map(about -> about.getBoolean(ARCHIVED, false))
            .orElse(false);
    String name = Names.fit(title, Names.CHANNEL);
    boolean renamed = !name.equals(thread.getString("name", ""));
    if (archived || renamed) {
      DataObject now = DataObject.empty();
      if (archived) {
        now.put(ARCHIVED, false);
      }
      if (renamed) {
        now.put("name", name);
      }
      Rest.Outcome opened = modify(ref, now);
      // The rarely allowed new name can come later; the text should not wait for it.
      if (!(opened instanceof Rest.Outcome.Done) && archived) {
        return reach(opened);
      }
    }
    Rest.Outcome outcome = edit(ref, message);
    if (archived) {
      var _ = modify(ref, DataObject.empty().put(ARCHIVED, true));
    }
    return reach(outcome);
  }

  /** Withdraws; see {@link io.switchboard.chat.post.Posts#withdraw}. */
  public Reach withdraw(MessageId id, Reply instead) {
    MessageRef ref = MessageRef.read(id);
    if (!isForum(ref)) {
      return reach(
          rest.call(Route.Messages.DELETE_MESSAGE.compile(ref.channel(), ref.message()), null));
    }
    Rest.Outcome deleted = rest.call(Route.Channels.DELETE_CHANNEL.compile(ref.channel()), null);
    if (!Refusals.noAccess(deleted)) {
      return reach(deleted);
    }
    // Only moderators delete threads; of its own the bot can take away what they say.
    String title = PlainText.of(instead.body()).strip();
    Reach emptied = inThread(ref, title, Card.inForum(instead));
    if (emptied instanceof Reach.Done) {
      var _ = modify(ref, DataObject.empty().put(ARCHIVED, true));
    }
    return emptied;
  }

  /** Of the files that it had before, none stays. */
  private Rest.Outcome edit(MessageRef ref, Card.Message message) {
    DataObject body = message.body();
    if (message.picture() == null) {
      body.put("attachments", DataArray.empty());
    }
    return rest.call(
        Route.Messages.EDIT_MESSAGE.compile(ref.channel(), ref.message()), body, message.picture());
  }

  private Rest.Outcome modify(MessageRef ref, @Nullable DataObject body) {
    return rest.call(Route.Channels.MODIFY_CHANNEL.compile(ref.channel()), body);
  }

  private static Reach reach(Rest.Outcome outcome) {
    return switch (outcome) {
      case Rest.Outcome.Done done -> new Reach.Done();
      case Rest.Outcome.Later later -> new Reach.Later(later.retryAfter());
      case Rest.Outcome.Unreachable unreachable -> new Reach.Unknown(unreachable.why());
      case Rest.Outcome.Refused refused ->
          Refusals.isAway(refused)
              ? new Reach.Missing()
              : Refusals.wait(refused)
                  .<Reach>map(Reach.Later::new)
                  .orElseGet(() -> new Reach.Barred(refused.why()));
    };
  }
}
