package io.switchboard.command;

import io.switchboard.chat.Attachment;
import io.switchboard.chat.Destination;
import io.switchboard.chat.Fetched;
import io.switchboard.chat.Files;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.PrivateChats;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Threads;
import io.switchboard.command.visit.Effect;
import io.switchboard.markup.Document;
import io.switchboard.pacing.Outbox;
import io.switchboard.pacing.Priority;
import io.switchboard.prompt.Prompts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries effects out in the chat. Blocks. */
public final class SpeakUp {
  private static final Logger log = LoggerFactory.getLogger(SpeakUp.class);

  private static final int NONCE_LENGTH = 24;

  private final Outbox outbox;
  private final Messengers messengers;
  private final Prompts prompts;

  public SpeakUp(Outbox outbox, Messengers messengers, Prompts prompts) {
    this.outbox = outbox;
    this.prompts = prompts;
    this.messengers = messengers;
  }

  /** Does them in their order; one that fails does not keep the others. */
  void speak(Origin origin, List<Effect> effects) {
    speak(origin, effects, "");
  }

  private void speak(Origin origin, List<Effect> effects, String step) {
    for (int i = 0; i < effects.size(); i++) {
      try {
        one(origin, effects.get(i), step + "/" + i);
      } catch (RuntimeException | Error e) {
        log.error("In {} something was not said", origin.place().id(), e);
      }
    }
  }

  private void one(Origin origin, Effect effect, String step) {
    PlaceId place = origin.place().id();
    switch (effect) {
      case Effect.Say say -> say(origin, say, step);
      case Effect.Ask ask -> ask(origin, ask, step);
      case Effect.Change(MessageId message, Reply reply) when message.equals(MessageId.NONE) ->
          say(origin, new Effect.Say(reply, sent -> List.of()), step);
      case Effect.Change(MessageId message, Reply reply) -> {
        Reply first = cut(place, reply).getFirst();
        Delivery delivery = outbox.edit(Priority.REPLY, place, message, () -> first);
        if (!(delivery instanceof Delivery.Delivered)) {
          say(origin, new Effect.Say(reply, sent -> List.of()), step);
        }
      }
      case Effect.InPrivate effects -> inPrivate(origin, effects, step);
      case Effect.Replace replace -> replace(origin, replace, step);
      case Effect.TakeAway(MessageId message) -> {
        if (!message.equals(MessageId.NONE)) {
          outbox.delete(place, message);
        }
      }
      case Effect.OpenThread thread -> openThread(origin, thread, step);
      case Effect.GiveFile give -> giveFile(origin, give, step);
      case Effect.Fetch(Attachment file, long most, var then) ->
          speak(origin, then.apply(fetched(file, most)), step + "+");
      case Effect.In(PlaceId there, List<Effect> effects) ->
          speak(in(origin, there), effects, step + "@" + there);
      case Effect.ToMember(List<PersonId> accounts, Reply reply) ->
          toMember(origin, accounts, reply, step);
      case Effect.Later later -> speak(origin, later.work().get(), step + "+");
      case Effect.Meanwhile aside ->
          Meanwhile.run(() -> speak(origin, aside.work().get(), step + "+"));
    }
  }

  /** It is written down first: whoever replies at once is understood, too. */
  private void ask(Origin origin, Effect.Ask ask, String step) {
    String wish = ask.wish().encode();
    if (wish.length() > Prompts.LONGEST) {
      say(origin, new Effect.Say(ask.reply(), message -> List.of()), step);
      return;
    }
    long asked = prompts.begin(origin.sender().id(), origin.replyTo().place(), wish);
    say(
        origin,
        new Effect.Say(
            ask.reply(),
            message -> {
              prompts.shownBy(asked, message);
              return List.of();
            }),
        step);
  }

  private void giveFile(Origin origin, Effect.GiveFile give, String step) {
    Destination to = origin.replyTo();
    Delivery delivery =
        outbox.upload(
            Priority.REPLY, to, give.file(), give::caption, nonce(origin.key() + step + ".f"));
    if (!(delivery instanceof Delivery.Delivered)) {
      log.warn("In {} a file was not given: {}", to.place(), delivery);
      speak(origin, give.otherwise().get(), step + "+");
    }
  }

  private Fetched fetched(Attachment file, long most) {
    return messengers.of(file.platform()).orElse(null) instanceof Files files
        ? files.fetch(file, most)
        : new Fetched.Gone("its platform is switched off");
  }

