package io.switchboard.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Compares this machine's clock with that of a server, by the Date that its answers carry. Links
 * end by the clock, Discord's interactions are judged by it, and several processes should agree.
 */
public final class ClockSkew {
  private static final Duration BEARABLE = Duration.ofSeconds(3);

  private ClockSkew() {}

  /**
   * Says so if the clock is off.
   *
   * @param whose the server's name
   * @param date the header as it came; anything that is no date is passed over
   * @param before when the question was sent, by this machine's clock
   * @param after when the answer was there
   */
  public static void judge(
      Findings findings, String whose, String date, Instant before, Instant after) {
    Instant theirs;
    try {
      theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException none) {
      return;
    }
    // It has whole seconds, and may have been written at any time between the two.
    Duration behind = Duration.between(after, theirs);
    Duration ahead = Duration.between(theirs.plusSeconds(1), before);
    if (behind.compareTo(BEARABLE) > 0) {
      off(findings, behind, "behind", whose);
    } else if (ahead.compareTo(BEARABLE) > 0) {
      off(findings, ahead, "ahead of", whose);
    }
  }

  private static void off(Findings findings, Duration by, String how, String whose) {
    findings.wrong(
        "this machine's clock is %d s %s %s: let it be set over the network (timedatectl set-ntp true)"
            .formatted(by.toSeconds(), how, whose));
  }
}
