package io.switchboard.discord.speaking;

import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.discord.markdown.DiscordMarkdown;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Voice messages, which are a kind of their own; all other files stand under an ordinary message.
 */
public final class Uploading {
  /** What Discord takes of every bot, whatever the server pays for. */
  public static final long MOST_BYTES = 10L << 20;

  private final Rest rest;

  /** Sends by these calls. */
  public Uploading(Rest rest) {
    this.rest = rest;
  }

  /** Whether it is too large for Discord. */
  public static Optional<Delivery> tooLarge(Upload file) {
    return file.content().length > MOST_BYTES
        ? Optional.of(new Delivery.Gone("Discord takes no file of over 10 MiB"))
        : Optional.empty();
  }

  /**
   * Sends to a channel as if the bot had spoken.
   *
   * @return empty if it cannot be a voice message there: it is another kind of sound, has a text or
   *     buttons, or none may be sent there
   */
  public Optional<Delivery> voice(String channel, Upload file, Reply caption, String nonce) {
    boolean bare = DiscordMarkdown.of(caption.body()).isBlank() && caption.buttons().isEmpty();
    Optional<DataObject> message =
        bare && file.isVoice() ? Parcel.voice(file) : Optional.<DataObject>empty();
    if (message.isEmpty()) {
      return Optional.empty();
    }
    DataObject body = message.get();
    if (!nonce.isEmpty()) {
      body.put("nonce", nonce).put("enforce_nonce", true);
    }
    Rest.Outcome outcome = rest.call(Route.Messages.SEND_MESSAGE.compile(channel), body, file);
    return Refusals.noVoice(outcome)
        ? Optional.empty()
        : Optional.of(Refusals.delivery(outcome, json -> Sending.id(channel, json)));
  }
}
