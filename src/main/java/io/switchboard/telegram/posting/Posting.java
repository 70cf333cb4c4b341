package io.switchboard.telegram.posting;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.chat.post.Reach;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.telegram.api.Answer;
import io.switchboard.telegram.api.BotApi;
import io.switchboard.telegram.api.ChatAddress;
import io.switchboard.telegram.send.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;

/**
 * Posts in channels, groups and topics. What Telegram does not let be deleted any more (in groups
 * after two days) is changed to say that it was withdrawn.
 */
public final class Posting {
  private final BotApi api;
  private final Speaker speaker;

  public Posting(BotApi api, Speaker speaker) {
    this.api = api;
    this.speaker = speaker;
  }

  /** A post as one text: headed by its title, its tags at the foot as people write them here. */
  public static Reply whole(Post post) {
    Document head =
        new Document(List.of(new Block.Heading(2, List.of(new Inline.Text(post.title())))));
    Document whole = head.and(post.body().body());
    String tags =
        post.tags().stream()
            .map(tag -> tag.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", ""))
            .filter(tag -> !tag.isEmpty())
            .map(tag -> "#" + tag.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    return new Reply(
        tags.isEmpty() ? whole : whole.and(Document.plain(tags)), post.body().buttons(), false);
  }

  /** Posts. */
  public Delivery post(String channel, Post post) {
    return speaker.say(ChatAddress.ofChannel(channel), 0, whole(post));
  }

  /** Changes. */
  public Reach change(MessageId message, Post post) {
    return reach(speaker.edit(message, whole(post)));
  }

  /** Takes away, or has it say that it is. */
  public Reach withdraw(MessageId message, Reply instead) {
    Delivery deleted = speaker.delete(message);
    return deleted instanceof Delivery.Gone(String why)
            && (says(why, "be deleted") || says(why, "DELETE_FORBIDDEN"))
        ? reach(speaker.edit(message, instead))
        : reach(deleted);
  }

  /** Whether the bot sees that chat. */
  public boolean sees(PlaceId place) {
    return api.ask(GetChat.builder().chatId(ChatAddress.of(place).chat()).build())
        instanceof Answer.Done;
  }

  /** What that chat is called now. */
  public Optional<String> title(PlaceId place) {
    return new AskTitle(api).of(place);
  }

  private static Reach reach(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered there -> new Reach.Done();
      case Delivery.Throttled(var after) -> new Reach.Later(after);
      case Delivery.Failed(String why, _) -> new Reach.Unknown(why);
      case Delivery.Gone(String why) ->
          says(why, "message to edit not found")
                  || says(why, "message to delete not found")
                  || says(why, "MESSAGE_ID_INVALID")
              ? new Reach.Missing()
              : new Reach.Barred(why);
    };
  }

  private static boolean says(String why, String words) {
    return why.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
