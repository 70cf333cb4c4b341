package io.switchboard.share;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link's page shows.
 *
 * @param owner the name of the owner, or null when anonymous
 * @param endsAt null if it never ends
 */
public record SharedCopy(
    String title,
    @Nullable String owner,
    List<SharedTurn> turns,
    Instant frozenAt,
    @Nullable Instant endsAt,
    Sight sight) {
  public SharedCopy {
    turns = List.copyOf(turns);
  }

  /** Whether it is the owner's preview. */
  public boolean draft() {
    return sight.by() == By.PREVIEW;
  }

  /**
   * A question and its answer, in Markdown.
   *
   * @param variants the other answers to it, oldest first; only where the visibility shows them
   */
  public record SharedTurn(String question, String answer, List<String> variants) {
    public SharedTurn {
      variants = List.copyOf(variants);
    }

    /** With one answer. */
    public SharedTurn(String question, String answer) {
      this(question, answer, List.of());
    }
  }

  /**
   * How it comes to be seen.
   *
   * @param version grows with every change of what is shown
   * @param grows whether its answer is still being written
   */
  public record Sight(ShareId share, long version, Visibility visibility, By by, boolean grows) {
    /** Of a copy that is whole. */
    public Sight(ShareId share, long version, Visibility visibility, By by) {
      this(share, version, visibility, by, false);
    }

    /** The same of one whose answer is still being written. */
    public Sight growing() {
      return new Sight(share, version, visibility, by, true);
    }
  }

  /** By what right it is seen. */
  public enum By {
    /** The address of a preview: for its owner, before anything goes out. */
    PREVIEW,
    /** The link alone: everybody who has it sees the same, which may be kept for the next one. */
    LINK,
    /** A private address of short life, after a password or a press, or for the owner. */
    PASS,
    /** The reader is signed in. */
    MEMBER
  }
}
