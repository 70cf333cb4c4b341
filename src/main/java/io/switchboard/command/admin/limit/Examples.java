package io.switchboard.command.admin.limit;

import io.switchboard.markup.Inline;

/** Commands that work, to show how one is meant. */
final class Examples {
  private static final int LONGEST = 60;

  private Examples() {}

  /** One that does this for whoever was named. */
  static Inline of(String verb, String who) {
    String more =
        switch (verb) {
          case "set" -> " 50/day";
          case "boost" -> " 100 for 2h";
          case "pays" -> " place";
          default -> "";
        };
    return line(verb, who, more);
  }

  /** One with this after whoever was named. */
  static Inline with(String verb, String who, String more) {
    return line(verb, who, " " + more);
  }

  private static Inline line(String verb, String who, String more) {
    boolean odd = who.length() > LONGEST || !who.matches("[@\\p{L}\\p{N}_.:/-]+");
    return new Inline.Command("/limit " + verb + " " + (odd ? "@alice" : who) + more);
  }
}
