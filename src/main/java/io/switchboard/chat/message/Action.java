package io.switchboard.chat.message;

import java.util.Optional;

/**
 * What a button does, as the text that comes back with its press. All of it is in the text and in
 * the database, so a button works as long as its message is there, whoever is running then. A press
 * proves nothing: whoever acts on one asks the room whether the thing is the presser's.
 *
 * <p>The numbers are those of the rooms' own ids. Never longer than 64 bytes. What was once sent
 * stays readable: add kinds, do not change them.
 */
public sealed interface Action {
  /** Stops a request that runs; under a growing answer. */
  record Stop(long request) implements Action {}

  /** Takes a request back that waits; under the note that says where it stands. */
  record Cancel(long request) implements Action {}

  /** Another variant of a turn's answer. */
  record Retry(long turn) implements Action {}

  /**
   * Shows this turn in place of the variant that the message shows.
   *
   * @param step which of the pager's buttons it is, as two of one message must not be the same: -1,
   *     0 or 1
   */
  record Variant(long turn, int step) implements Action {}

  /** Shows what sharing this turn would show. */
  record Share(long turn) implements Action {}

  /**
   * Shows another selection in place of a preview.
   *
   * @param turn the last one
   * @param whole the conversation up to it, rather than the turn alone
   * @param draft the share that was previewed, which goes
   * @param expiry as its owner wrote it, such as {@code 24h}; empty for the default
   */
  record ShareInstead(long turn, boolean whole, long draft, String expiry) implements Action {}

  /**
   * Covers what was found in a previewed share and is likely not meant for others.
   *
   * @param expiry as its owner wrote it, such as {@code 24h}; empty for the default
   */
  record Mask(long share, String expiry) implements Action {}

  /**
   * Gives a previewed share its link.
   *
   * @param expiry as its owner wrote it, such as {@code 24h}; empty for the default
   */
  record Publish(long share, String expiry) implements Action {}

  /**
   * Gives a share its link, as above, unless it has one, and posts it in the community channels.
   */
  record Post(long share, String expiry) implements Action {}

  /** Throws a previewed share away. */
  record Discard(long share) implements Action {}

  /** Ends a live share. */
  record Revoke(long share) implements Action {}

  /** Takes the posts of a share out of the community channels; the link stays. */
  record Withdraw(long share) implements Action {}

  /** Goes on with another conversation of the member here. */
  record Switch(long conversation) implements Action {}

  /**
   * Asks whether to delete a conversation, and does it.
   *
   * @param sure whether it was asked already
   */
  record DeleteConversation(long conversation, boolean sure) implements Action {}

  /** Chooses a language by its tag, or with {@code auto} that of the platform. */
  record Language(String tag) implements Action {}

  /** For {@link Button.Press#action}. */
  default String encode() {
    return ActionText.encode(this);
  }

  /** A button that does this. */
  default Button.Press button(String label) {
    return new Button.Press(label, encode());
  }

  /** What a press means; empty if it is of another program or of a version to come. */
  static Optional<Action> parse(String text) {
    return ActionText.parse(text);
  }
}
