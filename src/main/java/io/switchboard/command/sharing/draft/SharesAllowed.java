package io.switchboard.command.sharing.draft;

import io.switchboard.command.about.LimitWords;
import io.switchboard.command.visit.Visit;
import io.switchboard.markup.Document;
import io.switchboard.queue.limit.Allowances;
import io.switchboard.queue.limit.rule.What;
import io.switchboard.share.ShareId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How much somebody may share: so many links in a time, so many live ones. */
public final class SharesAllowed {
  private final Allowances allowances;
  private final LimitWords words;

  public SharesAllowed(Allowances allowances, LimitWords words) {
    this.allowances = allowances;
    this.words = words;
  }

  /** As many live links as they may have; empty for any number. */
  OptionalInt most(Visit visit) {
    Integer most = allowances.most(visit.asker(), What.LINKS);
    return most == null ? OptionalInt.empty() : OptionalInt.of(most);
  }

  /** Counts a link that is about to go out; what to say if that is one too many. */
  Optional<Document> take(Visit visit, ShareId share) {
    return allowances
        .take(name(share), visit.asker(), Map.of(What.SHARES, 1L))
        .map(
            reached ->
                words.refusal(visit.words(), reached, visit.place().scopes(), "limit.use.back"));
  }

  /** It did not go out. */
  void giveBack(ShareId share) {
    allowances.giveBack(name(share));
  }

  private static String name(ShareId share) {
    return "share:" + share;
  }
}
