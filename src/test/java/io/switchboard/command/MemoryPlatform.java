package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.message.Uploads;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Posts;
import io.switchboard.chat.post.Reach;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A platform in memory: what it shows is what a person would see, and it is as strict as the real
 * ones.
 */
public final class MemoryPlatform implements Messenger, Posts, Files, Uploads, PrivateChats {
  private static final int LONGEST = 2000;

  private final Map<MessageId, Shown> messages = new LinkedHashMap<>();
  private final Map<String, MessageId> nonces = new HashMap<>();
  private int numbers;

  @Override
  public Optional<PlaceId> privateChat(PersonId person) {
    return Optional.of(new PlaceId(person.value().replace("memory:", "memory:with-")));
  }

  @Override
  public Optional<String> chatAddress(String start) {
    return Optional.empty();
  }

  @Override
  public Optional<String> title(String words) {
    return words.startsWith("memory-") ? Optional.of("The garden") : Optional.empty();
  }

  /** A message as it is shown now. */
  public record Shown(MessageId id, PlaceId place, Reply reply) {
    public String text() {
      return PlainText.of(reply.body());
    }

    Button.Press button(String label) {
      return presses().stream()
          .filter(press -> press.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no button " + label + " under " + text()));
    }

    List<Button.Press> presses() {
      return reply.buttons().stream()
          .flatMap(List::stream)
          .filter(Button.Press.class::isInstance)
          .map(Button.Press.class::cast)
          .toList();
    }

    List<String> labels() {
      return presses().stream().map(Button.Press::label).toList();
    }
  }

  private volatile Consumer<Reply> whenSent = reply -> {};
  private volatile Function<MessageId, Optional<Reach>> withdrawing = message -> Optional.empty();
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<Upload> uploads = new ArrayList<>();

  /** A file that a message can come with. */
  synchronized void file(String reference, byte[] content) {
    files.put(reference, content);
  }

  synchronized Upload uploaded() {
    return uploads.getLast();
  }

  synchronized String uploadedText() {
    return new String(uploads.getLast().content(), StandardCharsets.UTF_8);
  }

  @Override
  public synchronized Fetched fetch(Attachment attachment, long mostBytes) {
    byte[] content = files.get(attachment.reference());
    return content == null
        ? new Fetched.Gone("no such file")
        : content.length > mostBytes ? new Fetched.TooLarge() : new Fetched.Whole(content);
  }

  @Override
  public synchronized Delivery upload(Destination to, Upload file, Reply caption, String nonce) {
    uploads.add(file);
    return send(to, caption, nonce);
  }

  @Override
  public long mostBytes(Upload.Kind kind) {
    return 10_000_000;
  }

  public synchronized List<Shown> in(PlaceId place) {
    return messages.values().stream().filter(shown -> shown.place().equals(place)).toList();
  }

  synchronized Shown last(PlaceId place) {
    assertThat(in(place)).as("messages in " + place).isNotEmpty();
    return in(place).getLast();
  }

  synchronized Shown message(MessageId id) {
    return messages.get(id);
  }

  /** Nothing was ever said. */
  synchronized void forget() {
    messages.clear();
  }

  synchronized String everything() {
    return messages.values().stream().map(Shown::text).collect(Collectors.joining("\n"));
  }

  @Override
  public String platform() {
    return "memory";
  }

  @Override
  public Optional<PlaceId> named(String words) {
    return words.startsWith("memory-channel:")
        ? Optional.of(new PlaceId("memory:" + words.substring("memory-channel:".length())))
        : Optional.empty();
  }

  @Override
  public List<Document> cut(Document whole) {
    return Cut.into(whole, document -> PlainText.of(document).length(), LONGEST);
  }

  /** Is told what has just been sent, before whoever sent it knows. */
  void whenSent(Consumer<Reply> listener) {
    whenSent = listener;
  }

  @Override
  public synchronized Delivery send(Destination to, Reply reply, String nonce) {
    check(reply);
    assertThat(nonce).hasSizeLessThanOrEqualTo(25).isNotBlank();
    MessageId sent = nonces.get(nonce);
    if (sent == null) {
      sent = new MessageId("memory:" + ++numbers);
      nonces.put(nonce, sent);
      messages.put(sent, new Shown(sent, to.place(), reply));
      whenSent.accept(reply);
    }
    return new Delivery.Delivered(sent);
  }

  /** As if it were a command of Discord's. */
  @Override
  public boolean owesReply(Destination to) {
    return to.handle().equals("thinking");
  }

  @Override
  public synchronized Delivery edit(MessageId message, Reply reply) {
    check(reply);
    Shown before = messages.get(message);
    if (before == null) {
      return new Delivery.Gone("unknown message");
    }
    messages.put(message, new Shown(message, before.place(), reply));
    return new Delivery.Delivered(message);
  }

  @Override
  public synchronized Delivery delete(MessageId message) {
    return messages.remove(message) == null
        ? new Delivery.Gone("unknown message")
        : new Delivery.Delivered(message);
  }

  @Override
  public Optional<PlaceId> budget(String channel) {
    return channel.startsWith("memory-channel:")
        ? Optional.of(new PlaceId("memory:" + channel))
        : Optional.empty();
  }

  @Override
  public boolean fits(String channel, Post post) {
    return PlainText.of(post.body().body()).length() <= LONGEST;
  }

  @Override
  public Delivery post(String channel, Post post, String nonce) {
    return send(Destination.in(new PlaceId("memory:" + channel)), post.body(), nonce);
  }

  @Override
  public Reach change(MessageId message, Post post) {
    return edit(message, post.body()) instanceof Delivery.Delivered
        ? new Reach.Done()
        : new Reach.Missing();
  }

  /** What is asked before a post is withdrawn: how that ends, or nothing if it is done. */
  void whenWithdrawn(Function<MessageId, Optional<Reach>> answer) {
    withdrawing = answer;
  }

  @Override
  public Reach withdraw(MessageId message, Reply instead) {
    Optional<Reach> otherwise = withdrawing.apply(message);
    if (otherwise.isPresent()) {
      return otherwise.get();
    }
    return delete(message) instanceof Delivery.Delivered ? new Reach.Done() : new Reach.Missing();
  }

  @Override
  public Optional<String> channel(String words) {
    return budget(words).map(place -> words);
  }

  @Override
  public void typing(PlaceId place) {}

  @Override
  public List<Rate> rates(PlaceId place) {
    return List.of();
  }

  private static void check(Reply reply) {
    assertThat(PlainText.of(reply.body())).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(reply.buttons()).hasSizeLessThanOrEqualTo(5);
    for (List<Button> row : reply.buttons()) {
      assertThat(row).hasSizeBetween(1, 5);
      for (Button button : row) {
        assertThat(button.label()).isNotBlank().hasSizeLessThanOrEqualTo(80);
        if (button instanceof Button.Press press) {
          assertThat(press.action().getBytes(StandardCharsets.UTF_8).length).isBetween(1, 64);
        }
      }
    }
  }
}
