package io.switchboard.sandbox;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Threads;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.message.Uploads;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.db.Database;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Html;
import io.switchboard.markup.PlainText;
import io.switchboard.markup.html.WithMathMl;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sandbox, as seen by those who have something to say there. */
public final class SandboxPlatform implements PrivateChats, Messenger, Posts, Threads, Uploads {
  /** Begins all its ids. */
  public static final String NAME = "sandbox";

  /** The most characters of a message, as Discord has it. */
  static final int BOUND = 2_000;

  private final SandboxTable table;
  private final InstantSource time;
  private final SandboxFiles files;
  private final Watchers watchers;

  public SandboxPlatform(Database database, InstantSource time) {
    this.table = new SandboxTable(database);
    this.files = new SandboxFiles(database);
    this.watchers = new Watchers(table, files);
    this.time = time;
  }

  SandboxTable table() {
    return table;
  }

  SandboxFiles files() {
    return files;
  }

  Watchers watchers() {
    return watchers;
  }

  InstantSource time() {
    return time;
  }

  @Override
  public String platform() {
    return NAME;
  }

  @Override
  public List<Document> cut(Document whole) {
    return Cut.into(whole, document -> PlainText.of(document).length(), BOUND);
  }

  @Override
  public Delivery send(Destination to, Reply reply, String nonce) {
    if (!SandboxPlaces.exists(to.place())) {
      return new Delivery.Gone("there is no " + to.place() + " in the sandbox");
    }
    Handle handle = Handle.parse(to.handle());
    return add(to.place(), "", reply, handle, "bot:" + to.place() + ":" + nonce, null);
  }

  @Override
  public Delivery upload(Destination to, Upload file, Reply caption, String nonce) {
    if (!SandboxPlaces.exists(to.place())) {
      return new Delivery.Gone("there is no " + to.place() + " in the sandbox");
    }
    if (file.content().length > SandboxFiles.MOST_BYTES) {
      return new Delivery.Gone("the sandbox takes no file of over 10 MiB");
    }
    String key = "bot:" + to.place() + ":" + nonce;
    return add(to.place(), "", caption, Handle.parse(to.handle()), key, file);
  }

  @Override
  public long mostBytes(Upload.Kind kind) {
    return SandboxFiles.MOST_BYTES;
  }

  @Override
  public Optional<PlaceId> named(String words) {
    return SandboxPlaces.named(words);
  }

  @Override
  public Optional<String> title(String words) {
    return SandboxPlaces.title(words);
  }

  @Override
  public Optional<PlaceId> budget(String channel) {
    return SandboxPlaces.named(channel).filter(SandboxPlaces.COMMUNITY::equals);
  }

  @Override
  public boolean fits(String channel, Post post) {
    return PlainText.of(whole(post).body()).length() <= BOUND;
  }

  @Override
  public Delivery post(String channel, Post post, String nonce) {
    if (!channel.equals(SandboxPlaces.COMMUNITY_CHANNEL)) {
      return new Delivery.Gone("there is no " + channel + " in the sandbox");
    }
    return add(
        SandboxPlaces.COMMUNITY, post.title(), whole(post), Handle.NONE, "post:" + nonce, null);
  }

  /** With its tags at the foot. */
  private static Reply whole(Post post) {
    Reply body = post.body();
    return post.tags().isEmpty()
        ? body
        : new Reply(
            body.body().and(Document.plain(String.join(" · ", post.tags()))),
            body.buttons(),
            false);
  }

  @Override
  public Reach change(MessageId message, Post post) {
    return change(message, post.title(), whole(post)) instanceof Delivery.Delivered
        ? new Reach.Done()
        : new Reach.Missing();
  }

  @Override
  public Reach withdraw(MessageId message, Reply instead) {
    return delete(message) instanceof Delivery.Delivered ? new Reach.Done() : new Reach.Missing();
  }

  @Override
  public Optional<String> channel(String words) {
    return budget(words).map(place -> words);
  }

