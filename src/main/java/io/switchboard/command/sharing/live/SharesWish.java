package io.switchboard.command.sharing.live;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wants of their links, as in {@code /shares rename 12 A new title}.
 *
 * @param what the word it begins with; some have a second name
 * @param share the share's number; 0 if none is named
 * @param more what follows
 */
record SharesWish(String what, long share, String more) {
  private static final Pattern FORM =
      Pattern.compile("(?s)(\\p{L}+)(?:\\s+#?(\\d{1,18})(?:\\s+(.*))?)?");
  private static final Map<String, String> ALSO =
      Map.of("end", "revoke", "title", "rename", "limit", "views", "show", "view");

  /** Reads the arguments; empty if they mean nothing. */
  static Optional<SharesWish> parse(String arguments) {
    Matcher form = FORM.matcher(arguments.strip().replaceFirst("(?i)^revoke all$", "revoke"));
    if (!form.matches()) {
      return Optional.empty();
    }
    String word = form.group(1).toLowerCase(Locale.ROOT);
    String share = form.group(2);
    String more = form.group(3);
    return Optional.of(
        new SharesWish(
            ALSO.getOrDefault(word, word),
            share == null ? 0 : Long.parseLong(share),
            more == null ? "" : more.strip()));
  }
}
