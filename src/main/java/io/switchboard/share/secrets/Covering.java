package io.switchboard.share.secrets;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which finds are covered.
 *
 * @param all whether they all are, also those that are found later
 * @param but fingerprints of those with which it is the other way round
 */
public record Covering(boolean all, Set<String> but) implements Predicate<String> {
  private static final int MOST = 200;

  public Covering {
    but = Set.copyOf(but);
  }

  /** Whether the find with this fingerprint is covered. */
  @Override
  public boolean test(String fingerprint) {
    return all != but.contains(fingerprint);
  }

  /** All are, or none is. */
  public static Covering of(boolean all) {
    return new Covering(all, Set.of());
  }

  /** The same with one find the other way round. */
  public Covering toggle(String fingerprint) {
    Set<String> other = new TreeSet<>(but);
    if (!other.remove(fingerprint) && other.size() < MOST) {
      other.add(fingerprint);
    }
    return new Covering(all, other);
  }

  /** At most 4000 characters. */
  public String write() {
    return (all ? "* " : "") + String.join(" ", new TreeSet<>(but));
  }

  /** What {@link #write} wrote. */
  public static Covering read(String written) {
    Set<String> words = new TreeSet<>(Arrays.asList(written.split(" ")));
    words.remove("");
    boolean all = words.remove("*");
    return new Covering(all, words);
  }
}
