package io.switchboard.community.post;

import io.switchboard.community.kept.CopyRow;
import io.switchboard.community.kept.CopyRow.State;
import java.util.ArrayList;
import java.util.List;

/**
 * How the copies of a post stand after something was done.
 *
 * @param shown how many channels show it
 * @param out those where it could not be done
 */
public record Standing(int shown, List<Out> out) {
  public Standing {
    out = List.copyOf(out);
  }

  /**
   * A channel where it could not be done.
   *
   * @param channel in the configuration's words
   * @param why in the platform's words, or one of those here; for programs and the log
   * @param again whether it is tried again
   */
  public record Out(String channel, String why, boolean again) {
    static final String OFF = "its platform is switched off";
    static final String BUSY = "rate limit";
    static final String SILENT = "no answer: ";

    /** What keeps it from being done, as far as people can do something about it. */
    public enum Kind {
      /** Its platform is switched off. */
      OFF,
      /** It would have been too much at once. */
      BUSY,
      /** The platform did not answer, or had trouble of its own. */
      SILENT,
      /** The platform does not let the bot do it. */
      BARRED
    }

    /** What keeps it from being done. */
    public Kind kind() {
      return switch (why) {
        case OFF -> Kind.OFF;
        case BUSY -> Kind.BUSY;
        default -> why.startsWith(SILENT) ? Kind.SILENT : Kind.BARRED;
      };
    }

    /** Whether somebody has deleted it there. */
    public boolean deleted() {
      return why.isEmpty();
    }
  }

  /**
   * How these copies stand.
   *
   * @param wanted whether the post is to be shown
   */
  static Standing of(List<CopyRow> copies, boolean wanted) {
    int shown = 0;
    List<Out> out = new ArrayList<>();
    for (CopyRow copy : copies) {
      if (outOfReach(copy, wanted)) {
        boolean again = copy.state() != State.LOST && copy.trouble().againAt() != null;
        out.add(new Out(copy.channel(), copy.trouble().why(), again));
      } else if (copy.state() == State.SHOWN) {
        shown++;
      }
    }
    return new Standing(shown, out);
  }

  /** What was never made, or is deleted already, is in nobody's way if it is not wanted. */
  private static boolean outOfReach(CopyRow copy, boolean wanted) {
    return copy.trouble().failures() > 0
        && switch (copy.state()) {
          case SHOWN -> true;
          case POSTING -> wanted || copy.trouble().againAt() == null;
          case LOST -> wanted || copy.givenUp();
          case WITHDRAWN, ENDED -> false;
        };
  }

  /** Whether all is as it should be, or can never be. */
  public boolean settled() {
    return out.stream().noneMatch(Out::again);
  }
}
