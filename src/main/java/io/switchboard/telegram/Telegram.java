package io.switchboard.telegram;

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
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Drafts;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.message.Uploads;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.http.Routes;
import io.switchboard.markup.Document;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.menu.KeepMenus;
import io.switchboard.telegram.menu.ShownMenus;
import io.switchboard.telegram.posting.Posting;
import io.switchboard.telegram.send.Forms;
import io.switchboard.telegram.send.Memory;
import io.switchboard.telegram.send.Speaker;
import io.switchboard.telegram.send.Uploading;
import io.switchboard.telegram.sent.LookBehind;
import io.switchboard.telegram.webhook.Webhook;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telegram as a chat platform. Sending works from the beginning; {@link #start} makes it listen,
 * and never fails: while Telegram cannot be reached it is tried again for ever.
 */
public final class Telegram
    implements Messenger, Recall, Posts, Drafts, Files, Uploads, PrivateChats, AutoCloseable {
  private final TelegramSettings settings;
  private final InstantSource clock;
  private final BotApi api;
  private final Forms forms;
  private final LookBehind looking;
  private final Speaker speaker;
  private final Uploading uploading;
  private final Posting posting;
  private final Sent sent;
  private final PrivateDoor door;
  private final Kept kept;
  private volatile @Nullable Listening listening;

  /**
   * What outlives the process; each null where there is no database.
   *
   * @param webhook where updates are brought, and kept until they are understood
   * @param menus whose chats have lists of commands of their own
   */
  public record Kept(@Nullable Webhook webhook, @Nullable ShownMenus menus) {}

  /** One that remembers nothing of the server. */
  public Telegram(TelegramSettings settings, InstantSource clock, @Nullable Webhook webhook) {
    this(settings, clock, new Kept(webhook, null), Memory.none());
  }

  /**
   * One that listens as the settings say.
   *
   * @param memory of what the server understands
   */
  public Telegram(TelegramSettings settings, InstantSource clock, Kept kept, Memory memory) {
    this.kept = kept;
    this.forms = new Forms(memory, clock);
    this.settings = settings;
    this.clock = clock;
    this.api = new BotApi(settings.token(), settings.apiUrl());
    this.looking = new LookBehind(api, clock);
    this.speaker = new Speaker(api, forms, looking, clock);
    this.uploading = new Uploading(api, speaker);
    this.posting = new Posting(api, speaker);
    this.sent = new Sent(settings, api);
    this.door = new PrivateDoor(api, clock);
  }

  /**
   * Lists these commands from now on, if this process listens.
   *
   * @param own what those who may do more find in their private chats; nobody else finds more than
   *     all do
   */
  public synchronized void list(CommandMenu menu, List<OwnMenu> own) {
    if (listening != null) {
      listening.list(menu, own);
    }
  }

  /** Begins to listen, in the background; does nothing if it does already. */
  public synchronized void start(Inbox inbox, CommandMenu menu, List<OwnMenu> own) {
    if (listening == null) {
      listening =
          new Listening(
              settings, api, clock, kept.webhook(), new KeepMenus(api, kept.menus()), looking);
      listening.list(menu, own);
      listening.start(inbox);
    }
  }

  /** The same where nobody may do more than others. */
  public void start(Inbox inbox, CommandMenu menu) {
    start(inbox, menu, List.of());
  }

  /**
   * Stops listening, after what has come is stored, and goes on speaking. What is said from now on
   * waits at Telegram for whoever listens next.
   */
  public synchronized void stopHearing() {
    if (listening != null) {
      listening.close();
      listening = null;
    }
  }

  /** Answers on the web server, if updates are brought there. */
  public void on(Routes routes) {
    Webhook webhook = kept.webhook();
    if (webhook != null && settings.mode() == TelegramSettings.Mode.WEBHOOK) {
      webhook.on(routes);
    }
  }

  /** Whether updates come in at this moment. */
  public boolean connected() {
    Listening now = listening;
    return now != null && now.connected();
  }

  /** Stops listening, after what has come is stored, and then stops speaking. */
  @Override
  public void close() {
    stopHearing();
    sent.close();
    api.close();
  }

  @Override
  public String platform() {
    return ChatAddress.PLATFORM;
  }

  @Override
  public List<Document> cut(Document whole) {
    return forms.cut(whole);
  }

  @Override
  public Delivery send(Destination to, Reply reply, String nonce) {
    return speaker.send(to, reply);
  }

  @Override
  public String bookmark(Destination to, Reply reply) {
    return looking.bookmark(to, reply);
  }

  @Override
  public void remember(Destination asked, List<MessageId> shown) {
    looking.remember(asked, shown);
  }

  @Override
  public void forget(MessageId sent) {
    looking.forget(sent);
  }

  @Override
  public Look look(PlaceId place, String bookmark, Recall.Wanted wanted) {
    return looking.look(ChatAddress.of(place), bookmark, wanted);
  }

  @Override
  public String between(MessageId sign, MessageId sent, String bookmark) {
    return looking.between(sign, sent, bookmark);
  }

  @Override
  public Delivery edit(MessageId message, Reply reply) {
    return speaker.edit(message, reply);
  }

  @Override
  public Delivery upload(Destination to, Upload file, Reply caption, String nonce) {
    return uploading.upload(to, file, caption);
  }

  @Override
  public long mostBytes(Upload.Kind kind) {
    return Uploading.mostBytes(kind);
  }

  @Override
  public Delivery delete(MessageId message) {
    return speaker.delete(message);
  }

  @Override
  public Optional<PlaceId> named(String words) {
    return words.matches("telegram-chat:-?\\d{1,18}(/\\d{1,9})?")
        ? Optional.of(ChatAddress.ofChannel(words).place())
        : Optional.empty();
  }

  @Override
  public Optional<String> title(String words) {
    return named(words).flatMap(posting::title);
  }

  @Override
  public Optional<PlaceId> budget(String channel) {
    return named(channel);
  }

  @Override
  public boolean fits(String channel, Post post) {
    return speaker.fits(Posting.whole(post));
  }

  @Override
  public Delivery post(String channel, Post post, String nonce) {
    return posting.post(channel, post);
  }

  @Override
  public Reach change(MessageId message, Post post) {
    return posting.change(message, post);
  }

  @Override
  public Reach withdraw(MessageId message, Reply instead) {
    return posting.withdraw(message, instead);
  }

  @Override
  public Optional<String> channel(String words) {
    return named(words).filter(place -> posting.sees(place)).map(place -> words);
  }

  /** In a channel nobody can be answered alone: the button leads to the private chat. */
  @Override
  public Optional<Button> inPrivate(String label, String start) {
    return door.address(start).map(address -> new Button.Link(label, address));
  }

  @Override
  public boolean draft(PlaceId place, long draftId, Document body) {
    return speaker.draft(ChatAddress.of(place), draftId, body);
  }

  @Override
  public List<Rate> draftRates(PlaceId place) {
    ChatAddress where = ChatAddress.of(place);
    return speaker.drafts(where) ? Budgets.ofDrafts(where) : List.of();
  }

  @Override
  public void typing(PlaceId place) {
    speaker.typing(ChatAddress.of(place));
  }

  @Override
  public List<Rate> rates(PlaceId place) {
    return Budgets.of(ChatAddress.of(place));
  }

  @Override
  public Fetched fetch(Attachment attachment, long mostBytes) {
    return sent.fetch(attachment, mostBytes);
  }

  /** A private chat has the number of the person. */
  @Override
  public Optional<PlaceId> privateChat(PersonId person) {
    return Optional.of(new PlaceId(person.value()));
  }

  @Override
  public Optional<String> chatAddress(String start) {
    return door.address(start);
  }
}