  private void inPrivate(Origin origin, Effect.InPrivate effect, String step) {
    if (origin.place().kind() == Place.Kind.PRIVATE) {
      say(origin, new Effect.Say(effect.reply(), message -> List.of()), step);
      return;
    }
    Optional<PlaceId> chat =
        messengers.of(origin.place().id().platform()).orElse(null) instanceof PrivateChats chats
            ? chats.privateChat(origin.sender().id())
            : Optional.empty();
    boolean sent =
        chat.filter(
                place ->
                    outbox.send(
                            Priority.REPLY,
                            Destination.in(place),
                            () -> cut(place, effect.reply()).getFirst(),
                            nonce(origin.key() + step))
                        instanceof Delivery.Delivered)
            .isPresent();
    say(origin, Effect.tell(sent ? effect.sent() : effect.failed()), step + "+");
  }

  private void toMember(Origin origin, List<PersonId> accounts, Reply reply, String step) {
    for (PersonId account : accounts) {
      Optional<PlaceId> chat =
          messengers.of(account.platform()).orElse(null) instanceof PrivateChats chats
              ? chats.privateChat(account)
              : Optional.empty();
      if (chat.isPresent()) {
        PlaceId place = chat.get();
        Reply first = cut(place, reply).getFirst();
        Delivery delivery =
            outbox.send(
                Priority.REPLY,
                Destination.in(place),
                () -> new Reply(first.body(), reply.buttons(), false),
                nonce(origin.key() + step + account));
        if (delivery instanceof Delivery.Delivered) {
          return;
        }
      }
    }
    log.info("Somebody could not be told in private");
  }

  private void openThread(Origin origin, Effect.OpenThread effect, String step) {
    PlaceId place = origin.place().id();
    Messenger platform = messengers.of(place.platform()).orElse(null);
    if (!(platform instanceof Threads threads)) {
      speak(origin, effect.otherwise().apply(Optional.empty()), step + "+");
      return;
    }
    say(
        origin,
        new Effect.Say(
            effect.opening(),
            opening -> {
              Optional<PlaceId> thread = threads.open(opening, effect.title());
              if (thread.isEmpty()) {
                return effect.otherwise().apply(Optional.of(opening));
              }
              speak(
                  elsewhere(origin, thread.get()),
                  effect.inThread().apply(thread.get()),
                  step + "@");
              return List.of();
            }),
        step);
  }

  private static Origin elsewhere(Origin origin, PlaceId place) {
    return new Origin(
        origin.key(), origin.place(), origin.sender(), Destination.in(place), origin.at());
  }

  private static Origin in(Origin origin, PlaceId place) {
    return new Origin(
        origin.key(),
        new Place(place, Place.Kind.GROUP, "", List.of()),
        origin.sender(),
        Destination.in(place),
        origin.at());
  }

  private void replace(Origin origin, Effect.Replace effect, String step) {
    PlaceId place = origin.place().id();
    List<Reply> parts = cut(place, effect.reply());
    List<MessageId> before = effect.messages();
    List<MessageId> now = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Reply part = parts.get(i);
      String nonce = nonce(origin.key() + step + "." + i);
      Delivery delivery =
          i < before.size()
              ? outbox.edit(Priority.REPLY, place, before.get(i), () -> part)
              : outbox.send(Priority.REPLY, Destination.in(place), () -> part, nonce);
      if (!(delivery instanceof Delivery.Delivered(MessageId message))) {
        log.warn("In {} a text was not put in the place of another: {}", place, delivery);
        return;
      }
      now.add(message);
    }
    before.stream().skip(parts.size()).forEach(message -> outbox.delete(place, message));
    effect.then().accept(List.copyOf(now));
  }

  private void say(Origin origin, Effect.Say say, String step) {
    Destination to = origin.replyTo();
    List<Reply> parts = cut(to.place(), say.reply());
    for (int i = 0; i < parts.size(); i++) {
      Reply part = parts.get(i);
      String nonce = nonce(origin.key() + step + "." + i);
      Delivery delivery = outbox.send(Priority.REPLY, to, () -> part, nonce);
      if (!(delivery instanceof Delivery.Delivered(MessageId message))) {
        log.warn("In {} a reply was not delivered: {}", to.place(), delivery);
        return;
      }
      if (i == parts.size() - 1) {
        speak(origin, say.then().apply(message), step + "+");
      }
    }
  }

  /** One reply a message; the buttons are under the last. */
  private List<Reply> cut(PlaceId place, Reply whole) {
    List<Document> parts =
        messengers
            .of(place.platform())
            .map((Messenger messenger) -> messenger.cut(whole.body()))
            .orElseGet(() -> List.of(whole.body()));
    List<Reply> replies = new ArrayList<>();
    for (Document part : parts) {
      boolean last = replies.size() == parts.size() - 1;
      replies.add(last ? whole.saying(part) : new Reply(part, List.of(), whole.personal()));
    }
    return replies;
  }

  /** The same for every try of the same reply to the same event. */
  private static String nonce(String what) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, NONCE_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
