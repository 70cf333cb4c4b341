package io.switchboard.share;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link's page shows.
 *
 * @param owner the name of the owner, or null when anonymous
 * @param endsAt null if it never ends
 * @param draft whether it is the owner's preview
 */
public record SharedCopy(
    String title,
    @Nullable String owner,
    List<SharedTurn> turns,
    Instant frozenAt,
    @Nullable Instant endsAt,
    boolean draft) {
  public SharedCopy {
    turns = List.copyOf(turns);
  }

  /** A question and its answer, in Markdown. */
  public record SharedTurn(String question, String answer) {}
}