  private Delivery add(
      PlaceId place, String title, Reply reply, Handle handle, String key, @Nullable Upload file) {
    SandboxMessage.Content content = content(title, reply);
    if (content.text().length() > BOUND) {
      return new Delivery.Gone("a message has at most " + BOUND + " characters");
    }
    PersonId onlyFor = reply.personal() ? handle.person() : null;
    SandboxMessage message =
        table.add(
            place,
            content,
            new SandboxMessage.Context(
                SandboxMessage.BOT, onlyFor, handle.message(), time.instant()),
            key);
    if (file != null) {
      files.keep(message.id(), file);
    }
    watchers.show(message);
    return new Delivery.Delivered(message.messageId());
  }

  @Override
  public Delivery edit(MessageId message, Reply reply) {
    return change(message, find(message).map(before -> before.content().title()).orElse(""), reply);
  }

  private Delivery change(MessageId message, String title, Reply reply) {
    Optional<SandboxMessage> before = find(message);
    if (before.isEmpty() || !before.get().byBot()) {
      return new Delivery.Gone("there is no such message of the bot");
    }
    SandboxMessage.Content content = content(title, reply);
    if (content.text().length() > BOUND) {
      return new Delivery.Gone("a message has at most " + BOUND + " characters");
    }
    if (content.equals(before.get().content())) {
      return new Delivery.Delivered(message);
    }
    Optional<SandboxMessage> after = table.edit(before.get().id(), content);
    after.ifPresent(watchers::show);
    return after.isPresent()
        ? new Delivery.Delivered(message)
        : new Delivery.Gone("there is no such message");
  }

  @Override
  public Delivery delete(MessageId message) {
    Optional<SandboxMessage> before = find(message);
    if (before.isEmpty() || !table.delete(before.get().id())) {
      return new Delivery.Gone("there is no such message");
    }
    files.drop(before.get().id());
    watchers.gone(before.get());
    return new Delivery.Delivered(message);
  }

  @Override
  public void typing(PlaceId place) {
    watchers.typing(place);
  }

  @Override
  public List<Rate> rates(PlaceId place) {
    return SandboxPlaces.rates(place);
  }

  @Override
  public Optional<PlaceId> open(MessageId from, String title) {
    return find(from)
        .filter(message -> message.place().equals(SandboxPlaces.DISCORD))
        .map(
            message -> {
              String cut = title.substring(0, Math.min(100, title.length()));
              String kept = table.openThread(message.id(), cut);
              PlaceId thread = SandboxPlaces.thread(message.id());
              watchers.thread(thread, kept);
              return thread;
            });
  }

  private Optional<SandboxMessage> find(MessageId message) {
    return SandboxMessage.number(message.value()).flatMap(table::find);
  }

  private static SandboxMessage.Content content(String title, Reply reply) {
    String html = WithMathMl.in(Html.of(reply.body()));
    return new SandboxMessage.Content(title, PlainText.of(reply.body()), html, reply.buttons());
  }

  /** What stands in a destination: the message replied to, and who asked. */
  record Handle(@Nullable MessageId message, @Nullable PersonId person) {
    static final Handle NONE = new Handle(null, null);

    static Handle parse(String text) {
      int space = text.indexOf(' ');
      if (space < 0) {
        return NONE;
      }
      String message = text.substring(0, space);
      String person = text.substring(space + 1);
      return new Handle(
          message.isEmpty() ? null : new MessageId(message),
          person.isEmpty() ? null : new PersonId(person));
    }

    @Override
    public String toString() {
      return (message == null ? "" : message.value())
          + " "
          + (person == null ? "" : person.value());
    }
  }

  @Override
  public Optional<PlaceId> privateChat(PersonId person) {
    return SandboxPeople.all().stream()
        .filter(played -> played.id().equals(person))
        .findFirst()
        .map(SandboxPeople::privateChat);
  }

  /** The sandbox is one page; nothing is passed on there. */
  @Override
  public Optional<String> chatAddress(String start) {
    return Optional.empty();
  }
}
