package io.switchboard.community.approve;

import io.switchboard.community.approve.Decided.Already;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.KeepCopies;
import io.switchboard.community.post.Mark;
import io.switchboard.community.post.Standing;
import io.switchboard.community.report.CloseReports;
import io.switchboard.community.tell.TellMembers;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import io.switchboard.staff.card.Cards;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What waits for the staff, and what they decide. */
public final class Approvals {
  /** The kind of the staff's cards. */
  public static final String CARD = "approval";

  /** More are never looked through at once. */
  private static final int MOST = 1000;

  private final Database database;
  private final InstantSource time;
  private final Switches switches;
  private final Sharing sharing;
  private final KeepCopies copies;
  private final Telling telling;
  private final CloseReports reports;

  public Approvals(
      Database database,
      InstantSource time,
      Switches switches,
      Sharing sharing,
      KeepCopies copies,
      Telling telling) {
    this.database = database;
    this.time = time;
    this.switches = switches;
    this.sharing = sharing;
    this.copies = copies;
    this.telling = telling;
    reports = new CloseReports(database, copies.may(), telling);
  }

  /** Who is told: authors, and the staff. */
  public record Telling(TellMembers members, Cards staff) {}

  /** Whether the staff has declined this share as it is now. */
  public static boolean declined(ItemRow item, ShareSummary share) {
    return item.approved().equals(declined(Mark.of(share)));
  }

  private static String declined(String mark) {
    return "!" + mark;
  }

  /** The staff's card about it may have to show something else. */
  public void refresh(ShareId share) {
    telling.staff().refresh(CARD, share.toString());
  }

  /** Asks about what waits and nobody was asked about, since whoever moved it so was killed. */
  public void sweep() {
    for (ItemRow item : waiting(MOST)) {
      telling.staff().refreshIfMissed(CARD, item.share().toString(), item.changedAt());
    }
  }

  /** What waits, the newest first. */
  public List<ItemRow> waiting(int most) {
    return database.read(h -> ItemTable.in(h, List.of(State.WAITING), 0, most));
  }

  /**
   * Decides. Blocks while it is posted.
   *
   * @param sight of what was looked at, see {@link Mark#sight}; empty for whatever it is now
   * @param reason for its author; may be empty
   */
  public Decided decide(
      ShareId share, Optional<String> sight, MemberId by, boolean approve, String reason) {
    if (!switches.enabled()) {
      return new Decided.SwitchedOff();
    }
    Optional<ItemRow> item = database.read(h -> ItemTable.find(h, share));
    Optional<ShareSummary> summary = item.flatMap(i -> sharing.looking().summary(share, i.owner()));
    if (item.isEmpty()) {
      return new Decided.Gone();
    }
    if (item.get().state() != State.WAITING) {
      return new Already(item.get());
    }
    if (summary.isEmpty()) {
      refresh(share);
      return new Decided.Gone();
    }
    if (sight.isPresent() && !sight.get().equals(Mark.sight(summary.get()))) {
      refresh(share);
      return new Decided.Changed();
    }
    if (!decided(item.get(), summary.get(), by, approve, reason)) {
      return new Already(database.read(h -> ItemTable.find(h, share)).orElse(item.get()));
    }
    Standing standing = approve ? copies.show(share) : copies.look(share, true);
    if (approve) {
      var _ = changedSince(share);
    } else {
      reports.over(share, summary.get().title());
    }
    telling.members().say();
    refresh(share);
    ItemRow now = database.read(h -> ItemTable.find(h, share)).orElse(item.get());
    return new Decided.Done(summary.get().title(), now, standing);
  }

  /**
   * Asks once more about what is open and is not as it was allowed, and tells its author so: it has
   * changed while it was decided, or nobody could ask since.
   */
  public boolean changedSince(ShareId share) {
    Optional<ItemRow> open =
        database.read(h -> ItemTable.find(h, share)).filter(i -> i.state() == State.OPEN);
    Optional<ShareSummary> now =
        open.flatMap(i -> sharing.looking().summary(share, i.owner()))
            .filter(s -> s.readers().everybody());
    if (now.isEmpty() || copies.may().now(share)) {
      return false;
    }
    boolean moved =
        database.inTransaction(
            h -> {
              boolean ours =
                  ItemTable.move(h, share, List.of(State.OPEN), State.WAITING, time.instant());
              if (ours) {
                MemberId owner = open.get().owner();
                String place = ItemTable.askedIn(h, share);
                telling.members().add(h, owner, place, "community.told.again", now.get().title());
              }
              return ours;
            });
    if (moved) {
      telling.members().say();
      refresh(share);
    }
    return moved;
  }

  private boolean decided(
      ItemRow item, ShareSummary share, MemberId by, boolean approve, String reason) {
    String mark = Mark.of(share);
    State to = approve ? State.OPEN : State.DECLINED;
    return database.inTransaction(
        h -> {
          if (!ItemTable.move(h, item.share(), List.of(State.WAITING), to, time.instant())) {
            return false;
          }
          ItemTable.decided(h, item.share(), by, reason);
          ItemTable.allow(h, item.share(), approve ? mark : declined(mark));
          String key =
              approve
                  ? "community.told.approved"
                  : reason.isEmpty() ? "community.told.declined" : "community.told.declined.why";
          String place = ItemTable.askedIn(h, item.share());
          String why = telling.members().reason(item.owner(), reason);
          telling.members().add(h, item.owner(), place, key, share.title(), why);
          return true;
        });
  }
}
