package io.switchboard.telegram.receive;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.event.Reaction;
import io.switchboard.telegram.api.ChatAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.reactions.MessageReactionCountUpdated;
import org.telegram.telegrambots.meta.api.objects.reactions.MessageReactionUpdated;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionCount;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeCustomEmoji;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypePaid;

/**
 * Reactions as Telegram tells of them: in groups where the bot is an administrator who gives which;
 * in channels, minutes later, how many there are.
 */
final class ReactionReader {
  private ReactionReader() {}

  static Optional<Reaction> read(Update update) {
    MessageReactionUpdated one = update.getMessageReaction();
    if (one != null) {
      return who(one)
          .map(
              who -> new Reaction.Now(message(one.getChat(), one.getMessageId()), who, signs(one)));
    }
    MessageReactionCountUpdated all = update.getMessageReactionCount();
    return all == null
        ? Optional.empty()
        : Optional.of(
            new Reaction.Counted(message(all.getChat(), all.getMessageId()), counts(all)));
  }

  /** Somebody who hides behind a channel or the group is that. */
  private static Optional<PersonId> who(MessageReactionUpdated reaction) {
    if (reaction.getUser() != null) {
      return Optional.of(new PersonId("telegram:" + reaction.getUser().getId()));
    }
    return Optional.ofNullable(reaction.getActorChat())
        .map(chat -> new PersonId("telegram:" + chat.getId()));
  }

  private static MessageId message(Chat chat, int number) {
    return new ChatAddress(chat.getId(), 0).message(number);
  }

  private static List<String> signs(MessageReactionUpdated reaction) {
    List<ReactionType> now = reaction.getNewReaction();
    return now == null ? List.of() : now.stream().map(ReactionReader::sign).toList();
  }

  /**
   * How many gave each sign. One person pays for as many stars as they like, and the count is of
   * stars: it says nothing of how many people there are.
   *
   * @see <a href="https://core.telegram.org/bots/api#reactiontypepaid">ReactionTypePaid</a>
   */
  private static Map<String, Integer> counts(MessageReactionCountUpdated reactions) {
    Map<String, Integer> counts = new HashMap<>();
    List<ReactionCount> told = reactions.getReactions();
    if (told != null) {
      told.stream()
          .filter(c -> !(c.getType() instanceof ReactionTypePaid))
          .forEach(c -> counts.merge(sign(c.getType()), c.getTotalCount(), Integer::sum));
    }
    return counts;
  }

  private static String sign(ReactionType type) {
    return switch (type) {
      case ReactionTypeEmoji emoji -> emoji.getEmoji();
      case ReactionTypeCustomEmoji custom -> "custom:" + custom.getCustomEmojiId();
      default -> type.getType();
    };
  }
}
