package io.switchboard.queue.limit.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is limited. */
public enum What {
  /** Questions. */
  REQUESTS(true, "requests", "request", "questions", "question"),
  /** Tokens, in and out together. */
  TOKENS(true, "tokens", "token"),
  /** Money, in millionths of the currency of the price table. */
  MONEY(true, "money"),
  /** Links that are made. */
  SHARES(true, "shares", "share"),
  /** Pictures that are drawn. */
  IMAGES(true, "images", "image", "pictures", "picture"),
  /** Voice messages that are transcribed, and answers that are read aloud. */
  VOICE(true, "voice", "voices"),
  /** Questions that are answered at the same time. */
  RUNNING(false, "running"),
  /** Questions that wait. */
  WAITING(false, "waiting"),
  /** Conversations that are kept. */
  CONVERSATIONS(false, "conversations", "conversation"),
  /** Characters of a question. */
  LENGTH(false, "characters", "character", "chars"),
  /** Files with a question. */
  ATTACHMENTS(false, "attachments", "attachment", "files", "file"),
  /** Links that are live. */
  LINKS(false, "links", "link");

  /** One unit of money in the amounts of limits. */
  public static final long UNIT_OF_MONEY = 1_000_000;

  private final boolean counted;
  private final String word;

  /** All ways to write it, with spaces around each. */
  private final String words;

  What(boolean counted, String... words) {
    this.counted = counted;
    this.word = words[0];
    this.words = " " + String.join(" ", words) + " ";
  }

  /** Whether use is counted in windows; what is not is bounded at any time. */
  public boolean counted() {
    return counted;
  }

  /**
   * Whether a place has one for all who ask there together. The others are what each has or asks,
   * so that what is said for a place bounds each who asks there.
   */
  public boolean pooled() {
    return counted || this == RUNNING || this == WAITING;
  }

  /** The least that it may be limited to: with none running, a question would wait for ever. */
  public int least() {
    return this == RUNNING || this == CONVERSATIONS || this == LENGTH ? 1 : 0;
  }

  /** As it is written after an amount. */
  public String word() {
    return word;
  }

  static Optional<What> written(String unit) {
    String wanted = " " + unit.toLowerCase(Locale.ROOT) + " ";
    return Arrays.stream(values()).filter(what -> what.words.contains(wanted)).findFirst();
  }
}
