package io.switchboard.community;

import io.switchboard.community.approve.Approvals;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.kept.Tags;
import io.switchboard.community.post.KeepCopies;
import io.switchboard.community.post.Standing;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.door.Sharing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** An author wants a share posted, chooses tags for it, and takes it back. Blocks. */
public final class PostShares {
  /** As many tags as there is room for buttons. */
  public static final int MOST_OFFERED = 20;

  private static final List<State> CLOSED = List.of(State.DECLINED, State.WITHDRAWN, State.ENDED);
  private static final Set<State> OPEN = Set.of(State.CHOOSING, State.WAITING, State.OPEN);

  private final Database database;
  private final InstantSource time;
  private final Switches switches;
  private final Sharing sharing;
  private final KeepCopies copies;
  private final FollowShares.Staff staff;

  PostShares(
      Database database,
      InstantSource time,
      Switches switches,
      Sharing sharing,
      KeepCopies copies,
      FollowShares.Staff staff) {
    this.database = database;
    this.time = time;
    this.switches = switches;
    this.sharing = sharing;
    this.copies = copies;
    this.staff = staff;
  }

  /**
   * Begins: asks for tags where there are some, and posts or asks the staff where there are none.
   *
   * @param place where its author asks
   */
  public Posted post(ShareId share, MemberId owner, String place) {
    if (!switches.enabled()) {
      return new Posted.SwitchedOff();
    }
    Optional<ShareSummary> summary = postable(share, owner);
    if (summary.isEmpty()) {
      return new Posted.NotFound();
    }
    if (grows(share, owner)) {
      return new Posted.Growing();
    }
    Optional<ItemRow> item = database.read(h -> ItemTable.find(h, share));
    Optional<Posted> already = item.flatMap(i -> already(i, summary.get()));
    if (already.isPresent()) {
      return already.get();
    }
    begin(share, owner, place, item.isPresent());
    List<String> offered = offered();
    return offered.isEmpty()
        ? goOn(share, owner)
        : new Posted.Choose(offered, item.map(ItemRow::tags).orElse(List.of()));
  }

  private Optional<ShareSummary> postable(ShareId share, MemberId owner) {
    return sharing.looking().summary(share, owner).filter(s -> s.readers().everybody());
  }

  /** Nobody can have looked at an answer that is still being written. */
  private boolean grows(ShareId share, MemberId owner) {
    return sharing.looking().copy(share, owner).filter(copy -> copy.sight().grows()).isPresent();
  }

  private Optional<Posted> already(ItemRow item, ShareSummary share) {
    return switch (item.state()) {
      case OPEN -> Optional.of(shown(item.share()));
      case WAITING -> Optional.of(new Posted.Waiting());
      case REMOVED -> Optional.of(new Posted.Removed());
      case DECLINED ->
          Approvals.declined(item, share) && switches.approval()
              ? Optional.of(new Posted.Declined(item.verdict().reason()))
              : Optional.empty();
      case CHOOSING, WITHDRAWN, ENDED -> Optional.empty();
    };
  }

  private void begin(ShareId share, MemberId owner, String place, boolean known) {
    Instant now = time.instant();
    try {
      database.useTransaction(
          h -> {
            if (known) {
              var _ = ItemTable.move(h, share, CLOSED, State.CHOOSING, now);
            } else {
              ItemTable.insert(h, share, owner, State.CHOOSING, now);
            }
            ItemTable.ask(h, share, place);
          });
    } catch (UnableToExecuteStatementException e) {
      // The same press twice: the other one was first.
      database.useTransaction(h -> ItemTable.ask(h, share, place));
    }
  }

  private List<String> offered() {
    return copies.tags().stream().limit(MOST_OFFERED).toList();
  }

