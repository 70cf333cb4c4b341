package io.switchboard.community.digest;

import io.switchboard.alarm.Alarms;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.post.Post;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.digest.DigestText.Liked;
import io.switchboard.community.kept.DigestTable;
import io.switchboard.community.kept.DigestTable.State;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.Channels;
import io.switchboard.community.read.OpenPost;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.db.Database;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the best of the week when it is time. */
public final class Digest {
  /** The kind of its alarms. */
  public static final String ALARM = "community-digest";

  private static final Logger log = LoggerFactory.getLogger(Digest.class);
  private static final String NEXT = "next";
  private static final String RETRY = "retry";

  private static final int BEST = 5;

  /** Soon, since a platform may just not be connected yet; less often the later it is. */
  private static final Duration SOONEST = Duration.ofSeconds(20);

  private static final Duration LEAST_OFTEN = Duration.ofMinutes(15);

  /** What could not be posted for so long is left out. */
  private static final Duration LATEST = Duration.ofDays(1);

  private static final DateTimeFormatter NONCE =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm", Locale.ROOT);

  private final Database database;
  private final Switches switches;
  private final Channels channels;
  private final OpenPosts posts;
  private final DigestText text;
  private final Clockwork clockwork;

  /** Answers the alarms of its kind. */
  public Digest(
      Database database,
      Switches switches,
      Channels channels,
      OpenPosts posts,
      DigestText text,
      Clockwork clockwork) {
    this.database = database;
    this.switches = switches;
    this.channels = channels;
    this.posts = posts;
    this.text = text;
    this.clockwork = clockwork;
    clockwork.alarms().onRing(ALARM, id -> ring());
  }

  /**
   * What it goes by.
   *
   * @param threads on which channels are posted to, so that none of them waits for another
   */
  public record Clockwork(WeekClock clock, Alarms alarms, Executor threads) {}

  /** Sets the alarm for the next one. At start. */
  public void plan() {
    clockwork
        .clock()
        .next()
        .ifPresentOrElse(
            next -> clockwork.alarms().set(ALARM, NEXT, next.toInstant()),
            () -> clockwork.alarms().cancel(ALARM, NEXT));
  }

  private void ring() {
    plan();
    catchUp();
  }

  /** Posts the last one where that was not done, if it is not long ago. Waits for no platform. */
  public void catchUp() {
    Optional<ZonedDateTime> last = clockwork.clock().last(LATEST);
    if (last.isEmpty() || !switches.enabled()) {
      return;
    }
    Due due = new Due(last.get());
    if (!database.read(h -> DigestTable.hasBegun(h, due.key()))) {
      begin(due);
    }
    List<String> waiting = database.read(h -> DigestTable.waiting(h, due.key()));
    List<String> open = switches.channels().stream().filter(waiting::contains).toList();
    if (!open.isEmpty()) {
      again(due); // Before anything is tried: whoever does that may be killed.
      open.forEach(channel -> clockwork.threads().execute(() -> post(due, channel)));
    }
  }

  /** One digest. */
  private record Due(ZonedDateTime at) {
    String key() {
      return at.toLocalDateTime().toString();
    }

    /** The same for every try. */
    String nonce(String channel) {
      return "dg" + NONCE.format(at) + Integer.toHexString(channel.hashCode());
    }
  }

  /** Decides what it tells of: of several processes one does, and in one piece. */
  private void begin(Due due) {
    Map<ShareId, Long> likes =
        posts.all().stream().collect(Collectors.toMap(OpenPost::share, OpenPost::likes));
    List<String> everywhere = switches.channels();
    Instant now = clockwork.clock().now();
    try {
      database.useTransaction(
          h -> {
            everywhere.forEach(channel -> DigestTable.begin(h, due.key(), channel, now));
            ItemTable.tellLikes(h, likes);
          });
    } catch (UnableToExecuteStatementException e) {
      log.debug("another process has begun the digest of {}", due.key(), e);
    }
  }

  /** Whether it is tried again, by any process. */
  private boolean again(Due due) {
    Instant now = clockwork.clock().now();
    Duration late = Duration.between(due.at().toInstant(), now);
    Duration wait = late.dividedBy(4);
    wait = wait.compareTo(SOONEST) < 0 ? SOONEST : wait;
    wait = wait.compareTo(LEAST_OFTEN) > 0 ? LEAST_OFTEN : wait;
    if (late.plus(wait).compareTo(LATEST) > 0) {
      return false;
    }
    clockwork.alarms().set(ALARM, RETRY, now.plus(wait));
    return true;
  }

  private List<Liked> best() {
    List<Liked> best = new ArrayList<>();
    database
        .read(h -> ItemTable.mostLiked(h, BEST))
        .forEach((share, more) -> posts.find(share).ifPresent(p -> best.add(new Liked(p, more))));
    return best;
  }

  private void post(Due due, String channel) {
    List<Liked> best = best();
    if (best.isEmpty()) {
      var _ = move(due, channel, State.WAITING, State.EMPTY);
      return;
    }
    Post post = text.of(best, switches.language(channel).orElse(Locale.ENGLISH));
    if (!move(due, channel, State.WAITING, State.SENDING)) {
      return; // Another process is at it.
    }
    String nonce = due.nonce(channel);
    switch (channels.send(channel, nonce, p -> p.post(channel, post, nonce))) {
      case Delivery.Delivered there -> {
        var _ = move(due, channel, State.SENDING, State.SENT);
      }
      case Delivery.Failed(String why, boolean perhaps) when perhaps ->
          // It must not be there twice.
          log.warn("the digest may be in {} or not: {}", channel, why);
      case Delivery undone -> {
        var _ = move(due, channel, State.SENDING, State.WAITING);
        String then = again(due) ? "tried again" : "given up";
        log.warn("the digest could not be posted in {} and is {}: {}", channel, then, undone);
      }
    }
  }

  private boolean move(Due due, String channel, State from, State to) {
    Instant now = clockwork.clock().now();
    return database.inTransaction(h -> DigestTable.move(h, due.key(), channel, from, to, now));
  }
}
