package io.switchboard.share.end;

import io.switchboard.share.kept.CarrierTable;
import io.switchboard.share.kept.ShareRow;

/** Those who are told that a share has ended. Telling them again does no harm. */
public final class Told {
  private Told() {}

  /** Whoever edits the messages that carry a link. */
  @FunctionalInterface
  public interface AboutMessage {
    /** Returns whether this message is done with; false to be asked again later. */
    boolean ended(ShareRow share, CarrierTable.Carrier carrier);
  }

  /** Whoever else shows a share. */
  @FunctionalInterface
  public interface AboutShare {
    /** Returns whether everything is done; false to be asked again later. */
    boolean ended(ShareRow share);
  }
}
