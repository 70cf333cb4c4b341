package io.switchboard.share.secrets;

/**
 * Something that was likely not meant for others.
 *
 * @param excerpt enough to recognise it by, not enough to use it: {@code sk-pr…}
 * @param fingerprint the same whenever it is found again; says nothing to whoever does not know it
 */
public record Finding(Kind kind, String excerpt, String fingerprint) {
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
    /** A bank account's number (IBAN). */
    ACCOUNT,
    /** An address or a name in a private network. */
    NETWORK,
    /** The name or handle of a member. */
    NAME
  }
}
