package io.switchboard.share;

import io.switchboard.alarm.Alarms;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.Titles;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import io.switchboard.share.end.EndShares;
import io.switchboard.share.end.EndTable;
import io.switchboard.share.kept.CarrierTable;
import io.switchboard.share.kept.ShareRow;
import io.switchboard.share.kept.ShareTable;
import io.switchboard.share.kept.ViewCounts;
import io.switchboard.share.link.LinkKey;
import io.switchboard.share.link.LinkToken;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Shares: made in two steps, read by their link, ended on time. */
public final class Sharing implements AutoCloseable, Merging {
  /** The kind of the alarms that end shares. */
  public static final String EXPIRY = "share-expiry";

  private final Database database;
  private final InstantSource time;
  private final ShareSettings settings;
  private final LinkKey key;
  private final Drafts drafts;
  private final ViewCounts views;
  private final EndShares ends;

  /** Answers the alarms of its kind, and ends shares whose conversation is deleted. */
  public Sharing(
      Database database,
      InstantSource time,
      ShareSettings settings,
      LinkKey key,
      Alarms alarms,
      Conversations conversations) {
    this.database = database;
    this.time = time;
    this.settings = settings;
    this.key = key;
    this.drafts = new Drafts(database, time, conversations);
    this.views = new ViewCounts(database);
    this.ends = new EndShares(database, time, alarms, EXPIRY);
    alarms.onRing(EXPIRY, id -> expire(new ShareId(Long.parseLong(id))));
    conversations.beforeDeletion(ends::conversationDeleted);
  }

  /** What the admin allows. */
  public ShareSettings settings() {
    return settings;
  }

  /** Says who edits the messages that carry a link. At wiring; until then they wait. */
  public void tell(Carriers carriers) {
    ends.tell((share, carrier) -> carriers.ended(ended(share), carrier.place(), carrier.message()));
  }

  /** Says who else has to know that a share has ended. At wiring. */
  public void alsoTell(WhenEnded listener) {
    ends.alsoTell(share -> listener.ended(ended(share)));
  }

  private static Carriers.Ended ended(ShareRow share) {
    return new Carriers.Ended(
        new ShareId(share.id()),
        new MemberId(share.owner()),
        share.shown().title(),
        share.state() == ShareRow.State.REVOKED);
  }

  /** Freezes what is selected. Nothing of it goes out yet. */
  public Prepared prepare(MemberId owner, Selection selection) {
    return drafts.prepare(owner, selection);
  }

  /** Covers in a prepared share what was found in it; false if it is no draft of this member. */
  public boolean mask(ShareId share, MemberId owner) {
    return drafts.mask(share, owner);
  }

  /** Throws a prepared share away; false if it is no draft of this member. */
  public boolean discard(ShareId share, MemberId owner) {
    return drafts.discard(share, owner);
  }

  /** Gives a prepared share its link. Publishing it again gives the same link. */
  public Published publish(ShareId share, MemberId owner, Expiry expiry) {
    return goOn(
        share,
        owner,
        (h, row) -> {
          if (row.live(now())) {
            return live(row);
          }
          if (row.state() != ShareRow.State.DRAFT) {
            return new Published.NotFound();
          }
          if (!settings.allow(expiry)) {
            return new Published.TooLong(settings.maxExpiry());
          }
          LinkToken token = LinkToken.random();
          Instant end = settings.end(expiry, now());
          String sealed = key.seal(token, row.id());
          ShareTable.publish(
              h, row.id(), new ShareTable.Publication(token.hash(), sealed, now(), end));
          return new Published.Live(share, row.shown().title(), token.path(), end);
        });
  }

  /** Gives a live share another end, counted from now. */
  public Published extend(ShareId share, MemberId owner, Expiry expiry) {
    return goOn(
        share,
        owner,
        (h, row) -> {
          if (!row.live(now())) {
            return new Published.NotFound();
          }
          if (!settings.allow(expiry)) {
            return new Published.TooLong(settings.maxExpiry());
          }
          Instant end = settings.end(expiry, now());
          ShareTable.endAt(h, row.id(), end);
          return new Published.Live(share, row.shown().title(), path(row), end);
        });
  }

  private Published goOn(ShareId share, MemberId owner, Drafts.Step<Published> step) {
    Published published = drafts.own(share, owner, step).orElseGet(Published.NotFound::new);
    if (published instanceof Published.Live live) {
      ends.setAlarm(live.id().value(), live.endsAt());
    }
    return published;
  }

  private Published.Live live(ShareRow row) {
    return new Published.Live(new ShareId(row.id()), row.shown().title(), path(row), row.endsAt());
  }

