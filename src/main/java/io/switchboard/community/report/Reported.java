package io.switchboard.community.report;

import java.time.Instant;

/** What became of a report. */
public sealed interface Reported {
  /** The staff is told. */
  record Noted() implements Reported {}

  /** This member has reported it before. */
  record Before() implements Reported {}

  /** It is this member's own. */
  record Own() implements Reported {}

  /** Too many on one day. */
  record TooMany(int allowed, Instant again) implements Reported {}

  /** There is no such post, or no more. */
  record Gone() implements Reported {}

  /** The community is switched off. */
  record SwitchedOff() implements Reported {}
}
