package io.switchboard.share.end;

import io.switchboard.alarm.Alarms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One alarm for each share, whose id is the share's number. One that cannot be set now is set by
 * the sweep.
 */
record AlarmOfShare(Alarms alarms, String kind) {
  private static final Logger log = LoggerFactory.getLogger(AlarmOfShare.class);

  /**
   * Sets it.
   *
   * @param at null for no alarm
   */
  void set(long share, @Nullable Instant at) {
    try {
      if (at == null) {
        alarms.cancel(kind, Long.toString(share));
      } else {
        alarms.set(kind, Long.toString(share), at);
      }
    } catch (RuntimeException e) {
      log.warn("no {} alarm for share {}; the hourly sweep will see to it", kind, share, e);
    }
  }
}
