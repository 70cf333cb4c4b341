package io.switchboard.community;

import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Messengers;
import io.switchboard.chat.message.Posts;
import io.switchboard.chat.message.Reply;
import io.switchboard.community.gallery.Gallery;
import io.switchboard.community.kept.ItemRow.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.db.Database;
import io.switchboard.member.MemberId;
import io.switchboard.member.Merging;
import io.switchboard.share.Carriers;
import io.switchboard.share.ShareId;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.door.Sharing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows shares in the community channels, and takes them away again. */
public final class Community implements Merging {
  /** Longer than a platform's call can take, waiting for its budget included. */
  private static final Duration BUSY = Duration.ofMinutes(2);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(Community.class);

  private final Database database;
  private final InstantSource time;
  private final CommunitySettings settings;
  private final Messengers messengers;
  private final Sharing sharing;
  private final PostText text;
  private final OpenPosts reading;
  private final Gallery gallery;

  /** Hears from now on which shares have ended. */
  public Community(
      Database database,
      InstantSource time,
      CommunitySettings settings,
      Messengers messengers,
      Sharing sharing,
      PostText text) {
    this.database = database;
    this.time = time;
    this.settings = settings;
    this.messengers = messengers;
    this.sharing = sharing;
    this.text = text;
    this.reading = new OpenPosts(database, time, this::enabled);
    this.gallery = new Gallery(database, time, reading, sharing, this::enabled);
    sharing.alsoTell(this::ended);
  }

  /** Whether shares can be posted now: it is switched on, and there is a channel. */
  public boolean enabled() {
    return !settings.channels().isEmpty()
        && database.read(PostTable::enabled).orElse(settings.enabled());
  }

  /** The posts that everybody may see now. */
  public OpenPosts reading() {
    return reading;
  }

  /** The same, to be looked through. */
  public Gallery gallery() {
    return gallery;
  }

  /** The channels, in the configuration's words. */
  public List<String> channels() {
    return settings.channels();
  }

  /** Switches it on or off for all; kept over restarts. What is shown already stays. */
  public void enable(boolean on) {
    try {
      database.useTransaction(h -> PostTable.enable(h, on));
    } catch (UnableToExecuteStatementException e) {
      // Somebody else switched for the first time at the same moment: there is a row now.
      database.useTransaction(h -> PostTable.enable(h, on));
    }
  }

  /** What admins switched; empty where the configuration decides. */
  public static Optional<Boolean> switched(Handle h) {
    return PostTable.enabled(h);
  }

  /** Switches it in the transaction of the caller; empty for what the configuration says. */
  public static void enable(Handle h, Optional<Boolean> on) {
    on.ifPresentOrElse(now -> PostTable.enable(h, now), () -> PostTable.unsaid(h));
  }

  /** Posts a live share of this member into every channel that does not show it yet. Blocks. */
  public Posted post(ShareId share, MemberId owner) {
    if (!enabled()) {
      return new Posted.SwitchedOff();
    }
    Optional<ShareSummary> summary =
        sharing.looking().summary(share, owner).filter(s -> s.readers().everybody());
    Optional<SharedCopy> copy = sharing.looking().copy(share, owner);
    if (summary.isEmpty() || copy.isEmpty()) {
      return new Posted.NotFound();
    }
    open(share, owner);
    int shown = 0;
    List<String> failed = new ArrayList<>();
    for (String channel : settings.channels()) {
      if (post(channel, owner, summary.get(), copy.get())) {
        shown++;
      } else {
        failed.add(channel);
      }
    }
    return shown == 0 ? new Posted.Failed() : new Posted.Shown(shown, failed);
  }

  private void open(ShareId share, MemberId owner) {
    Instant now = time.instant();
    if (database.read(h -> ItemTable.find(h, share)).isEmpty()) {
      try {
        database.useTransaction(h -> ItemTable.insert(h, share, owner, State.OPEN, now));
        return;
      } catch (UnableToExecuteStatementException e) {
        LOG.debug("the same press twice: the other one was first", e);
      }
    }
    var _ =
        database.inTransaction(
            h -> ItemTable.move(h, share, List.of(State.WITHDRAWN), State.OPEN, now));
  }

  private boolean post(String channel, MemberId owner, ShareSummary share, SharedCopy copy) {
    Optional<Messenger> messenger = messengers.of(platform(channel));
    if (messenger.isEmpty() || !(messenger.get() instanceof Posts posts)) {
      LOG.warn("no platform that is switched on can post in {}", channel);
      return false;
    }
    Optional<PostTable.Claim> claim = claim(share.id(), owner, channel);
    if (claim.isEmpty()) {
      return database
          .read(h -> PostTable.state(h, share.id(), channel))
          .filter(s -> s == PostTable.State.SHOWN || s == PostTable.State.POSTING)
          .isPresent();
    }
    Reply body = Reply.of(text.body(messenger.get(), owner, share, copy));
    String nonce = claim.get().nonce();
    Delivery delivery =
        Patience.with(() -> posts.post(channel, share.title(), body, nonce), LONGEST_WAIT);
    return settle(share.id(), owner, claim.get(), delivery, channel);
  }

