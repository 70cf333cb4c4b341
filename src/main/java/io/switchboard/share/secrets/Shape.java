package io.switchboard.share.secrets;

import io.switchboard.share.secrets.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What something looks like that is not meant for others.
 *
 * @param pattern its first group that took part, if any, is what is secret
 * @param counts which of the matches count
 */
record Shape(Kind kind, Pattern pattern, Predicate<String> counts) {
  /** As {@code \b}, which under a heap of combining marks looks back to its base for each. */
  private static final String EDGE = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";

  Shape(Kind kind, String pattern) {
    this(kind, pattern, found -> true);
  }

  Shape(Kind kind, String pattern, Predicate<String> counts) {
    this(kind, Pattern.compile(pattern.replace("\\b", EDGE)), counts);
  }

  /** What in the text looks so. */
  List<String> in(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String secret = matcher.group();
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          secret = matcher.group(group);
          break;
        }
      }
      if (!secret.isEmpty() && counts.test(secret)) {
        found.add(secret);
      }
    }
    return found;
  }
}
