package io.switchboard.discord.speaking;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.discord.formula.Pictured;
import io.switchboard.discord.formula.WithPictures;
import io.switchboard.discord.id.MessageRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Sends, edits and deletes messages of channels. */
public final class Sending {
  private final Rest rest;
  private final Hooks hooks;
  private final WithPictures pictures;

  /** Sends by these calls; hooks help where the bot may not look. */
  public Sending(Rest rest, Hooks hooks) {
    this.rest = rest;
    this.hooks = hooks;
    this.pictures = new WithPictures(this::files);
  }

  /**
   * Sends to a channel.
   *
   * @param replyTo the message to reply to, or null
   */
  public Delivery create(String channel, @Nullable String replyTo, Reply reply, String nonce) {
    return create(channel, replyTo, reply, nonce, null);
  }

  /**
   * Sends to a channel.
   *
   * @param file what the reply is the caption of, if it is one
   */
  public Delivery create(
      String channel, @Nullable String replyTo, Reply reply, String nonce, @Nullable Upload file) {
    if (file != null) {
      return post(channel, replyTo, reply, nonce, file);
    }
    Pictured pictured = Pictured.of(reply);
    Delivery delivery = post(channel, replyTo, pictured.reply(), nonce, pictured.picture());
    if (delivery instanceof Delivery.Gone && pictured.picture() != null) {
      // Files may not be sent there.
      return post(channel, replyTo, reply, nonce, null);
    }
    noted(delivery, pictured.picture() != null);
    return delivery;
  }

  /** Remembers whether a message shows a picture of formulas. */
  void noted(Delivery delivery, boolean picture) {
    if (delivery instanceof Delivery.Delivered(MessageId id)) {
      pictures.shows(MessageRef.read(id).message(), picture);
    }
  }

  private List<String> files(MessageRef ref) {
    return ref.hook() == null
            && rest.call(Route.Messages.GET_MESSAGE.compile(ref.channel(), ref.message()), null)
                instanceof Rest.Outcome.Done(DataObject message)
        ? message.optArray("attachments").orElseGet(DataArray::empty).stream(DataArray::getObject)
            .map(file -> file.getString("filename", ""))
            .toList()
        : List.of();
  }

  private Delivery post(
      String channel, @Nullable String replyTo, Reply reply, String nonce, @Nullable Upload file) {
    Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(channel);
    DataObject body = MessageBody.of(reply, "", file);
    if (!nonce.isEmpty()) {
      body.put("nonce", nonce).put("enforce_nonce", true);
    }
    Rest.Outcome outcome;
    if (replyTo == null) {
      outcome = rest.call(route, body, file);
    } else {
      body.put(
          "message_reference",
          DataObject.empty().put("message_id", replyTo).put("fail_if_not_exists", false));
      outcome = rest.call(route, body, file);
      // A message that is gone, or a history the bot may not read: then without the reference.
      if (Refusals.is(outcome, Refusals.FORM)
          || Refusals.is(outcome, Refusals.REPLY_WITHOUT_HISTORY)) {
        outcome = rest.call(route, body.remove("message_reference"), file);
      }
    }
    return Refusals.delivery(outcome, json -> id(channel, json));
  }

  /** The id of a message that Discord describes. */
  public static MessageId id(String channel, DataObject message) {
    return MessageRef.of(message.getString("channel_id", channel), message.getString("id")).id();
  }

  /** Sends to a person's private chat. */
  Delivery createPrivate(String person, Reply reply, String nonce, @Nullable Upload file) {
    Rest.Outcome opened =
        rest.call(
            Route.Self.CREATE_PRIVATE_CHANNEL.compile(),
            DataObject.empty().put("recipient_id", person));
    return opened instanceof Rest.Outcome.Done(DataObject channel)
        ? create(channel.getString("id"), null, reply, nonce, file)
        : Refusals.delivery(opened, json -> id("", json));
  }

  /** Edits, by the channel or by the interaction that the message came from. */
  public Delivery edit(MessageId id, Reply reply) {
    Pictured pictured = Pictured.of(reply);
    Upload picture = pictured.picture();
    DataObject body = MessageBody.of(pictured.reply(), "", picture);
    if (!reply.growing() && picture == null && pictures.shownBy(MessageRef.read(id))) {
      body.put("attachments", DataArray.empty());
    }
    Delivery delivery = edit(id, body, picture);
    if (delivery instanceof Delivery.Gone && picture != null) {
      // Files may not be sent there.
      delivery = edit(id, MessageBody.of(reply), null);
      picture = null;
    }
    if (!reply.growing()) {
      noted(delivery, picture != null);
    }
    return delivery;
  }

  private Delivery edit(MessageId id, DataObject body, @Nullable Upload picture) {
    return overHookOrChannel(
        id,
        ref -> Route.Messages.EDIT_MESSAGE.compile(ref.channel(), ref.message()),
        hook ->
            Route.Interactions.EDIT_FOLLOWUP.compile(
                hook.application(), hook.token(), hook.message()),
        body,
        picture);
  }

  /** Deletes; what is gone already counts as deleted. */
  public Delivery delete(MessageId id) {
    return overHookOrChannel(
        id,
        ref -> Route.Messages.DELETE_MESSAGE.compile(ref.channel(), ref.message()),
        hook ->
            Route.Interactions.DELETE_FOLLOWUP.compile(
                hook.application(), hook.token(), hook.message()),
        null,
        null);
  }

  private Delivery overHookOrChannel(
      MessageId id,
      Function<MessageRef, Route.CompiledRoute> byChannel,
      Function<MessageRef.Hook, Route.CompiledRoute> byHook,
      @Nullable DataObject body,
      @Nullable Upload file) {
    MessageRef ref = MessageRef.read(id);
    MessageRef.Hook only = ref.hook();
    Rest.Outcome outcome =
        rest.call(only == null ? byChannel.apply(ref) : byHook.apply(only), body, file);
    if (only == null && Refusals.noAccess(outcome)) {
      // People may use commands where the bot itself may not look; there the interaction helps.
      Optional<MessageRef.Hook> hook = hooks.to(ref.message());
      if (hook.isPresent()) {
        outcome = rest.call(byHook.apply(hook.get()), body, file);
      }
    }
    boolean away = body == null && Refusals.is(outcome, Refusals.UNKNOWN_MESSAGE);
    return away ? new Delivery.Delivered(id) : Refusals.delivery(outcome, json -> id);
  }
}
