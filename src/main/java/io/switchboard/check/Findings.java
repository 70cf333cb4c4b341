package io.switchboard.check;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found about one thing; used by one thread. */
public final class Findings {
  private final String about;
  private final List<Finding> all = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param about what is looked at, such as {@code Discord}
   */
  public Findings(String about) {
    this.about = about;
  }

  /** It is as it should be. */
  public void ok(String what) {
    add(Finding.Weight.OK, what);
  }

  /** It works; somebody may want it otherwise. */
  public void note(String what) {
    add(Finding.Weight.NOTE, what);
  }

  /** It does not work: what, and after a colon what to do. */
  public void wrong(String what) {
    add(Finding.Weight.WRONG, what);
  }

  private void add(Finding.Weight weight, String text) {
    all.add(new Finding(weight, about, text.replaceAll("\\s*\\R\\s*", " ")));
  }

  /** In the order in which they were found. */
  public List<Finding> all() {
    return List.copyOf(all);
  }
}
