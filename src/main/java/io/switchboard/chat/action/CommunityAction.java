package io.switchboard.chat.action;

import static java.lang.Long.parseLong;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done in the community: under posts, in the staff channel, and by whoever runs it. */
public sealed interface CommunityAction extends Action {
  /** Goes on with a post in a conversation of one's own. */
  record Take(long share) implements CommunityAction {}

  /**
   * Reports a post.
   *
   * @param reason one of the reasons that are offered; empty to be asked for it
   */
  record Report(long share, String reason) implements CommunityAction {}

  /**
   * Chooses a tag for a share that is to be posted, or takes it back.
   *
   * @param tag its number among those on offer, or {@code done}
   */
  record Tag(long share, String tag) implements CommunityAction {}

  /**
   * Decides whether a share is posted.
   *
   * @param mark of what was looked at, at most 16 bytes
   * @param verdict what, at most 16 bytes; only whoever made the button reads it
   */
  record Judge(long share, String mark, String verdict) implements CommunityAction {
    /** The verdict that is given in words of one's own. */
    public static final String WORDS = "words";

    @Override
    public boolean asks() {
      return verdict.equals(WORDS);
    }
  }

  /**
   * Decides about a post that was reported.
   *
   * @param round of reports, from 1
   */
  record Answer(long share, int round, boolean keep) implements CommunityAction {}

  /**
   * Runs the community.
   *
   * @param what at most 40 bytes; only whoever made the button reads it
   */
  record Manage(String what) implements CommunityAction {}

  @Override
  default String encode() {
    return switch (this) {
      case Take(long share) -> "c-take:" + share;
      case Report(long share, String reason) -> "c-report:" + share + ":" + reason;
      case Tag(long share, String tag) -> "c-tag:" + share + ":" + tag;
      case Judge(long share, String mark, String verdict) ->
          "c-judge:" + share + ":" + mark + ":" + verdict;
      case Answer(long share, int round, boolean keep) ->
          "c-answer:" + share + ":" + round + ":" + (keep ? "keep" : "remove");
      case Manage(String what) -> "c-manage:" + what;
    };
  }

  /**
   * What these parts of a text mean, if it is one of these.
   *
   * @throws NumberFormatException if a number is none
   */
  static Optional<CommunityAction> read(List<String> parts) {
    return Optional.ofNullable(
        switch (parts.size()) {
          case 2 -> two(parts.get(0), parts.get(1));
          case 3 -> three(parts.get(0), parts.get(1), parts.get(2));
          case 4 -> four(parts);
          default -> null;
        });
  }

  private static @Nullable CommunityAction two(String kind, String what) {
    return switch (kind) {
      case "c-take" -> new Take(parseLong(what));
      case "c-manage" -> new Manage(what);
      default -> null;
    };
  }

  private static @Nullable CommunityAction three(String kind, String share, String what) {
    return switch (kind) {
      case "c-report" -> new Report(parseLong(share), what);
      case "c-tag" -> new Tag(parseLong(share), what);
      case "c-manage" -> new Manage(share + ":" + what);
      default -> null;
    };
  }

  private static @Nullable CommunityAction four(List<String> parts) {
    return switch (parts.getFirst()) {
      case "c-judge" -> new Judge(parseLong(parts.get(1)), parts.get(2), parts.get(3));
      case "c-answer" ->
          new Answer(
              parseLong(parts.get(1)), Integer.parseInt(parts.get(2)), parts.get(3).equals("keep"));
      default -> null;
    };
  }
}