  /**
   * Chooses a tag, or takes it back, while it is not posted.
   *
   * @param number among those on offer
   */
  public Posted tag(ShareId share, MemberId owner, int number) {
    List<String> offered = offered();
    Optional<ItemRow> item =
        database.read(h -> ItemTable.find(h, share)).filter(i -> i.owner().equals(owner));
    if (item.isEmpty() || item.get().state() != State.CHOOSING) {
      return goOn(share, owner);
    }
    List<String> chosen = new ArrayList<>(item.get().tags());
    if (number >= 0 && number < offered.size()) {
      String tag = offered.get(number);
      if (!chosen.remove(tag) && chosen.size() < Tags.MOST) {
        chosen.add(tag);
      }
      database.useTransaction(h -> ItemTable.tag(h, share, chosen));
    }
    return new Posted.Choose(offered, chosen);
  }

  /** Posts what was begun, or asks the staff. Doing it twice is doing it once. */
  public Posted goOn(ShareId share, MemberId owner) {
    if (!switches.enabled()) {
      return new Posted.SwitchedOff();
    }
    Optional<ShareSummary> summary = postable(share, owner);
    Optional<ItemRow> item =
        database.read(h -> ItemTable.find(h, share)).filter(i -> i.owner().equals(owner));
    if (summary.isEmpty() || item.isEmpty()) {
      return new Posted.NotFound();
    }
    if (item.get().state() != State.CHOOSING) {
      return already(item.get(), summary.get()).orElseGet(Posted.NotFound::new);
    }
    if (item.get().tags().isEmpty()) {
      List<String> found = found(share, owner);
      database.useTransaction(h -> ItemTable.tag(h, share, found));
    }
    boolean allowed = copies.may().now(share);
    State to = allowed ? State.OPEN : State.WAITING;
    var _ =
        database.inTransaction(
            h -> ItemTable.move(h, share, List.of(State.CHOOSING), to, time.instant()));
    if (!allowed) {
      staff.approvals().refresh(share);
      return new Posted.Waiting();
    }
    return shown(share);
  }

  /** What has changed since it was allowed waits for the staff, whatever was known of it before. */
  private Posted shown(ShareId share) {
    Standing standing = copies.show(share);
    return staff.approvals().changedSince(share)
        ? new Posted.Waiting()
        : new Posted.Shown(standing);
  }

  /** Tags whose names are spoken of, for authors who chose none. */
  private List<String> found(ShareId share, MemberId owner) {
    String text =
        sharing
            .looking()
            .copy(share, owner)
            .map(PostShares::text)
            .orElse("")
            .toLowerCase(Locale.ROOT);
    return offered().stream()
        .filter(tag -> spoken(text, tag.toLowerCase(Locale.ROOT)))
        .limit(Tags.MOST)
        .toList();
  }

  private static String text(SharedCopy copy) {
    StringBuilder text = new StringBuilder(copy.title());
    copy.turns().forEach(turn -> text.append('\n').append(turn.question()));
    return text.toString();
  }

  /** As a word of its own, where a script has such. */
  private static boolean spoken(String text, String word) {
    for (int at = text.indexOf(word); at >= 0 && !word.isEmpty(); at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean begins = at == 0 || !joined(text.charAt(at - 1), word.charAt(0));
      boolean ends =
          end == text.length() || !joined(word.charAt(word.length() - 1), text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean joined(char a, char b) {
    return a < 0x2e80 && b < 0x2e80 && Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b);
  }

  /** Takes a post back, or the wish for one; empty if this member has none. */
  public Optional<Standing> withdraw(ShareId share, MemberId owner) {
    Optional<ItemRow> mine =
        database.read(h -> ItemTable.find(h, share)).filter(item -> item.owner().equals(owner));
    Instant now = time.instant();
    if (mine.isEmpty()
        || !database.inTransaction(h -> ItemTable.move(h, share, OPEN, State.WITHDRAWN, now))) {
      return Optional.empty();
    }
    Standing standing = copies.look(share, true);
    if (mine.get().state() == State.WAITING) {
      staff.approvals().refresh(share);
    }
    String title = sharing.looking().summary(share, owner).map(ShareSummary::title).orElse("…");
    staff.reports().over(share, title);
    return Optional.of(standing);
  }
}
