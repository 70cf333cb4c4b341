package io.switchboard.community.digest;

import io.switchboard.chat.message.Reply;
import io.switchboard.chat.post.Post;
import io.switchboard.community.post.PostText;
import io.switchboard.community.read.OpenPost;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.door.Sharing;
import io.switchboard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a digest says. */
public final class DigestText {
  private final Texts texts;
  private final Sharing sharing;
  private final PostText posts;

  public DigestText(Texts texts, Sharing sharing, PostText posts) {
    this.texts = texts;
    this.sharing = sharing;
    this.posts = posts;
  }

  /** A post liked more than before. */
  record Liked(OpenPost post, long more) {}

  Post of(List<Liked> best, Locale locale) {
    List<Block.Item> items = new ArrayList<>();
    for (Liked liked : best) {
      Inline.Text title = new Inline.Text(liked.post().title());
      Inline named =
          sharing
              .looking()
              .summary(liked.post().share(), liked.post().owner())
              .flatMap(posts::page)
              .<Inline>map(page -> new Inline.Link(page, List.of(title)))
              .orElse(title);
      String likes = texts.say(locale, "community.digest.likes", liked.more());
      items.add(
          new Block.Item(
              null, List.of(new Block.Paragraph(List.of(named, new Inline.Text(" · " + likes))))));
    }
    Document body =
        new Document(List.of(new Block.Listing(1, true, items)))
            .and(Document.plain(texts.say(locale, "community.digest.how")));
    return new Post(texts.say(locale, "community.digest.title"), Reply.of(body), List.of());
  }
}
