package io.switchboard.member.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One-time codes that people type: 12 signs of 32 that are not mistaken for each other, 60 random
 * bits. Only their hashes are kept.
 */
public final class Codes {
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Codes() {}

  /** A new one. */
  public static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** Whether this could be one; case, dashes and spaces around it do not matter. */
  public static boolean looksRight(String typed) {
    String code = clean(typed);
    return code.length() == LENGTH && code.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
  }

  /** What is kept of a code; case, dashes and spaces around it do not matter. */
  public static String hash(String typed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(clean(typed).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As it was made, however it was typed. */
  public static String clean(String typed) {
    return typed.strip().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