  /**
   * Where its page is.
   *
   * @throws IllegalStateException if the key for links is not the one it was sealed with
   */
  private String path(ShareRow row) {
    return row.path(key)
        .orElseThrow(
            () -> new IllegalStateException("the key for links does not open share " + row.id()));
  }

  /**
   * Gives it another title, at most 200 characters, see {@link Titles#clean}; a blank one gives
   * back the automatic title. False if it is not this member's, or has ended.
   */
  public boolean rename(ShareId share, MemberId owner, String title) {
    return drafts.rename(share, owner, title);
  }

  /** Remembers a message that carries the link, to be edited when the link ends. */
  public void carriedBy(ShareId share, PlaceId place, MessageId message) {
    CarrierTable.Carrier carrier = new CarrierTable.Carrier(place, message);
    boolean late =
        database.inTransaction(
            h -> {
              Optional<ShareRow> row = ShareTable.lock(h, share.value());
              row.ifPresent(r -> CarrierTable.add(h, r.id(), carrier));
              boolean ended = row.filter(ShareRow::ended).isPresent();
              if (ended) {
                EndTable.setTold(h, share.value(), false);
              }
              return ended;
            });
    if (late) {
      ends.tellSoon(share.value());
    }
  }

  /**
   * What the page of this link shows now; empty if it is unknown, ended or revoked. Counts a view,
   * unless it is a preview.
   */
  public Optional<SharedCopy> read(String token) {
    String hash = new LinkToken(token).hash();
    Instant now = time.instant();
    Optional<ShareRow> row =
        database.read(h -> ShareTable.byHash(h, hash)).filter(r -> r.live(now) || r.previewed(now));
    row.filter(r -> r.live(now)).ifPresent(r -> views.count(r.id(), now));
    return row.flatMap(this::copy);
  }

  /** What the page of a live share of this member shows; counts no view. */
  public Optional<SharedCopy> look(ShareId share, MemberId owner) {
    return liveOf(share, owner).flatMap(this::copy);
  }

  /** A live share of this member as a line of their list. */
  public Optional<ShareSummary> summary(ShareId share, MemberId owner) {
    return liveOf(share, owner).map(this::summary);
  }

  private Optional<ShareRow> liveOf(ShareId share, MemberId owner) {
    return database
        .read(h -> ShareTable.find(h, share.value()))
        .filter(r -> r.owner() == owner.value() && r.live(time.instant()));
  }

  private Optional<SharedCopy> copy(ShareRow row) {
    return database
        .read(h -> ShareTable.text(h, row.id(), row.shown().revision()))
        .map(
            text ->
                new SharedCopy(
                    row.shown().title(),
                    null,
                    text.parts().stream()
                        .map(p -> new SharedCopy.SharedTurn(p.question(), p.answer()))
                        .toList(),
                    text.frozenAt(),
                    row.endsAt(),
                    row.state() == ShareRow.State.DRAFT));
  }

  /** The member's live shares, newest first. */
  public List<ShareSummary> of(MemberId owner) {
    views.write();
    return database.read(h -> ShareTable.live(h, owner.value(), time.instant())).stream()
        .map(this::summary)
        .toList();
  }

  private ShareSummary summary(ShareRow row) {
    return new ShareSummary(
        new ShareId(row.id()),
        row.shown().title(),
        row.path(key).orElse(null),
        Visibility.valueOf(row.shown().visibility()),
        row.endsAt(),
        row.shown().views());
  }

  /** Ends it now; false if it is not a live share of this member. */
  public boolean revoke(ShareId share, MemberId owner) {
    return ends.revoke(share.value(), owner);
  }

  /** Ends all of the member's; how many. */
  public int revokeAll(MemberId owner) {
    return ends.revokeAll(owner);
  }

  /** Ends it if its time has come, and tells what carried it, which may take a while. */
  public void expire(ShareId share) {
    ends.expire(share.value());
  }

  /** The share that a link names, by its address or token; empty if it is no live link. */
  public Optional<ShareId> named(String link) {
    return LinkToken.in(link)
        .flatMap(token -> database.read(h -> ShareTable.byHash(h, token.hash())))
        .filter(row -> row.live(time.instant()))
        .map(row -> new ShareId(row.id()));
  }

  /**
   * Does what a crash left undone: ends what is due, tells those still to be told. At start and
   * hourly. Also writes the views counted, and takes away old drafts and the text of what ended.
   */
  public void sweep() {
    views.write();
    ends.sweep();
  }

  /** Writes the views counted, and waits a little for those who tell of an end. */
  @Override
  public void close() {
    ends.close();
    views.write();
  }

  /** Rows keep microseconds at best; what is returned before and after reading must be the same. */
  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    h.createUpdate("update share set owner_id = :to where owner_id = :from")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
  }
}
