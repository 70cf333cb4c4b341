package io.switchboard.command.sharing;

import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.Sharing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A member's live links, with a button to end each. */
public final class ListShares {
  /** As many as every platform has rows of buttons for, with one left. */
  private static final int LISTED = 20;

  private static final int BUTTONS_A_ROW = 5;

  private final Sharing sharing;
  private final Links links;

  public ListShares(Sharing sharing, Links links) {
    this.sharing = sharing;
    this.links = links;
  }

  /** For {@code /shares}. */
  public List<Effect> list(Visit visit) {
    Words words = visit.words();
    List<ShareSummary> all = sharing.of(visit.id());
    if (all.isEmpty()) {
      return List.of(Effect.tell(words.say("share.list.none")));
    }
    List<Document> lines = new ArrayList<>();
    List<List<Button>> rows = new ArrayList<>();
    List<Button> row = new ArrayList<>();
    for (ShareSummary share : all.stream().limit(LISTED).toList()) {
      int number = lines.size() + 1;
      lines.add(line(words, number, share));
      row.add(
          new ShareAction.Revoke(share.id().value())
              .button(words.label("share.list.revoke", number)));
      if (row.size() == BUTTONS_A_ROW) {
        rows.add(List.copyOf(row));
        row.clear();
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return List.of(
        Effect.tell(
            Words.all(
                words.say("share.list", all.size()),
                Words.list(lines),
                words.say("share.list.all")),
            rows));
  }

  private Document line(Words words, int number, ShareSummary share) {
    String path = share.path();
    Inline title = path == null ? new Inline.Text(share.title()) : links.named(path, share.title());
    Instant endsAt = share.endsAt();
    return endsAt == null
        ? words.say("share.list.line.forever", number, title, share.views())
        : words.say(
            "share.list.line",
            number,
            title,
            share.views(),
            new Inline.Moment(endsAt, Inline.Moment.Style.RELATIVE));
  }
}
