package io.switchboard.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody meant who wrote another: a command, a key of the configuration. */
public final class Nearest {
  private static final int MOST_MISTAKES = 2;

  private Nearest() {}

  /** The most similar name, whatever the case; empty if none is near. */
  public static Optional<String> to(String typed, Collection<String> names) {
    int most = Math.min(MOST_MISTAKES, Math.max(1, typed.length() / 2));
    return names.stream()
        .filter(name -> mistakes(typed, name) <= most)
        .min(Comparator.comparingInt(name -> mistakes(typed, name)));
  }

  /** How many letters must be put in, left out or changed: Levenshtein's distance. */
  private static int mistakes(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
