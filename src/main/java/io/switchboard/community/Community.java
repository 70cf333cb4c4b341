package io.switchboard.community;

import io.switchboard.alarm.Alarms;
import io.switchboard.chat.message.Messengers;
import io.switchboard.community.approve.ApprovalCard;
import io.switchboard.community.approve.Approvals;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.digest.Digest;
import io.switchboard.community.digest.DigestText;
import io.switchboard.community.digest.WeekClock;
import io.switchboard.community.gallery.Gallery;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.like.Likes;
import io.switchboard.community.post.Channels;
import io.switchboard.community.post.KeepCopies;
import io.switchboard.community.post.PostText;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.community.report.CloseReports;
import io.switchboard.community.report.ReportCard;
import io.switchboard.community.report.Reports;
import io.switchboard.community.tell.TellMembers;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.Merging;
import io.switchboard.pacing.Outbox;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import io.switchboard.staff.card.Cards;
import io.switchboard.text.Texts;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The door to the room: its parts, put together. */
public final class Community implements Merging, AutoCloseable {
  private final Database database;
  private final Switches switches;
  private final Channels channels;
  private final KeepCopies copies;
  private final PostShares posting;
  private final Approvals approvals;
  private final ApprovalCard approvalCard;
  private final ReportCard reportCard;
  private final Reports reports;
  private final OpenPosts reading;
  private final Gallery gallery;
  private final Likes likes;
  private final Digest digest;
  private final FollowShares following;
  private final TellMembers telling;
  private final BooleanSupplier staffReads;
  private volatile Runnable switchedBy = () -> {};
  private final Background background = new Background();

  /** Hears from now on which shares have changed or ended; answers alarms of its kinds. */
  public Community(
      Database database,
      InstantSource time,
      CommunitySettings settings,
      Chats chats,
      Sources sources,
      Words words) {
    this.database = database;
    Sharing sharing = sources.sharing();
    Members members = sources.members();
    PostText text = new PostText(words.texts(), members, words.address());
    switches = new Switches(database, settings);
    channels = new Channels(chats.messengers(), chats.outbox(), switches, text);
    copies = new KeepCopies(database, time, switches, sharing, channels, sources.alarms());
    telling =
        new TellMembers(
            database,
            time,
            members,
            new TellMembers.Ways(chats.messengers(), chats.outbox()),
            words.texts());
    Approvals.Telling told = new Approvals.Telling(telling, chats.cards());
    approvals = new Approvals(database, time, switches, sharing, copies, told);
    reports = new Reports(database, time, switches, sharing, copies, told);
    FollowShares.Staff staff =
        new FollowShares.Staff(approvals, new CloseReports(database, copies.may(), told), telling);
    posting = new PostShares(database, time, switches, sharing, copies, staff);
    reading = new OpenPosts(database, time, switches::enabled, copies.may());
    gallery = new Gallery(database, time, reading, sharing, switches::enabled);
    likes = new Likes(database, switches::enabled);
    digest =
        new Digest(
            database,
            switches,
            channels,
            reading,
            new DigestText(words.texts(), sharing, text),
            new Digest.Clockwork(
                new WeekClock(time, words.zone(), settings.weekly()),
                sources.alarms(),
                background::run));
    approvalCard =
        new ApprovalCard(database, sharing, members, text, words.texts(), chats.cards()::language);
    staffReads = chats.cards()::somewhere;
    chats.cards().ask(Approvals.CARD, approvalCard::card);
    reportCard = new ReportCard(database, sharing, members, text, words.texts());
    chats.cards().ask(Reports.CARD, reportCard::card);
    following = new FollowShares(database, time, sharing, copies, staff);
    copies.onGivenUp(following::givenUp);
    sharing.tellOfChanges(share -> background.run(() -> following.changed(share)));
    sharing.alsoTell(ended -> following.ended(ended.share(), ended.title()));
  }

  /** The chats, and how the staff is shown something. */
  public record Chats(Messengers messengers, Outbox outbox, Cards cards) {}

  /** What is posted, by whom, and what wakes us. */
  public record Sources(Sharing sharing, Members members, Alarms alarms) {}

  /**
   * How things are said.
   *
   * @param address makes a page's path the address that people open
   * @param zone of the server's clock
   */
  public record Words(Texts texts, UnaryOperator<String> address, ZoneId zone) {}

  /** Whether shares can be posted now: it is switched on, and there is a channel. */
  public boolean enabled() {
    return switches.enabled();
  }

  /** Whether there is a channel in which the staff is asked. */
  public boolean staffReads() {
    return staffReads.getAsBoolean();
  }

  /** What admins switch. */
  public Switches switches() {
    return switches;
  }

  /** The channels. */
  public Channels channels() {
    return channels;
  }

  /** How copies stand. */
  public KeepCopies copies() {
    return copies;
  }

  /** What authors do. */
  public PostShares posting() {
    return posting;
  }

  /** What the staff decides before something is posted. */
  public Approvals approvals() {
    return approvals;
  }

  /** What the staff is shown then. */
  public ApprovalCard approvalCard() {
    return approvalCard;
  }

  /** What the staff is shown of reports. */
  public ReportCard reportCard() {
    return reportCard;
  }

  /** What members report, and the staff takes away. */
  public Reports reports() {
    return reports;
  }

  /** The posts that everybody may see now. */
  public OpenPosts reading() {
    return reading;
  }

  /** The same, to be looked through. */
  public Gallery gallery() {
    return gallery;
  }

  /** Says who wants to know that admins switched something. At wiring. */
  public void onSwitched(Runnable listener) {
    switchedBy = listener;
  }

  /** Admins have switched something. */
  public void switched() {
    background.run(switchedBy);
  }

  /** What the staff decided was taken back: it is shown, or asked for, once more. In time. */
  public void decidedAnew(ShareId share) {
    background.run(() -> following.decidedAnew(share));
  }

  /** What is counted of reactions. */
  public Likes likes() {
    return likes;
  }

  /** The best of the week. */
  public Digest digest() {
    return digest;
  }

  /** Posts in these states, the newest change first; for the staff. */
  public List<ItemRow> items(List<ItemRow.State> states, int from, int most) {
    return database.read(h -> ItemTable.in(h, states, from, most));
  }

  /** What is known of a share that somebody wanted posted; for the staff. */
  public Optional<ItemRow> item(ShareId share) {
    return database.read(h -> ItemTable.find(h, share));
  }

  /** Does what a crash left undone. At start and hourly. */
  public void sweep() {
    following.sweep(enabled());
    telling.say();
    digest.catchUp();
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    for (String sql :
        List.of(
            "update community_post set owner_id = :to where owner_id = :from",
            "update community_item set owner_id = :to where owner_id = :from",
            "update community_item set decided_by = :to where decided_by = :from",
            "update community_case set decided_by = :to where decided_by = :from",
            "update community_word set member_id = :to where member_id = :from",
            "delete from community_report where member_id = :from and share_id in (select share_id"
                + " from community_report where member_id = :to)",
            "update community_report set member_id = :to where member_id = :from")) {
      h.createUpdate(sql).bind("from", from.value()).bind("to", to.value()).execute();
    }
  }

  /** Lets what runs come to an end, for some seconds at most. */
  @Override
  public void close() {
    background.close();
    telling.close();
  }
}
