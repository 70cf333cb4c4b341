package io.switchboard.share.secrets;

/**
 * Something that was likely not meant for others.
 *
 * @param excerpt enough to recognise it by, not enough to use it: {@code sk-pr…}
 */
public record Finding(Kind kind, String excerpt) {
  /** What sort of thing it is. */
  public enum Kind {
    /** A key, a token, a password or a private key. */
    KEY,
    /** A mail address. */
    MAIL,
    /** A phone number. */
    PHONE,
    /** A payment card's number. */
    CARD,
    /** An address in a private network. */
    NETWORK
  }
}
