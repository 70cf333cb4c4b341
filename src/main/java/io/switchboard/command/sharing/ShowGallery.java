package io.switchboard.command.sharing;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.community.gallery.Found;
import io.switchboard.community.gallery.Gallery;
import io.switchboard.community.gallery.Wanted;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gallery in a chat, some posts a page. */
final class ShowGallery {
  private static final int A_PAGE = 5;

  private final Gallery gallery;
  private final Links links;

  ShowGallery(Gallery gallery, Links links) {
    this.gallery = gallery;
    this.links = links;
  }

  /** For {@code /gallery}. */
  List<Effect> look(Visit visit, String words) {
    ShareAction.Gallery first = new ShareAction.Gallery(0, false, words);
    return List.of(new Effect.Say(page(visit, first), message -> List.of()));
  }

  /** For the buttons that turn pages. */
  List<Effect> turn(Visit visit, ShareAction.Gallery wanted, MessageId message) {
    return List.of(new Effect.Change(message, page(visit, wanted)));
  }

  private Reply page(Visit visit, ShareAction.Gallery action) {
    Words words = visit.words();
    Wanted wanted = wanted(action);
    Optional<Found> found = gallery.find(wanted, A_PAGE);
    if (found.isEmpty()) {
      return Reply.of(words.say("gallery.off")).onlyForAsker();
    }
    if (found.get().entries().isEmpty() && wanted.page() > 0) {
      // What stood here has gone meanwhile.
      return page(visit, action.on(0));
    }
    if (found.get().entries().isEmpty()) {
      return Reply.of(
              wanted.words().isBlank()
                  ? words.say("gallery.none")
                  : words.say("gallery.nothing", wanted.words()))
          .onlyForAsker();
    }
    Document head =
        wanted.words().isBlank()
            ? words.say("gallery.list", wanted.page() + 1)
            : words.say("gallery.list.words", wanted.page() + 1, wanted.words());
    List<Document> lines = found.get().entries().stream().map(entry -> line(words, entry)).toList();
    return Reply.of(
            Words.all(head, Words.list(lines), words.say("gallery.page", links.to("/gallery"))))
        .with(buttons(words, action, found.get().more()))
        .onlyForAsker();
  }

  private static Wanted wanted(ShareAction.Gallery action) {
    return new Wanted(
        action.words(), "", action.liked() ? Wanted.Order.LIKED : Wanted.Order.NEW, action.page());
  }

  private Document line(Words words, Found.Entry entry) {
    StringBuilder more = new StringBuilder();
    if (entry.likes() > 0) {
      more.append(words.label("gallery.likes", entry.likes()));
    }
    entry.tags().forEach(tag -> more.append(" #").append(tag.replace(' ', '-')));
    return words.say(
        "gallery.line", links.named(entry.path(), entry.title()), new Inline.Text(more.toString()));
  }

  private static List<List<Button>> buttons(Words words, ShareAction.Gallery here, boolean more) {
    List<List<Button>> rows = new ArrayList<>();
    List<Button> turning = new ArrayList<>();
    if (here.page() > 0) {
      turning.add(here.on(here.page() - 1).button("◀ " + here.page()));
    }
    if (more) {
      turning.add(here.on(here.page() + 1).button((here.page() + 2) + " ▶"));
    }
    if (!turning.isEmpty()) {
      rows.add(turning);
    }
    String other = here.liked() ? "gallery.new" : "gallery.liked";
    rows.add(
        List.of(
            new ShareAction.Gallery(0, !here.liked(), here.words()).button(words.label(other))));
    return rows;
  }
}