  private Optional<PostTable.Claim> claim(ShareId share, MemberId owner, String channel) {
    Instant now = time.instant();
    Instant until = now.plus(BUSY);
    if (database.read(h -> PostTable.state(h, share, channel)).isEmpty()) {
      try {
        return Optional.of(
            database.inTransaction(h -> PostTable.insert(h, share, owner, channel, until)));
      } catch (UnableToExecuteStatementException e) {
        return Optional.empty(); // The same press twice: the other one posts.
      }
    }
    return database.inTransaction(h -> PostTable.claim(h, share, channel, now, until));
  }

  private boolean settle(
      ShareId share, MemberId owner, PostTable.Claim claim, Delivery delivery, String channel) {
    Instant now = time.instant();
    if (!(delivery instanceof Delivery.Delivered(var message))) {
      LOG.warn("share {} could not be posted in {}: {}", share, channel, delivery);
      database.useTransaction(h -> PostTable.release(h, claim.id(), now));
      return false;
    }
    database.useTransaction(
        h -> {
          PostTable.shown(h, claim.id(), message, now);
          ItemTable.posted(h, share, now);
        });
    if (sharing.looking().summary(share, owner).isEmpty()) {
      // It ended while it was being posted, so whoever told us then did not find this post.
      endPosts(share, owner);
    }
    return true;
  }

  /** {@code discord-forum:5} is a channel on {@code discord}. */
  private static String platform(String channel) {
    return channel.split("[-:]", 2)[0];
  }

  /** Takes a share's posts away; false if this member has none that is shown. */
  public boolean withdraw(ShareId share, MemberId owner) {
    Instant now = time.instant();
    boolean any =
        database.inTransaction(
            h -> {
              boolean some = PostTable.withdraw(h, share, owner) > 0;
              return some && ItemTable.move(h, share, List.of(State.OPEN), State.WITHDRAWN, now);
            });
    if (!any) {
      return false;
    }
    Thread.ofVirtual().name("withdraw-" + share).start(() -> deletePosts(share));
    return true;
  }

  private void deletePosts(ShareId share) {
    for (PostTable.Shown post :
        database.read(h -> PostTable.of(h, share, PostTable.State.WITHDRAWING))) {
      boolean done =
          messengers
              .of(post.message().platform())
              .map(m -> Patience.with(() -> m.delete(post.message()), LONGEST_WAIT))
              .filter(Community::isOver)
              .isPresent();
      if (done) {
        database.useTransaction(h -> PostTable.set(h, post.id(), PostTable.State.WITHDRAWN));
      }
    }
  }

  private boolean ended(Carriers.Ended share) {
    return endPosts(share.share(), share.owner());
  }

  private boolean endPosts(ShareId share, MemberId owner) {
    boolean all = true;
    Instant now = time.instant();
    var _ =
        database.inTransaction(
            h -> ItemTable.move(h, share, List.of(State.OPEN), State.ENDED, now));
    for (PostTable.Shown post : database.read(h -> PostTable.of(h, share, PostTable.State.SHOWN))) {
      boolean done =
          messengers
              .of(post.message().platform())
              .map(m -> m.edit(post.message(), Reply.of(text.ended(owner))))
              .filter(Community::isOver)
              .isPresent();
      if (done) {
        database.useTransaction(h -> PostTable.set(h, post.id(), PostTable.State.ENDED));
      }
      all &= done;
    }
    return all;
  }

  private static boolean isOver(Delivery delivery) {
    return delivery instanceof Delivery.Delivered || delivery instanceof Delivery.Gone;
  }

  /** Deletes what was withdrawn and is still shown. At start and hourly. */
  public void sweep() {
    for (ShareId share : database.read(PostTable::withdrawing)) {
      try {
        deletePosts(share);
      } catch (RuntimeException e) {
        LOG.warn("the posts of share {} are still shown; the next sweep tries again", share, e);
      }
    }
  }

  @Override
  public void merge(Handle h, MemberId from, MemberId to) {
    h.createUpdate("update community_item set owner_id = :to where owner_id = :from")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
    h.createUpdate("update community_post set owner_id = :to where owner_id = :from")
        .bind("from", from.value())
        .bind("to", to.value())
        .execute();
  }
}
