package io.switchboard.relay;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Recall;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.db.Database;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.pacing.SendOnce;
import io.switchboard.relay.kept.CopyTable;
import io.switchboard.relay.kept.CopyTable.Copy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts copies into a place and keeps what is there, part by part, so that a crash repeats nothing
 * that is known. Blocks; each method says whether it came to its end, and else is called again.
 */
final class SayThere {
  private static final Logger log = LoggerFactory.getLogger(SayThere.class);

  private final Database database;
  private final Outbox outbox;
  private final Messengers messengers;
  private final BooleanSupplier ours;

  /**
   * @param ours whether this process is still the one that carries; asked before each send, since
   *     the wait for its turn may have outlasted the lease
   */
  SayThere(Database database, Outbox outbox, Messengers messengers, BooleanSupplier ours) {
    this.ours = ours;
    this.database = database;
    this.outbox = outbox;
    this.messengers = messengers;
  }

  /** Says a text, or what is still missing of it. */
  boolean say(Copy copy, Document text, List<List<Button>> buttons) {
    Messenger messenger = messengers.of(copy.place().platform()).orElseThrow();
    List<Document> parts = messenger.cut(text);
    List<MessageId> there = new ArrayList<>(copy.messages());
    SendOnce careful =
        messenger instanceof Recall recall
            ? new SendOnce(keeping(copy, there), copy.sending(), outbox, recall)
            : null;
    for (int i = there.size(); i < parts.size(); i++) {
      Reply reply = Reply.of(parts.get(i)).with(i == parts.size() - 1 ? buttons : List.of());
      Destination to = Destination.in(copy.place());
      String nonce = nonce(copy, i);
      Supplier<Reply> latest = () -> wanted(copy, reply);
      Delivery delivery =
          careful == null
              ? outbox.send(Priority.REPLY, to, latest, nonce)
              : careful
                  .send(Priority.REPLY, new SendOnce.Wanted(to, latest, nonce, actions(reply)))
                  .delivery();
      if (delivery instanceof Delivery.Delivered(MessageId message)) {
        there.add(message);
        try {
          kept(copy.shownBy(there, i == parts.size() - 1), message);
        } catch (RuntimeException away) {
          if (messenger instanceof Recall recall) {
            recall.forget(message); // it is looked for, perhaps by this process
          }
          throw away;
        }
      } else {
        return over(copy.shownBy(there, true), delivery);
      }
    }
    return true;
  }

  private SendOnce.Keeping keeping(Copy copy, List<MessageId> there) {
    return new SendOnce.Keeping(
        "copy of turn " + copy.turn(),
        bookmark -> {
          if (!ours.getAsBoolean()) {
            return false;
          }
          keep(
              new Copy(
                  copy.turn(),
                  copy.place(),
                  copy.what(),
                  copy.source(),
                  List.copyOf(there),
                  bookmark,
                  false));
          return true;
        },
        message -> database.read(h -> CopyTable.shows(h, copy.place(), message)));
  }

  private static Set<String> actions(Reply reply) {
    return reply.buttons().stream()
        .flatMap(List::stream)
        .filter(Button.Press.class::isInstance)
        .map(button -> ((Button.Press) button).action())
        .collect(Collectors.toSet());
  }

  /** Shows a file. */
  boolean give(Copy copy, Upload file, Document caption) {
    Delivery delivery =
        outbox.upload(
            Priority.REPLY,
            Destination.in(copy.place()),
            file,
            () -> wanted(copy, Reply.of(caption)),
            nonce(copy, 0));
    if (delivery instanceof Delivery.Delivered(MessageId message)) {
      kept(copy.shownBy(List.of(message), true), message);
      return true;
    }
    return over(copy.shownBy(List.of(), true), delivery);
  }

  /** Puts another text in the place of one that is there. */
  boolean change(Copy before, Copy now, Document text) {
    List<Document> parts = messengers.of(now.place().platform()).orElseThrow().cut(text);
    List<MessageId> there = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Reply reply = Reply.of(parts.get(i));
      Delivery delivery =
          i < before.messages().size()
              ? outbox.edit(
                  Priority.REPLY, now.place(), before.messages().get(i), () -> wanted(now, reply))
              : outbox.send(
                  Priority.REPLY,
                  Destination.in(now.place()),
                  () -> wanted(now, reply),
                  nonce(now, i));
      if (delivery instanceof Delivery.Delivered(MessageId message)) {
        there.add(message);
      } else if (delivery instanceof Delivery.Failed || !ours.getAsBoolean()) {
        return false;
      }
    }
    for (MessageId surplus : before.messages().stream().skip(parts.size()).toList()) {
      outbox.delete(now.place(), surplus);
    }
    database.useTransaction(
        h -> {
          CopyTable.keep(h, now.shownBy(there, true));
          CopyTable.keep(h, before.shownBy(List.of(), true));
        });
    return true;
  }

  /** Takes it away. */
  boolean takeAway(Copy copy) {
    for (MessageId message : copy.messages()) {
      if (outbox.delete(copy.place(), message) instanceof Delivery.Failed) {
        return false;
      }
    }
    keep(copy.shownBy(List.of(), true));
    return true;
  }

  /** Nothing is to be said of it there. */
  void nothing(Copy copy) {
    keep(copy.shownBy(copy.messages(), true));
  }

  /** What can never arrive is not tried again; what failed is, and what another carries now. */
  private boolean over(Copy given, Delivery delivery) {
    if (ours.getAsBoolean() && delivery instanceof Delivery.Gone(String why)) {
      log.warn("turn {} is not carried over to {}: {}", given.turn(), given.place(), why);
      keep(given);
      return true;
    }
    return false;
  }

  /** Until its turn comes, whoever asked may have been forgotten, or another may carry it. */
  private Reply wanted(Copy copy, Reply reply) {
    if (!ours.getAsBoolean()) {
      throw new CancellationException("another process carries turn " + copy.turn() + " over now");
    }
    if (!database.read(h -> CopyTable.isWanted(h, copy))) {
      throw new CancellationException("nobody may see turn " + copy.turn() + " there any more");
    }
    return reply;
  }

  /** What went out at the very moment when it should not any more is taken back. */
  private void kept(Copy copy, MessageId message) {
    if (!database.inTransaction(h -> CopyTable.keepIfWanted(h, copy))) {
      outbox.delete(copy.place(), message);
    }
  }

  private void keep(Copy copy) {
    database.useTransaction(h -> CopyTable.keep(h, copy));
  }

  /** The same for every try of the same part. */
  private static String nonce(Copy copy, int part) {
    PlaceId place = copy.place();
    String what = "relay/" + copy.turn() + "/" + place + "/" + copy.what() + "/" + part;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
