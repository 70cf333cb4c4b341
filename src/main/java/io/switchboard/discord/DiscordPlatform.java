package io.switchboard.discord;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.event.Inbox;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Threads;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.message.Uploads;
import io.switchboard.chat.post.LostPosts;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.discord.hearing.Listening;
import io.switchboard.discord.id.Handle;
import io.switchboard.discord.id.Ids;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.discord.posting.Posting;
import io.switchboard.discord.posting.Reposting;
import io.switchboard.discord.reading.PostedBefore;
import io.switchboard.discord.reading.SaidBefore;
import io.switchboard.discord.speaking.CommandMentions;
import io.switchboard.discord.speaking.Hooks;
import io.switchboard.discord.speaking.InteractionReplies;
import io.switchboard.discord.speaking.PrivateChannels;
import io.switchboard.discord.speaking.Rest;
import io.switchboard.discord.speaking.Sending;
import io.switchboard.discord.speaking.Uploading;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import org.jspecify.annotations.Nullable;

/** Discord: what happens there goes to the inbox, and what is said goes there. */
public final class DiscordPlatform
    implements Messenger,
        Recall.ByReading,
        Posts,
        LostPosts,
        Threads,
        Files,
        Uploads,
        PrivateChats,
        AutoCloseable {
  /** What ids of this platform begin with. */
  public static final String NAME = Ids.PLATFORM;

  private final DiscordSettings settings;
  private final Hooks hooks = new Hooks();
  private final CommandMentions mentions = new CommandMentions();
  private final Rest rest = new Rest(this::jda);
  private final Sending sending = new Sending(rest, hooks);
  private final Uploading uploading = new Uploading(rest);
  private final Reposting reposting = new Reposting(rest);
  private final Posting posting;
  private final InteractionReplies interactions;
  private final Attached attached;
  private volatile @Nullable Connection connection;
  private @Nullable Listening hearing;

  /** Does nothing yet; until {@link #start} every delivery fails. */
  public DiscordPlatform(DiscordSettings settings, InstantSource clock) {
    this.settings = settings;
    interactions = new InteractionReplies(rest, hooks, sending, clock);
    posting = new Posting(rest, sending, clock);
    attached = new Attached(settings, rest);
  }

  /**
   * Connects for speaking only, in the background: for ever with growing pauses while Discord
   * cannot be reached, not at all with a token that Discord does not know. Both are logged. For a
   * process that works beside the one that listens.
   */
  public synchronized void speak() {
    if (connection == null) {
      Connection started = new Connection(settings);
      connection = started;
      started.start();
    }
  }

  /**
   * Connects like {@link #speak}, and hears what happens from now on until {@link #stopHearing};
   * does nothing if it hears already.
   */
  public synchronized void start(Inbox inbox, CommandMenu menu) {
    speak();
    Connection started = connection;
    if (started != null && hearing == null) {
      Listening made = new Listening(inbox, menu, hooks, mentions);
      hearing = made;
      started.listen(made);
    }
  }

  /** Lists these commands from now on, if this process listens. */
  public synchronized void list(CommandMenu menu) {
    if (hearing != null) {
      hearing.list(menu);
    }
  }

  /** Leaves hearing to another process, and goes on speaking. */
  public synchronized void stopHearing() {
    Connection started = connection;
    Listening made = hearing;
    if (started != null && made != null) {
      started.listenNoMore();
      made.close();
      hearing = null;
      // JDA cannot leave the gateway and go on speaking, so one that never was there takes over.
      Connection next = new Connection(settings, started);
      connection = next;
      next.start();
    }
  }

  /** Whether events come in at this moment. */
  public boolean connected() {
    Connection started = connection;
    return started != null && started.connected();
  }

  private @Nullable JDA jda() {
    Connection started = connection;
    return started == null ? null : started.jda();
  }

  /** Hears no more, stores what was heard, and says good-bye. */
  @Override
  public synchronized void close() {
    Connection started = connection;
    if (started != null) {
      started.listenNoMore();
    }
    if (hearing != null) {
      hearing.close();
      hearing = null;
    }
    if (started != null) {
      started.close();
    }
    attached.close();
  }

  @Override
  public String platform() {
    return NAME;
  }

  @Override
  public List<Document> cut(Document whole) {
    return Cut.into(mentions.in(whole), DiscordMarkdown::size, DiscordMarkdown.BOUND);
  }

  @Override
  public Delivery send(Destination to, Reply said, String nonce) {
    Reply reply = mentions.in(said);
    String channel = Ids.channel(to.place());
    return switch (Handle.read(to.handle())) {
      case Handle.Nothing() -> sending.create(channel, null, reply, nonce);
      case Handle.ToMessage(String message) -> sending.create(channel, message, reply, nonce);
      case Handle.ToInteraction interaction ->
          interactions.send(channel, interaction, reply, nonce);
    };
  }

  @Override
  public Delivery said(Destination asked, Reply reply, Recall.Wanted wanted) {
    return new SaidBefore(rest, this::jda).find(asked, mentions.in(reply), wanted);
  }

  /** To a command the bot is shown as thinking; a press is answered for the presser's eyes. */
  @Override
  public boolean owesReply(Destination to) {
    return Handle.read(to.handle()) instanceof Handle.ToInteraction;
  }

  @Override
  public Delivery upload(Destination to, Upload file, Reply caption, String nonce) {
    return Uploading.tooLarge(file).orElseGet(() -> fitting(to, file, mentions.in(caption), nonce));
  }

  private Delivery fitting(Destination to, Upload file, Reply caption, String nonce) {
    String channel = Ids.channel(to.place());
    Handle handle = Handle.read(to.handle());
    if (handle instanceof Handle.ToInteraction interaction) {
      return interactions.send(channel, interaction, file, caption, nonce);
    }
    String answered = handle instanceof Handle.ToMessage(String message) ? message : null;
    return uploading
        .voice(channel, file, caption, nonce)
        .orElseGet(() -> sending.create(channel, answered, caption, nonce, file));
  }

  @Override
  public long mostBytes(Upload.Kind kind) {
    return Uploading.MOST_BYTES;
  }

  @Override
  public Delivery edit(MessageId message, Reply reply) {
    return sending.edit(message, mentions.in(reply));
  }

  @Override
  public Delivery delete(MessageId message) {
    return sending.delete(message);
  }

  @Override
  public void typing(PlaceId place) {
    var _ = rest.call(Route.Channels.SEND_TYPING.compile(Ids.channel(place)), null);
  }

  @Override
  public List<Rate> rates(PlaceId place) {
    return Budgets.of(place);
  }

  @Override
  public Optional<PlaceId> named(String words) {
    return Posting.id(words).filter(id -> words.startsWith("discord-channel:")).map(Ids::place);
  }

  @Override
  public Optional<String> title(String words) {
    return posting.title(words);
  }

  @Override
  public Optional<PlaceId> budget(String channel) {
    return Posting.id(channel).map(Ids::place);
  }

  @Override
  public boolean fits(String channel, Post post) {
    return Posting.fits(channel, post);
  }

  @Override
  public Delivery post(String channel, Post post, String nonce) {
    return posting.post(channel, post, nonce);
  }

  @Override
  public Delivery posted(String channel, Post post, String nonce) {
    return new PostedBefore(rest, this::jda).find(channel, post);
  }

  @Override
  public Reach change(MessageId message, Post post) {
    return reposting.change(message, post);
  }

  @Override
  public Reach withdraw(MessageId message, Reply instead) {
    return reposting.withdraw(message, instead);
  }

  @Override
  public List<String> tags(String channel) {
    return posting.tags(channel);
  }

  @Override
  public Optional<String> channel(String words) {
    return posting.channel(words);
  }

  @Override
  public Optional<PlaceId> privateChat(PersonId person) {
    return new PrivateChannels(rest).with(person);
  }

  /** Discord passes nothing on to a bot: people are led to it, and write there what is to be. */
  @Override
  public Optional<String> chatAddress(String start) {
    return Optional.ofNullable(jda())
        .map(jda -> "https://discord.com/users/" + jda.getSelfUser().getId());
  }

  @Override
  public Optional<PlaceId> open(MessageId from, String title) {
    return posting.open(from, title);
  }

  @Override
  public Fetched fetch(Attachment attachment, long mostBytes) {
    return attached.fetch(attachment, mostBytes);
  }
}
