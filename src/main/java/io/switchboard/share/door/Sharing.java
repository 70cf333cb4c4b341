package io.switchboard.share.door;

import io.switchboard.alarm.Alarms;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Turn;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.Merging;
import io.switchboard.share.Carriers;
import io.switchboard.share.Published;
import io.switchboard.share.Reminding;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.WhenEnded;
import io.switchboard.share.end.Carrying;
import io.switchboard.share.end.EndShares;
import io.switchboard.share.end.Reminders;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ViewCounts;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.look.LookAtAll;
import io.switchboard.share.make.GrowShares;
import io.switchboard.share.make.MakeShares;
import io.switchboard.share.make.Maker;
import io.switchboard.share.make.OwnRows;
import io.switchboard.share.own.LookAtOwn;
import io.switchboard.share.own.OwnShares;
import io.switchboard.share.read.Gates;
import io.switchboard.share.read.OpenShares;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The door to the room: its parts, put together. */
public final class Sharing implements AutoCloseable, Merging {
  /** The kind of the alarms that end shares. */
  public static final String EXPIRY = "share-expiry";

  /** The kind of the alarms that remind of their end. */
  public static final String REMINDER = "share-reminder";

  private final ShareSettings settings;
  private final Maker maker;
  private final OwnShares own;
  private final LookAtOwn looking;
  private final LookAtAll overseeing;
  private final OpenShares opening;
  private final ViewCounts views;
  private final EndShares ends;
  private final Carrying carrying;
  private final Reminders reminders;
  private volatile Consumer<ShareId> changed = share -> {};

  /** Answers the alarms of its kind, and ends shares whose conversation is deleted. */
  public Sharing(
      Database database,
      InstantSource time,
      ShareSettings settings,
      LinkKey key,
      Alarms alarms,
      Conversations conversations) {
    this.settings = settings;
    this.maker = Maker.of(database, time, settings, key, conversations);
    this.own =
        new OwnShares(new OwnRows(database), time, settings, key, new Members(database, time));
    this.views = new ViewCounts(database);
    this.looking = new LookAtOwn(database, time, key, views);
    this.overseeing = new LookAtAll(database, time, views);
    this.ends = new EndShares(database, time, alarms, EXPIRY, settings.deleteAfter());
    this.carrying = new Carrying(database, ends);
    this.reminders = new Reminders(database, time, alarms, REMINDER);
    Gates gates = new Gates(database, time, views, ends::setAlarm);
    this.opening = new OpenShares(database, time, views, maker.making()::preview, gates);
    alarms.onRing(EXPIRY, id -> ends.expire(Long.parseLong(id)));
    conversations.beforeDeletion(ends::conversationDeleted);
  }

  /** What the admin allows. */
  public ShareSettings settings() {
    return settings;
  }

  /** Preparing what is to go out. */
  public MakeShares making() {
    return maker.making();
  }

  /**
   * A page for an answer that begins, see {@link GrowShares#begin}; it ends by itself, without a
   * reminder.
   */
  public Optional<GrowShares.Page> grow(MemberId owner, Turn turn, boolean instead, Expiry expiry) {
    Optional<GrowShares.Page> page = maker.growing().begin(owner, turn, instead, expiry);
    page.ifPresent(p -> ends.setAlarm(p.share().value(), p.endsAt()));
    return page;
  }

  /** Pages of answers. */
  public GrowShares growing() {
    return maker.growing();
  }

  /** What owners change. */
  public OwnShares own() {
    return own;
  }

  /** What owners see. */
  public LookAtOwn looking() {
    return looking;
  }

  /** What admins see of everybody's. */
  public LookAtAll overseeing() {
    return overseeing;
  }

  /** What a link gives to whom. */
  public OpenShares opening() {
    return opening;
  }

  /** Says who edits the messages that carry a link. At wiring; until then they wait. */
  public void tell(Carriers carriers) {
    ends.tell((share, carrier) -> carriers.ended(ended(share), carrier.place(), carrier.message()));
  }

