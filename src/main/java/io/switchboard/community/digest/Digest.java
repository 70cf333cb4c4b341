package io.switchboard.community.digest;

import io.switchboard.alarm.Alarms;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.post.Post;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.digest.DigestText.Liked;
import io.switchboard.community.kept.DigestTable;
import io.switchboard.community.kept.ItemTable;
import io.switchboard.community.post.Channels;
import io.switchboard.community.read.OpenPosts;
import io.switchboard.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the best of the week when it is time. */
public final class Digest {
  /** The kind of its alarms. */
  public static final String ALARM = "community-digest";

  private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
  private static final String NEXT = "next";
  private static final String RETRY = "retry";

  /** No channel is called so: says of a digest that all was done. */
  private static final String ALL = "*";

  private static final int BEST = 5;

  /** Soon, since a platform may just not be connected yet; less often the later it is. */
  private static final Duration SOONEST = Duration.ofSeconds(20);

  private static final Duration LEAST_OFTEN = Duration.ofMinutes(15);

  /** Whoever has tried for longer was killed, and perhaps it is there. */
  private static final Duration LONGEST_TRY = Duration.ofMinutes(5);

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

  /** What it goes by. */
  public record Clockwork(WeekClock clock, Alarms alarms) {}

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
    catchUp();
    plan();
  }

  /** Posts the last one, if that was not done and is not long ago. Blocks. */
  public void catchUp() {
    Optional<ZonedDateTime> due = clockwork.clock().last(LATEST);
    if (due.isEmpty() || !switches.enabled()) {
      return;
    }
    String key = due.get().toLocalDateTime().toString();
    if (database.read(h -> DigestTable.has(h, key, ALL))) {
      return;
    }
    Map<Long, Long> told = database.read(ItemTable::likesTold);
    List<Liked> liked =
        posts.all().stream()
            .map(p -> new Liked(p, p.likes() - told.getOrDefault(p.share().value(), 0L)))
            .toList();
    List<Liked> best =
        liked.stream()
            .filter(p -> p.more() > 0)
            .sorted(Comparator.comparingLong(Liked::more).reversed())
            .limit(BEST)
            .toList();
    boolean everywhere = true;
    for (String channel : best.isEmpty() ? List.<String>of() : switches.channels()) {
      everywhere &= posted(due.get(), key, channel, best);
    }
    if (everywhere) {
      finish(key, best.isEmpty() ? "EMPTY" : "SENT", liked);
    } else {
      clockwork.alarms().set(ALARM, RETRY, again(due.get().toInstant(), clockwork.clock().now()));
    }
  }

  private static Instant again(Instant due, Instant now) {
    Duration late = Duration.between(due, now).dividedBy(4);
    Duration wait = late.compareTo(SOONEST) < 0 ? SOONEST : late;
    return now.plus(wait.compareTo(LEAST_OFTEN) > 0 ? LEAST_OFTEN : wait);
  }

  private void finish(String key, String state, List<Liked> liked) {
    Instant now = clockwork.clock().now();
    try {
      database.useTransaction(
          h -> {
            DigestTable.begin(h, key, ALL, state, now);
            liked.forEach(p -> ItemTable.tellLikes(h, p.post().share(), p.post().likes()));
          });
    } catch (UnableToExecuteStatementException e) {
      LOG.debug("another process has finished the digest of {}", key, e);
    }
  }

  /** Whether it is there or may be there. */
  private boolean posted(ZonedDateTime due, String key, String channel, List<Liked> best) {
    Instant longAgo = clockwork.clock().now().minus(LONGEST_TRY);
    if (database.read(h -> DigestTable.isDone(h, key, channel, longAgo))) {
      return true;
    }
    if (!begun(key, channel)) {
      return false; // Another process is at it, and may find that it cannot.
    }
    Locale language = switches.language(channel).orElse(Locale.ENGLISH);
    Post post = text.of(best, language);
    String nonce = "dg" + NONCE.format(due) + Integer.toHexString(channel.hashCode());
    Delivery delivery = channels.send(channel, nonce, p -> p.post(channel, post, nonce));
    switch (delivery) {
      case Delivery.Delivered there ->
          database.useTransaction(h -> DigestTable.sent(h, key, channel));
      // Perhaps it is there: it must not be there twice.
      case Delivery.Failed(String why) -> LOG.warn("the digest in {}: {}", channel, why);
      default -> {
        LOG.warn("the digest could not be posted in {}: {}", channel, delivery);
        database.useTransaction(h -> DigestTable.forget(h, key, channel));
        return false;
      }
    }
    return true;
  }

  private boolean begun(String key, String channel) {
    try {
      database.useTransaction(
          h -> DigestTable.begin(h, key, channel, "SENDING", clockwork.clock().now()));
      return true;
    } catch (UnableToExecuteStatementException e) {
      return false;
    }
  }
}
