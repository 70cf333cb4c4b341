package io.switchboard.discord.speaking;

import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.discord.formula.Pictured;
import io.switchboard.discord.id.Handle.ToInteraction;
import io.switchboard.discord.id.MessageRef;
import java.time.InstantSource;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * Answers interactions: the first reply to a command takes the place of "thinking", further ones
 * follow up, and when the token has ended an ordinary message goes to the channel; should the bot
 * still be shown as thinking then, that message is taken away.
 *
 * <p>Follow-ups know no nonce, so a repeated follow-up whose first try arrived unseen would be
 * shown twice if nobody had looked before, see {@link io.switchboard.discord.reading.SaidBefore};
 * the first reply is an edit.
 */
public final class InteractionReplies {
  private static final String ORIGINAL = "@original";
  private static final int LOADING = 1 << 7;

  /** A taker that no nonce equals: nonces have at most 25 characters. */
  private static final String SOMEBODY = "taken before this process looked";

  private final Rest rest;
  private final Hooks hooks;
  private final Sending sending;
  private final InstantSource clock;

  /** Answers by these calls, and by ordinary messages when the clock says that it is late. */
  public InteractionReplies(Rest rest, Hooks hooks, Sending sending, InstantSource clock) {
    this.rest = rest;
    this.hooks = hooks;
    this.sending = sending;
    this.clock = clock;
  }

  /**
   * Sends the next reply to an interaction.
   *
   * @param channel where it happened
   */
  public Delivery send(String channel, ToInteraction to, Reply reply, String nonce) {
    Pictured pictured = Pictured.of(reply);
    Upload picture = pictured.picture();
    Delivery delivery = send(channel, to, new Parts(pictured.reply(), picture, nonce));
    if (delivery instanceof Delivery.Gone && picture != null) {
      // Files may not be sent there.
      return send(channel, to, new Parts(reply, null, nonce));
    }
    sending.noted(delivery, picture != null);
    return delivery;
  }

  /** Sends a file as the next reply to an interaction, with a caption. */
  public Delivery send(String channel, ToInteraction to, Upload file, Reply caption, String nonce) {
    return send(channel, to, new Parts(caption, file, nonce));
  }

  private record Parts(Reply reply, @Nullable Upload file, String nonce) {}

  private Delivery send(String channel, ToInteraction to, Parts parts) {
    if (to.ended(clock.instant())) {
      return ordinary(channel, to, parts);
    }
    Optional<Boolean> first =
        to.kind() == ToInteraction.Kind.PRESS
            ? Optional.of(false)
            : hooks.take(to.token(), parts.nonce);
    if (first.isEmpty()) {
      Rest.Outcome original =
          rest.call(
              Route.Interactions.GET_MESSAGE.compile(to.application(), to.token(), ORIGINAL), null);
      if (Refusals.interactionOver(original)) {
        return ordinary(channel, to, parts);
      }
      if (original instanceof Rest.Outcome.Done(DataObject message)) {
        hooks.learnt(to.token(), taker(message, parts.nonce));
      } else if (Refusals.is(original, Refusals.UNKNOWN_MESSAGE)) {
        hooks.learnt(to.token(), SOMEBODY);
      } else {
        return Refusals.delivery(original, json -> Sending.id(channel, json));
      }
      first = hooks.take(to.token(), parts.nonce);
    }
    return first.orElse(false) ? original(channel, to, parts) : followUp(channel, to, parts);
  }

  private static String taker(DataObject original, String nonce) {
    if (loading(original)) {
      return Hooks.OPEN;
    }
    return !nonce.isEmpty() && MessageBody.carries(original, nonce) ? nonce : SOMEBODY;
  }

  private Delivery original(String channel, ToInteraction to, Parts parts) {
    Rest.Outcome outcome =
        rest.call(
            Route.Interactions.EDIT_FOLLOWUP.compile(to.application(), to.token(), ORIGINAL),
            MessageBody.of(parts.reply, parts.nonce, parts.file),
            parts.file);
    if (Refusals.is(outcome, Refusals.UNKNOWN_MESSAGE)) {
      return followUp(channel, to, parts);
    }
    boolean personal = to.kind() == ToInteraction.Kind.PERSONAL;
    Delivery delivery = delivery(outcome, channel, to, parts, ORIGINAL, personal);
    if (delivery instanceof Delivery.Gone) {
      hooks.refused(to.token(), parts.nonce);
    }
    return delivery;
  }

  private Delivery followUp(String channel, ToInteraction to, Parts parts) {
    int ephemeral = parts.reply.personal() ? MessageBody.EPHEMERAL : 0;
    Rest.Outcome outcome =
        rest.call(
            Route.Interactions.CREATE_FOLLOWUP
                .compile(to.application(), to.token())
                .withQueryParams("wait", "true"),
            MessageBody.of(parts.reply, "", parts.file)
                .put("flags", MessageBody.SUPPRESS_EMBEDS | ephemeral),
            parts.file);
    return delivery(outcome, channel, to, parts, "", parts.reply.personal());
  }

  private Delivery delivery(
      Rest.Outcome outcome,
      String channel,
      ToInteraction to,
      Parts parts,
      String address,
      boolean personal) {
    if (Refusals.interactionOver(outcome)) {
      return ordinary(channel, to, parts);
    }
    return Refusals.delivery(
        outcome,
        json -> {
          String id = json.getString("id");
          String in = json.getString("channel_id", channel);
          MessageRef.Hook hook =
              new MessageRef.Hook(to.application(), to.token(), address.isEmpty() ? id : address);
          if (personal) {
            return new MessageRef(in, id, hook).id();
          }
          hooks.made(id, hook);
          return MessageRef.of(in, id).id();
        });
  }

  private Delivery ordinary(String channel, ToInteraction to, Parts parts) {
    Delivery delivery = late(channel, to, parts);
    if (delivery instanceof Delivery.Delivered) {
      thinkNoMore(channel, to);
    }
    return delivery;
  }

  /**
   * What still shows the bot as thinking would do so for ever. It cannot be edited by the token any
   * more, but it is a message of the bot's like any other; unless only the asker sees it.
   */
  private void thinkNoMore(String channel, ToInteraction to) {
    String message = to.thinking();
    if (message.isEmpty() || to.kind() != ToInteraction.Kind.PUBLIC) {
      return;
    }
    if (rest.call(Route.Messages.GET_MESSAGE.compile(channel, message), null)
            instanceof Rest.Outcome.Done(DataObject shown)
        && loading(shown)) {
      var _ = rest.call(Route.Messages.DELETE_MESSAGE.compile(channel, message), null);
    }
  }

  private static boolean loading(DataObject message) {
    return (message.getInt("flags", 0) & LOADING) != 0;
  }

  private Delivery late(String channel, ToInteraction to, Parts parts) {
    // What was for the asker's eyes must not become public because Discord's time was up.
    return parts.reply.personal() && to.kind() != ToInteraction.Kind.PUBLIC
        ? sending.createPrivate(to.person(), parts.reply, parts.nonce, parts.file)
        : sending.create(channel, null, parts.reply, parts.nonce, parts.file);
  }
}
