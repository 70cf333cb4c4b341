package io.switchboard.discord.hearing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.event.Reaction;
import io.switchboard.discord.id.Ids;
import io.switchboard.discord.id.MessageRef;
import java.util.Optional;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.entities.emoji.EmojiUnion;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveAllEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEmojiEvent;

/** Reactions as Discord tells of them; those of bots count for nothing. */
final class ReactionReading {
  private ReactionReading() {}

  static Optional<Reaction> added(MessageReactionAddEvent event) {
    User user = event.getUser();
    boolean bot = user != null && user.isBot();
    return bot || event.getUserIdLong() == event.getJDA().getSelfUser().getIdLong()
        ? Optional.empty()
        : Optional.of(
            new Reaction.Added(
                message(event), Ids.person(event.getUserId()), sign(event.getEmoji())));
  }

  static Reaction removed(GenericMessageReactionEvent event) {
    return new Reaction.Removed(
        message(event), Ids.person(event.getUserId()), sign(event.getEmoji()));
  }

  static Reaction cleared(MessageReactionRemoveAllEvent event) {
    return new Reaction.Cleared(
        MessageRef.of(event.getChannel().getId(), event.getMessageId()).id(), Optional.empty());
  }

  static Reaction cleared(MessageReactionRemoveEmojiEvent event) {
    return new Reaction.Cleared(
        MessageRef.of(event.getChannel().getId(), event.getMessageId()).id(),
        Optional.of(sign(event.getEmoji())));
  }

  private static MessageId message(GenericMessageReactionEvent event) {
    return MessageRef.of(event.getChannel().getId(), event.getMessageId()).id();
  }

  /**
   * A server's own emoji by its number: its name may change, and is not told when it is deleted.
   */
  private static String sign(EmojiUnion emoji) {
    return emoji.getType() == Emoji.Type.CUSTOM
        ? "custom:" + emoji.asCustom().getId()
        : emoji.getAsReactionCode();
  }
}
