package io.switchboard.community.post;

import io.switchboard.alarm.Alarms;
import io.switchboard.community.channel.Switches;
import io.switchboard.community.kept.CopyRow;
import io.switchboard.community.kept.CopyTable;
import io.switchboard.community.kept.ItemRow;
import io.switchboard.db.Database;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which copies there are to be, and whose it is to make one. All are in the table before the first
 * is made: should this process die between two channels, an alarm has the others made, once each.
 */
final class ClaimCopies {
  /** Longer than a platform's call can take, waiting for its budget included. */
  static final Duration BUSY = Duration.ofMinutes(3);

  private static final Logger log = LoggerFactory.getLogger(ClaimCopies.class);

  private final Database database;
  private final InstantSource time;
  private final Switches switches;
  private final Alarms alarms;

  ClaimCopies(Database database, InstantSource time, Switches switches, Alarms alarms) {
    this.database = database;
    this.time = time;
    this.switches = switches;
    this.alarms = alarms;
  }

  /** Adds what is missing to these. */
  void plan(ItemRow item, List<CopyRow> copies) {
    Set<String> there = copies.stream().map(CopyRow::channel).collect(Collectors.toSet());
    List<String> missing = switches.channels().stream().filter(c -> !there.contains(c)).toList();
    if (missing.isEmpty()) {
      return;
    }
    Instant now = time.instant();
    Instant again = now.plus(BUSY);
    try {
      database.useTransaction(
          h -> missing.forEach(c -> CopyTable.plan(h, item.share(), item.owner(), c, now, again)));
      alarms.set(KeepCopies.AGAIN, item.share().toString(), again);
    } catch (UnableToExecuteStatementException e) {
      log.debug("the same press twice: the other one posts", e);
    }
  }

  /**
   * One that is ours to make.
   *
   * @param perhapsThere whether it was begun before, and nobody knows how that ended
   */
  record Mine(CopyRow copy, boolean perhapsThere) {}

  /** Claims one; empty if somebody is busy with it, or it is there. */
  Optional<Mine> of(ShareId share, String channel) {
    Instant now = time.instant();
    return database.inTransaction(
        h -> {
          boolean perhaps = CopyTable.isPerhapsThere(h, share, channel);
          return CopyTable.claim(h, share, channel, now, now.plus(BUSY))
              .map(copy -> new Mine(copy, perhaps));
        });
  }
}
