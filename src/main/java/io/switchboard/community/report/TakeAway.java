package io.switchboard.community.report;

import io.switchboard.community.approve.Approvals;
import io.switchboard.community.approve.Approvals.Telling;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.kept.ReportTable;
import io.switchboard.community.kept.ReportTable.Case;
import io.switchboard.community.post.KeepCopies;
import io.switchboard.community.post.Standing;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The staff takes posts away, reported or not; their authors and whoever reported them are told.
 */
final class TakeAway {
  private static final Set<State> SEEN = Set.of(State.OPEN, State.WAITING);
  private final Database database;
  private final InstantSource time;
  private final KeepCopies copies;
  private final Telling telling;
  private final Function<ShareId, Titles> titles;

  TakeAway(
      Database database,
      InstantSource time,
      KeepCopies copies,
      Telling telling,
      Function<ShareId, Titles> titles) {
    this.database = database;
    this.time = time;
    this.copies = copies;
    this.telling = telling;
    this.titles = titles;
  }

  /**
   * The title of a post.
   *
   * @param own for its author and the staff
   * @param shown for whoever reported it
   */
  record Titles(String own, String shown) {}

  /** Whether it was there to be taken away; its author is told, if there is a text for it. */
  boolean mark(Handle h, ItemRow item, MemberId by, String reason, Titles called, String key) {
    if (!ItemTable.move(h, item.share(), SEEN, State.REMOVED, time.instant())) {
      return false;
    }
    ItemTable.decided(h, item.share(), by, reason);
    if (!key.isEmpty()) {
      telling.members().add(h, item.owner(), "", key, called.own(), reason);
    }
    return true;
  }

  Answered one(ShareId share, MemberId by, String reason) {
    Optional<ItemRow> item =
        database.read(h -> ItemTable.find(h, share)).filter(i -> SEEN.contains(i.state()));
    String key = reason.isEmpty() ? "community.told.removed" : "community.told.removed.why";
    Titles called = titles.apply(share);
    return item.isPresent() && marked(item.get(), by, reason, called, key)
        ? follow(new Taken(share, item.get().state(), called.own()))
        : new Answered.Gone();
  }

  private boolean marked(ItemRow item, MemberId by, String reason, Titles called, String key) {
    Optional<Case> last = database.read(h -> ReportTable.last(h, item.share()));
    return database.inTransaction(
        h -> {
          boolean ours = mark(h, item, by, reason, called, key);
          if (ours) {
            last.ifPresent(c -> close(h, c, by, called.shown()));
          }
          return ours;
        });
  }

  private void close(Handle h, Case open, MemberId by, String title) {
    if (ReportTable.end(h, open.share(), open.round(), ReportTable.State.REMOVED, by)) {
      ReportTable.reporters(h, open.share(), open.round())
          .forEach(who -> telling.members().add(h, who, "", "community.told.gone", title));
    }
  }

  /** The channels and the staff's cards follow. */
  Answered.Removed follow(Taken taken) {
    ShareId share = taken.share();
    Standing standing = copies.look(share, true);
    telling.members().say();
    database
        .read(h -> ReportTable.last(h, share))
        .ifPresent(c -> telling.staff().refresh(Reports.CARD, share + "/" + c.round()));
    telling.staff().refresh(Approvals.CARD, share.toString());
    return new Answered.Removed(taken.title(), taken.before(), standing);
  }

  int removable(MemberId owner) {
    return database.read(h -> ItemTable.of(h, owner, SEEN)).size();
  }

  /** Each is told to {@code also} before the next is taken. */
  List<Taken> all(MemberId owner, MemberId by, Consumer<Taken> also) {
    List<Taken> all = new ArrayList<>();
    for (ItemRow item : database.read(h -> ItemTable.of(h, owner, SEEN))) {
      Titles called = titles.apply(item.share());
      if (marked(item, by, "", called, "")) {
        Taken taken = new Taken(item.share(), item.state(), called.own());
        also.accept(taken);
        all.add(taken);
      }
    }
    if (!all.isEmpty()) {
      database.useTransaction(
          h -> telling.members().add(h, owner, "", "community.told.removed.all", all.size()));
      telling.members().say();
    }
    return all;
  }
}
