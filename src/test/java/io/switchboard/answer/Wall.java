package io.switchboard.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Drafts;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.PlainText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A platform in memory on which answers are shown, with the troubles that platforms have. */
final class Wall implements Messenger, Drafts, Files {
  static final PlaceId PLACE = new PlaceId("wall:1");
  private static final int LONGEST = 1000;

  private final Map<MessageId, Reply> messages = new LinkedHashMap<>();
  private final Map<String, MessageId> nonces = new HashMap<>();
  private final Queue<Delivery> troubles = new ArrayDeque<>();
  private final List<String> drafts = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private int sent;
  private final List<String> fetched = new ArrayList<>();
  private boolean hasDrafts;
  private boolean gone;
  private List<Rate> rates = List.of();

  /** The next sends and edits come to this instead. */
  synchronized void trouble(Delivery... next) {
    troubles.addAll(List.of(next));
  }

  /** The place does not take anything any more. */
  synchronized void close() {
    gone = true;
  }

  synchronized void withDrafts() {
    hasDrafts = true;
  }

  synchronized void takesOnly(int calls, Duration per) {
    rates = List.of(new Rate("wall", calls, per));
  }

  /** Somebody deletes it. */
  synchronized void tearOff(MessageId message) {
    messages.remove(message);
  }

  synchronized List<MessageId> ids() {
    return List.copyOf(messages.keySet());
  }

  synchronized List<String> texts() {
    return messages.values().stream().map(reply -> PlainText.of(reply.body())).toList();
  }

  synchronized String text() {
    return String.join("\n", texts());
  }

  synchronized List<String> labels() {
    return messages.values().stream()
        .flatMap(reply -> reply.buttons().stream())
        .flatMap(List::stream)
        .map(Button::label)
        .toList();
  }

  synchronized List<String> drafts() {
    return List.copyOf(drafts);
  }

  /** Every send and edit with what it showed. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Somebody sends a file. */
  synchronized Attachment file(String name, byte[] content) {
    String reference = "wall:file" + ++sent;
    files.put(reference, content);
    return new Attachment(name, "", content.length, reference);
  }

  /** Nobody can fetch it any more. */
  synchronized void shred(Attachment file) {
    files.remove(file.reference());
  }

  /** The names of all files that were asked for. */
  synchronized List<String> fetched() {
    return List.copyOf(fetched);
  }

  @Override
  public synchronized Fetched fetch(Attachment attachment, long mostBytes) {
    fetched.add(attachment.name());
    byte[] content = files.get(attachment.reference());
    if (content == null) {
      return new Fetched.Gone("no such file");
    }
    return content.length > mostBytes ? new Fetched.TooLarge() : new Fetched.Whole(content);
  }

  @Override
  public String platform() {
    return "wall";
  }

  @Override
  public List<Document> cut(Document whole) {
    return Cut.into(whole, document -> PlainText.of(document).length(), LONGEST);
  }

  @Override
  public synchronized Delivery send(Destination to, Reply reply, String nonce) {
    check(reply);
    assertThat(nonce).hasSizeLessThanOrEqualTo(25).isNotBlank();
    calls.add("send " + PlainText.of(reply.body()));
    Delivery trouble = trouble();
    if (trouble != null) {
      return trouble;
    }
    MessageId known = nonces.get(nonce);
    if (known == null) {
      known = new MessageId("wall:m" + nonces.size());
      nonces.put(nonce, known);
      messages.put(known, reply);
    }
    return new Delivery.Delivered(known);
  }

  @Override
  public synchronized Delivery edit(MessageId message, Reply reply) {
    check(reply);
    calls.add("edit " + PlainText.of(reply.body()));
    Delivery trouble = trouble();
    if (trouble != null) {
      return trouble;
    }
    return messages.replace(message, reply) == null
        ? new Delivery.Gone("no such message")
        : new Delivery.Delivered(message);
  }

  private @Nullable Delivery trouble() {
    return gone ? new Delivery.Gone("kicked out") : troubles.poll();
  }

  @Override
  public synchronized Delivery delete(MessageId message) {
    return messages.remove(message) == null
        ? new Delivery.Gone("no such message")
        : new Delivery.Delivered(message);
  }

  @Override
  public void typing(PlaceId place) {}

  @Override
  public synchronized List<Rate> rates(PlaceId place) {
    return rates;
  }

  @Override
  public synchronized boolean draft(PlaceId place, long draftId, Document body) {
    assertThat(draftId).isNotZero();
    drafts.add(PlainText.of(body));
    return true;
  }

  @Override
  public synchronized List<Rate> draftRates(PlaceId place) {
    return hasDrafts ? List.of(new Rate("draft", 2, Duration.ofMillis(40))) : List.of();
  }

  private static void check(Reply reply) {
    assertThat(PlainText.of(reply.body())).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST);
  }
}
