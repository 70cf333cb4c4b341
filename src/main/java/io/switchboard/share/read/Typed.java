package io.switchboard.share.read;

/**
 * What somebody typed at a link's gate.
 *
 * @param password empty if nothing was typed
 * @param from the network, or the member, by which tries are counted; never kept readable
 */
public record Typed(String password, String from) {
  /** Not the password: it must not get into a log. */
  @Override
  public String toString() {
    return "Typed";
  }
}
