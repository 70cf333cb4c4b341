package io.switchboard.discord.posting;

import io.switchboard.chat.message.Reply;
import io.switchboard.chat.message.Upload;
import io.switchboard.chat.post.Post;
import io.switchboard.discord.formula.Pictured;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.discord.speaking.MessageBody;
import io.switchboard.markup.Block;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** A post in a text channel: a card, or where the bot may show none a plain message. */
final class Card {
  /** What Discord takes as the title of an embed. */
  private static final int TITLE = 256;

  /** What Discord takes as the text of an embed. */
  static final int TEXT = 4096;

  private static final int FOOTER = 2048;
  private static final int COLOUR = 0x5865F2;

  private Card() {}

  static boolean fits(Post post) {
    return DiscordMarkdown.size(post.body().body()) <= TEXT;
  }

  /**
   * A message that is to be sent.
   *
   * @param picture of its formulas; null if there is none
   */
  record Message(DataObject body, @Nullable Upload picture) {}

  /** Nothing in an embed notifies anybody, and no link in it is previewed. */
  static Message of(Post post) {
    Pictured pictured = Pictured.of(post.body());
    Upload picture = pictured.picture();
    String text = DiscordMarkdown.of(pictured.reply().body());
    DataObject embed =
        DataObject.empty()
            .put("title", Names.fit(post.title(), TITLE))
            .put("description", Names.cut(text, TEXT))
            .put("color", COLOUR);
    if (picture != null) {
      embed.put("image", DataObject.empty().put("url", "attachment://" + picture.name()));
    }
    if (!post.tags().isEmpty()) {
      String tags = Names.cut(String.join(" · ", post.tags()), FOOTER);
      embed.put("footer", DataObject.empty().put("text", tags));
    }
    DataObject body =
        MessageBody.of(post.body(), "", picture)
            .put("content", "")
            .put("embeds", DataArray.empty().add(embed))
            .put("flags", 0);
    return new Message(body, picture);
  }

  /** The first message of a forum's post. */
  static Message inForum(Reply reply) {
    Pictured pictured = Pictured.of(reply);
    Upload picture = pictured.picture();
    return new Message(MessageBody.of(pictured.reply(), "", picture), picture);
  }

  /** Headed by its title, the body cut where both together would be too long. */
  static Reply plain(Post post) {
    Document head =
        new Document(
            List.of(
                new Block.Heading(
                    2, List.of(new Inline.Text(Names.fit(post.title(), Names.CHANNEL))))));
    Document whole = head.and(post.body().body());
    if (DiscordMarkdown.size(whole) > DiscordMarkdown.BOUND) {
      Document more = Document.plain("…");
      int room = DiscordMarkdown.BOUND - DiscordMarkdown.size(more) - 2;
      whole = Cut.into(whole, DiscordMarkdown::size, room).getFirst().and(more);
    }
    return new Reply(whole, post.body().buttons(), false);
  }
}