  /** Says who reminds owners that a link ends soon. At wiring; until then they wait. */
  public void remindBy(Reminding who) {
    reminders.remindBy(who);
  }

  /** Says who else has to know that a share has ended. At wiring. */
  public void alsoTell(WhenEnded listener) {
    ends.alsoTell(share -> listener.ended(ended(share)));
  }

  /**
   * Says who has to know that a share was changed: its text, its title, who reads it, its end. At
   * wiring. They must not wait.
   */
  public void tellOfChanges(Consumer<ShareId> listener) {
    changed = listener;
    own.tellOfChanges(listener);
  }

  private static Carriers.Ended ended(ShareRow share) {
    return new Carriers.Ended(
        new ShareId(share.id()),
        new MemberId(share.owner()),
        share.shown().title(),
        share.state() == ShareRow.State.REVOKED);
  }

  /** Lets a prepared share out, for as long as its owner chose. */
  public Published publish(ShareId share, MemberId owner) {
    return publish(share, owner, OptionalInt.empty());
  }

  /**
   * Lets a prepared share out, for as long as its owner chose.
   *
   * @param most as many live shares as they may have; empty for any number
   */
  public Published publish(ShareId share, MemberId owner, OptionalInt most) {
    return goOn(maker.publishing().publish(share, owner, most));
  }

  /** Gives a live share another end, counted from now. */
  public Published extend(ShareId share, MemberId owner, Expiry expiry) {
    Published extended = goOn(own.extend(share, owner, expiry));
    if (extended instanceof Published.Live) {
      changed.accept(share);
    }
    return extended;
  }

  private Published goOn(Published published) {
    if (published instanceof Published.Revised(Published.Live revised, int number)) {
      changed.accept(revised.id());
    }
    if (published instanceof Published.Live live) {
      ends.setAlarm(live.id().value(), live.endsAt());
      reminders.plan(live.id().value());
    }
    return published;
  }

  /** Remembers a message that carries the link, to be edited when the link ends. */
  public void carriedBy(ShareId share, PlaceId place, MessageId message) {
    carrying.carriedBy(share, place, message);
  }

  /** This message carries this link from now on, and no other. */
  public void carriedOnlyBy(ShareId share, PlaceId place, MessageId message) {
    carrying.carriesNothing(message);
    carrying.carriedBy(share, place, message);
  }

  /** Whether any message carries the link. */
  public boolean isCarried(ShareId share) {
    return carrying.isCarried(share);
  }

  /** This message carries no link any more. */
  public void carriesNothing(MessageId message) {
    carrying.carriesNothing(message);
  }

  /** Ends it now; false if it is not a live share of this member. */
  public boolean revoke(ShareId share, MemberId owner) {
    return ends.revoke(share.value(), owner);
  }

  /**
   * The same with something that is done in the same transaction.
   *
   * @return what that gave; empty if it is not a live share of this member
   */
  public <T> Optional<T> revoke(ShareId share, MemberId owner, Function<Handle, T> also) {
    return ends.revoke(share.value(), owner, also);
  }

  /** Ends all of the member's; how many. */
  public int revokeAll(MemberId owner) {
    return ends.revokeAll(owner, (h, ended) -> {}).size();
  }

  /**
   * The same with something that is done in the same transaction, if there are any.
   *
   * @param also is told which end
   */
  public List<ShareId> revokeAll(MemberId owner, BiConsumer<Handle, List<ShareId>> also) {
    return ends.revokeAll(owner, also);
  }

  /** Ends it if its time has come, and tells what carried it, which may take a while. */
  public void expire(ShareId share) {
    ends.expire(share.value());
  }

  /**
   * Does what a crash left undone: ends what is due, tells those still to be told. At start and
   * hourly. Also writes the views counted, and takes away old drafts and the text of what ended.
   */
  public void sweep() {
    views.write();
    ends.sweep();
    reminders.sweep();
  }

  /** Writes the views counted, and waits a little for those who tell of an end. */
  @Override
  public void close() {
    ends.close();
    views.write();
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    h.createUpdate("update share set owner_id = :to where owner_id = :from")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
  }
}
