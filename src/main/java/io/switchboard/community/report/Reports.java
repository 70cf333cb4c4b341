package io.switchboard.community.report;

import io.switchboard.community.approve.Approvals;
import io.switchboard.community.approve.Approvals.Telling;
import io.switchboard.community.channel.Switches;
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
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Reports of posts, what the staff decides about them, and what they take away. */
public final class Reports {
  /** The kind of the staff's cards; their id is the share and the round. */
  public static final String CARD = "report";

  /** Why something can be reported; each has a text of its own. */
  public static final List<String> REASONS =
      List.of("spam", "insult", "personal", "wrong", "other");

  /** So many can be reported in a day. */
  public static final int A_DAY = 10;

  private final Database database;
  private final InstantSource time;
  private final Switches switches;
  private final Sharing sharing;
  private final KeepCopies copies;
  private final Telling telling;
  private final TakeAway away;

  public Reports(
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
    away = new TakeAway(database, time, copies, telling, this::titles);
  }

  /**
   * The title of a post that can be seen and reported now, as far as the staff has allowed it;
   * empty if it is none.
   */
  public Optional<String> title(ShareId share) {
    return seen(share).map(copies.may()::title);
  }

  /** What those are told of it who know it as it is. */
  private TakeAway.Titles titles(ShareId share) {
    return seen(share)
        .map(summary -> new TakeAway.Titles(summary.title(), copies.may().title(summary)))
        .orElseGet(() -> new TakeAway.Titles("…", "…"));
  }

  private Optional<ShareSummary> seen(ShareId share) {
    return database
        .read(h -> ItemTable.find(h, share))
        .filter(item -> item.state() == State.OPEN || shownStill(item))
        .flatMap(item -> sharing.looking().summary(share, item.owner()))
        .filter(summary -> summary.readers().everybody());
  }

  /** Copies of what waits once more are still shown. */
  private static boolean shownStill(ItemRow item) {
    return item.state() == State.WAITING && item.postedAt() != null;
  }

  /** Why a member cannot report a post now, whatever is wrong with it; empty if they can. */
  public Optional<Reported> refused(ShareId share, MemberId member) {
    return database.read(h -> refused(h, share, member, time.instant()));
  }

  /** A member reports a post. */
  public Reported report(ShareId share, MemberId member, String reason) {
    if (!switches.enabled()) {
      return new Reported.SwitchedOff();
    }
    if (seen(share).isEmpty() || !REASONS.contains(reason)) {
      return new Reported.Gone();
    }
    Instant now = time.instant();
    Reported reported;
    try {
      reported = database.inTransaction(h -> report(h, share, member, reason, now));
    } catch (UnableToExecuteStatementException e) {
      // Two at once began the round, or pressed twice: now it is there.
      reported = database.inTransaction(h -> report(h, share, member, reason, now));
    }
    if (reported instanceof Reported.Noted) {
      refresh(share);
    }
    return reported;
  }

  private static Optional<Reported> refused(Handle h, ShareId share, MemberId member, Instant now) {
    if (ItemTable.find(h, share).filter(i -> i.owner().equals(member)).isPresent()) {
      return Optional.of(new Reported.Own());
    }
    if (ReportTable.has(h, share, member)) {
      return Optional.of(new Reported.Before());
    }
    Duration day = Duration.ofDays(1);
    List<Instant> today = ReportTable.since(h, member, now.minus(day));
    return today.size() >= A_DAY
        ? Optional.of(new Reported.TooMany(A_DAY, today.get(today.size() - A_DAY).plus(day)))
        : Optional.empty();
  }

  private static Reported report(
      Handle h, ShareId share, MemberId member, String reason, Instant now) {
    Optional<Reported> refused = refused(h, share, member, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Optional<Case> last = ReportTable.last(h, share);
    boolean open = last.filter(c -> c.state() == ReportTable.State.OPEN).isPresent();
    int round = last.map(Case::round).orElse(0) + (open ? 0 : 1);
    if (!open) {
      ReportTable.begin(h, share, round, now);
    }
    ReportTable.add(h, share, member, round, reason, now);
    return new Reported.Noted();
  }

  /** The staff's card about it may have to show something else. */
  public void refresh(ShareId share) {
    database
        .read(h -> ReportTable.last(h, share))
        .ifPresent(c -> telling.staff().refresh(CARD, share + "/" + c.round()));
  }

  /** What nobody has decided about yet, the oldest first. */
  public List<Case> open(int most) {
    return database.read(h -> ReportTable.open(h, most));
  }

  /** The reports of a post about which nobody has decided yet. */
  public Optional<Case> open(ShareId share) {
    return database
        .read(h -> ReportTable.last(h, share))
        .filter(c -> c.state() == ReportTable.State.OPEN);
  }

  /** The staff decides about a round of reports. Blocks while it is taken away. */
  public Answered answer(ShareId share, int round, MemberId by, boolean keep) {
    Optional<ItemRow> item = database.read(h -> ItemTable.find(h, share));
    Optional<Case> last =
        database.read(h -> ReportTable.last(h, share)).filter(c -> c.round() >= round);
    if (item.isEmpty() || last.isEmpty()) {
      return new Answered.Gone();
    }
    TakeAway.Titles titles = titles(share);
    boolean done =
        last.get().round() == round
            && database.inTransaction(h -> answer(h, item.get(), round, by, keep, titles));
    if (!done) {
      return database
          .read(h -> ReportTable.last(h, share))
          .<Answered>map(c -> new Answered.Already(c.state(), c.by()))
          .orElseGet(Answered.Gone::new);
    }
    Standing standing = keep ? new Standing(0, List.of()) : copies.look(share, true);
    telling.members().say();
    refresh(share);
    if (!keep) {
      telling.staff().refresh(Approvals.CARD, share.toString());
    }
    return keep
        ? new Answered.Kept(titles.own())
        : new Answered.Removed(titles.own(), item.get().state(), standing);
  }

  private boolean answer(
      Handle h, ItemRow item, int round, MemberId by, boolean keep, TakeAway.Titles titles) {
    ReportTable.State state = keep ? ReportTable.State.KEPT : ReportTable.State.REMOVED;
    if (!ReportTable.end(h, item.share(), round, state, by)) {
      return false;
    }
    String said = keep ? "community.told.kept" : "community.told.gone";
    ReportTable.reporters(h, item.share(), round)
        .forEach(who -> telling.members().add(h, who, "", said, titles.shown()));
    if (!keep) {
      var _ = away.mark(h, item, by, "", titles, "community.told.removed.reported");
    }
    return true;
  }

  /**
   * The staff takes a post away, reported or not. Blocks.
   *
   * @param reason for its author; may be empty
   */
  public Answered remove(ShareId share, MemberId by, String reason) {
    return away.one(share, by, reason);
  }

  /** How many posts of a member the staff can take away. */
  public int removable(MemberId owner) {
    return away.removable(owner);
  }

  /**
   * The staff takes all posts of a member away, who is told once. They are out of the gallery then;
   * for the channels, {@link #follow} is to be called for each.
   *
   * @param also is told of each, before the next is taken
   */
  public List<Taken> removeAll(MemberId owner, MemberId by, Consumer<Taken> also) {
    return away.all(owner, by, also);
  }

  /**
   * Has the channels follow one of them; the hourly sweep does it for those that this was not
   * called for. Blocks, as long as the platforms let it wait.
   */
  public Answered.Removed follow(Taken taken) {
    return away.follow(taken);
  }
}
