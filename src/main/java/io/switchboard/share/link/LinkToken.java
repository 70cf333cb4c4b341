package io.switchboard.share.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a link unguessable: 24 letters and digits, 142 bits. Letters and digits only, because
 * chats cut a dash or an underscore off the end of an address, or take it for Markdown.
 */
public record LinkToken(String value) {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 24;
  private static final Pattern IN_LINK =
      Pattern.compile("(?:^|/s/)([0-9A-Za-z_-]{22,64})(?:\\.(?:md|pdf|json))?/?(?:[?#].*)?$");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static LinkToken random() {
    StringBuilder token = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      token.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new LinkToken(token.toString());
  }

  /** The token in the address of a page, or the token itself. */
  public static Optional<LinkToken> in(String link) {
    Matcher matcher = IN_LINK.matcher(link.strip().replaceAll("^<|>$", ""));
    return matcher.find() ? Optional.of(new LinkToken(matcher.group(1))) : Optional.empty();
  }

  /** Where the page of this link is. */
  public String path() {
    return "/s/" + value;
  }

  /**
   * SHA-256 in 64 hexadecimal digits. Looking for it takes no time that would tell how near a guess
   * was: nothing is known about the hash of a near guess.
   */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Not the token: it must not get into a log. */
  @Override
  public String toString() {
    return "LinkToken";
  }
}
