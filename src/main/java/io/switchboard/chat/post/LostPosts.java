package io.switchboard.chat.post;

import io.switchboard.chat.message.Delivery;

/** A platform on which it can be looked for a post of which nobody knows whether it was made. */
public interface LostPosts {
  /**
   * Looks for it. Blocks; some calls, which count as no sends.
   *
   * @param nonce with which it was to be made
   * @return Delivered if it is there, with whatever it shows; Gone if it is not, or nothing can be
   *     read there; Failed or Throttled if it could not be looked now
   */
  Delivery posted(String channel, Post post, String nonce);
}
