package io.switchboard.community.post;

import io.switchboard.share.ShareSummary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What of a share the staff looks at, so that they allow this and nothing else. */
public final class Mark {
  private static final int LENGTH = 12;

  private Mark() {}

  /** Whether a text can be one. */
  public static boolean looksLike(String text) {
    return text.matches("[0-9a-f]{" + LENGTH + "}");
  }

  /** Another one when the text, the title, or what of it is shown has changed. */
  public static String of(ShareSummary share) {
    String all =
        share.counts().revision() + "\n" + share.readers().visibility() + "\n" + share.title();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
