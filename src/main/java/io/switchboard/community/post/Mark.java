package io.switchboard.community.post;

import io.switchboard.db.Dialect;
import io.switchboard.share.ShareSummary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What of a share the staff looks at, so that they allow this and nothing else. Nothing is cut off
 * of the hash: authors choose titles, and of a short one they could make two with the same mark.
 */
public final class Mark {
  /** Also as pages had it that were opened before this was a number: such a one is always old. */
  private static final String SIGHT = "v\\d{1,15}|[0-9a-f]{12}";

  private Mark() {}

  /**
   * Another one when the text, the title, the name of its owner, or what of it is shown has
   * changed. None of them has a line break.
   */
  public static String of(ShareSummary share) {
    String name = share.readers().name();
    String all =
        share.counts().revision()
            + "\n"
            + share.readers().visibility()
            + "\n"
            + (name == null ? "" : name)
            + "\n"
            + share.title();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same, reckoned by the database of the share that a question calls s. */
  static String sql(Dialect dialect) {
    return dialect.sha256(
        "cast(s.revision as varchar(20)) || '\n' || s.visibility || '\n' ||"
            + " coalesce(s.shown_name, '') || '\n' || s.title");
  }

  /**
   * What one of the staff has before them: another one with every change of the share, also of what
   * need not be allowed anew. At most 16 bytes.
   */
  public static String sight(ShareSummary share) {
    return "v" + share.counts().version();
  }

  /** Whether a text can be a {@link #sight}. */
  public static boolean looksLike(String text) {
    return text.matches(SIGHT);
  }
}
