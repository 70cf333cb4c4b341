package io.switchboard.command.sharing.live;

import io.switchboard.chat.action.ShareAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.share.Published;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.expiry.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a link more time, as much as the admin allows. */
public final class Extending {
  private static final List<Duration> BY =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private Extending() {}

  /** Buttons that add the usual times. */
  public static List<Button> buttons(Words words, ShareId share) {
    List<Button> row = new ArrayList<>();
    for (Duration by : BY) {
      row.add(
          new ShareAction.Live(share.value(), "more:" + by.toSeconds())
              .button(words.label("share.button.more", words.span(by))));
    }
    return row;
  }

  /** So many seconds after the present end; if that is too long, as long as may be. */
  static Published by(Sharing sharing, Visit visit, ShareId share, String seconds) {
    Optional<Instant> end = sharing.looking().summary(share, visit.id()).map(ShareSummary::endsAt);
    if (end.isEmpty()) {
      return new Published.NotFound();
    }
    Instant now = visit.origin().at();
    Expiry wished = new Expiry.At(end.get().plusSeconds(Long.parseLong(seconds)));
    Duration most = sharing.settings().maxExpiry();
    return sharing.extend(
        share, visit.id(), sharing.settings().allow(wished, now) ? wished : new Expiry.After(most));
  }
}
