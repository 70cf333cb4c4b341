package io.switchboard.command.sharing.live;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.sharing.said.ShareWords;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Visibility;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A member's live links, some a page, each with buttons to change and to end it. */
public final class ListShares {
  /** With the row that turns pages as many rows as every platform has. */
  private static final int A_PAGE = 4;

  private final Sharing sharing;
  private final Links links;

  public ListShares(Sharing sharing, Links links) {
    this.sharing = sharing;
    this.links = links;
  }

  /** For {@code /shares}. */
  public List<Effect> list(Visit visit) {
    return List.of(new Effect.Say(page(visit, 0), message -> List.of()));
  }

  /** For the buttons that turn pages. */
  public List<Effect> turn(Visit visit, int page, MessageId message) {
    return List.of(new Effect.Change(message, page(visit, page)));
  }

  private Reply page(Visit visit, int wanted) {
    Words words = visit.words();
    List<ShareSummary> all = sharing.looking().all(visit.id());
    if (all.isEmpty()) {
      return Reply.of(words.say("share.list.none")).onlyForAsker();
    }
    int last = (all.size() - 1) / A_PAGE;
    int page = Math.clamp(wanted, 0, last);
    List<Document> lines = new ArrayList<>();
    List<List<Button>> rows = new ArrayList<>();
    for (int i = page * A_PAGE; i < Math.min(all.size(), (page + 1) * A_PAGE); i++) {
      ShareSummary share = all.get(i);
      // What commands call it by: it stays the same when others end.
      String number = share.id().toString();
      lines.add(line(words, number, share));
      long id = share.id().value();
      rows.add(
          List.of(
              new ShareAction.Live(id, "view").button(words.label("share.list.change", number)),
              new ShareAction.Revoke(id).button(words.label("share.list.revoke", number))));
    }
    if (last > 0) {
      rows.add(turning(page, last));
    }
    return Reply.of(
            Words.all(
                words.say("share.list", all.size()),
                Words.list(lines),
                words.say("share.list.all")))
        .with(rows)
        .onlyForAsker();
  }

  private static List<Button> turning(int page, int last) {
    List<Button> row = new ArrayList<>();
    if (page > 0) {
      row.add(new ShareAction.Page(page - 1).button("◀"));
    }
    if (page < last) {
      row.add(new ShareAction.Page(page + 1).button("▶"));
    }
    return row;
  }

  private Document line(Words words, String number, ShareSummary share) {
    String path = share.path();
    Inline title = path == null ? new Inline.Text(share.title()) : links.named(path, share.title());
    Instant endsAt = share.endsAt();
    Document line =
        endsAt == null
            ? words.say("share.list.line.forever", number, title, share.views())
            : words.say(
                "share.list.line",
                number,
                title,
                share.views(),
                new Inline.Moment(endsAt, Inline.Moment.Style.RELATIVE));
    Visibility seen = share.readers().visibility();
    return seen == Visibility.PUBLIC
        ? line
        : ShareWords.joined(List.of(line, Document.plain("· " + ShareWords.button(words, seen))));
  }
}
