package io.switchboard.community;

import io.switchboard.community.approve.Approvals;
import io.switchboard.community.kept.CopyTable;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.KeepCopies;
import io.switchboard.community.post.Standing;
import io.switchboard.community.report.CloseReports;
import io.switchboard.community.tell.TellMembers;
import io.switchboard.db.Database;
import io.switchboard.markup.Inline;
import io.switchboard.markup.fill.Filled;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import io.switchboard.text.Commas;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts follow their shares: a new text reaches all copies, or the staff first; what is not open to
 * all any more is withdrawn; what has ended says so. Blocks.
 */
final class FollowShares {
  private static final Logger log = LoggerFactory.getLogger(FollowShares.class);

  private final Database database;
  private final InstantSource time;
  private final Sharing sharing;
  private final KeepCopies copies;
  private final Staff staff;

  FollowShares(
      Database database, InstantSource time, Sharing sharing, KeepCopies copies, Staff staff) {
    this.database = database;
    this.time = time;
    this.sharing = sharing;
    this.copies = copies;
    this.staff = staff;
  }

  /** Those who have to know. */
  record Staff(Approvals approvals, CloseReports reports, TellMembers members) {}

  /** A share may be another one than it was. */
  void changed(ShareId share) {
    follow(share, true);
  }

  /**
   * Does what a crash left undone, as far as it is due. At start and hourly.
   *
   * @param posting whether posts are made now
   */
  void sweep(boolean posting) {
    staff.approvals.sweep();
    staff.reports.sweep();
    each(database.read(h -> CopyTable.doubtful(h, time.instant())), s -> follow(s, false));
    each(copies.may().missed(), s -> follow(s, false));
    if (posting) {
      each(database.read(ItemTable::unshown), copies::show);
    }
  }

  private static void each(List<ShareId> shares, Consumer<ShareId> work) {
    for (ShareId share : shares) {
      try {
        work.accept(share);
      } catch (RuntimeException | Error e) {
        log.warn("the posts of share {} are looked at again in an hour", share, e);
      }
    }
  }

  /**
   * @param atOnce whether also copies are tried whose time to be tried again has not come
   */
  private void follow(ShareId share, boolean atOnce) {
    Optional<ItemRow> item = database.read(h -> ItemTable.find(h, share));
    if (item.isEmpty()) {
      return;
    }
    Optional<ShareSummary> now = sharing.looking().summary(share, item.get().owner());
    if (now.isEmpty()) {
      var _ = ended(share, "…", atOnce);
      return;
    }
    if (!now.get().readers().everybody()) {
      boolean waited = move(share, List.of(State.WAITING), State.WITHDRAWN);
      if (waited) {
        staff.approvals.refresh(share);
      }
      if (waited || move(share, List.of(State.OPEN, State.CHOOSING), State.WITHDRAWN)) {
        staff.reports.over(share, now.get().title());
      }
    } else if (!staff.approvals.changedSince(share) && item.get().state() == State.WAITING) {
      staff.approvals.refresh(share);
    }
    look(item.get(), now.get().title(), atOnce);
  }

  /** What the staff had decided was taken back. */
  void decidedAnew(ShareId share) {
    Optional<ItemRow> item = database.read(h -> ItemTable.find(h, share));
    if (item.isEmpty()) {
      return;
    }
    var _ = item.get().state() == State.OPEN ? copies.show(share) : copies.look(share, true);
    staff.approvals.refresh(share);
    tell(item.get(), "community.told.anew", title(item.get()));
  }

  /** Whether nothing is left to do. */
  boolean ended(ShareId share, String title) {
    return ended(share, title, true);
  }

  private boolean ended(ShareId share, String title, boolean atOnce) {
    Optional<ItemRow> item = database.read(h -> ItemTable.find(h, share));
    if (item.isEmpty()) {
      return true;
    }
    if (move(share, List.of(State.WAITING), State.ENDED)) {
      tell(item.get(), "community.told.ended", title);
      staff.approvals.refresh(share);
    } else {
      var _ = move(share, List.of(State.OPEN, State.CHOOSING), State.ENDED);
    }
    staff.reports.over(share, title);
    return look(item.get(), title, atOnce).settled();
  }

  private boolean move(ShareId share, List<State> from, State to) {
    return database.inTransaction(h -> ItemTable.move(h, share, from, to, time.instant()));
  }

  private Standing look(ItemRow item, String title, boolean atOnce) {
    List<Standing.Out> before = copies.standing(item.share()).out();
    Standing standing = copies.look(item.share(), atOnce);
    List<Standing.Out> now = standing.out().stream().filter(out -> isNew(out, before)).toList();
    tell(item, "community.told.out", title, now.stream().filter(Standing.Out::again));
    tell(item, "community.told.deleted", title, now.stream().filter(Standing.Out::deleted));
    return standing;
  }

  private static boolean isNew(Standing.Out out, List<Standing.Out> before) {
    return before.stream()
        .noneMatch(b -> b.channel().equals(out.channel()) && b.deleted() == out.deleted());
  }

  private void tell(ItemRow item, String key, String title, Stream<Standing.Out> out) {
    List<Inline.Channel> channels = out.map(o -> staff.members.called(o.channel())).toList();
    if (!channels.isEmpty()) {
      String comma = Commas.sign(staff.members.language(item.owner()));
      tell(item, key, title, Filled.Several.parted(channels, comma));
    }
  }

  /** A copy still shows what it should not, and is not tried any more. */
  void givenUp(ShareId share, String channel) {
    database
        .read(h -> ItemTable.find(h, share))
        .ifPresent(
            item -> tell(item, "community.told.lost", title(item), staff.members.called(channel)));
  }

  private String title(ItemRow item) {
    return sharing
        .looking()
        .summary(item.share(), item.owner())
        .map(ShareSummary::title)
        .orElse("…");
  }

  private void tell(ItemRow item, String key, Object... things) {
    database.useTransaction(
        h -> staff.members.add(h, item.owner(), ItemTable.askedIn(h, item.share()), key, things));
    staff.members.say();
  }
}
