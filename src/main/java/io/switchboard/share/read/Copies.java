package io.switchboard.share.read;

import io.switchboard.share.ShareId;
import io.switchboard.share.SharedCopy;
import io.switchboard.share.Visibility;
import io.switchboard.share.kept.AnswerPageTable;
import io.switchboard.share.kept.FrozenText;
import io.switchboard.share.kept.RevisionTable;
import io.switchboard.share.kept.ShareRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes of a row and its text what the page shows. */
public final class Copies {
  private Copies() {}

  /** The present revision; empty if its text was deleted. */
  public static Optional<SharedCopy> of(Handle h, ShareRow row, SharedCopy.By by) {
    return of(h, row, row.shown().revision(), by);
  }

  /** One revision; empty if it is not there. */
  static Optional<SharedCopy> of(Handle h, ShareRow row, int revision, SharedCopy.By by) {
    return RevisionTable.text(h, row.id(), revision)
        .map(
            text ->
                AnswerPageTable.grown(h, row.id())
                    .map(grown -> growing(row, text, grown, by))
                    .orElseGet(() -> of(row, row.shown().title(), text, by)));
  }

  /** One whose answer is still being written. */
  private static SharedCopy growing(
      ShareRow row, FrozenText text, AnswerPageTable.Grown grown, SharedCopy.By by) {
    SharedCopy copy = of(row, row.shown().title(), text, by);
    List<SharedCopy.SharedTurn> turns =
        copy.turns().stream()
            .map(turn -> new SharedCopy.SharedTurn(turn.question(), grown.content()))
            .toList();
    return new SharedCopy(
        copy.title(), copy.owner(), turns, copy.frozenAt(), copy.endsAt(), copy.sight().growing());
  }

  /** With another title and another text than the row has. */
  public static SharedCopy of(ShareRow row, String title, FrozenText text, SharedCopy.By by) {
    boolean all = row.shown().visibility() == Visibility.HISTORY;
    return new SharedCopy(
        title,
        row.shown().name(),
        text.parts().stream()
            .map(
                part ->
                    new SharedCopy.SharedTurn(
                        part.question(), part.answer(), all ? part.variants() : List.of()))
            .toList(),
        text.frozenAt(),
        row.endsAt(),
        new SharedCopy.Sight(
            new ShareId(row.id()), row.shown().version(), row.shown().visibility(), by));
  }
}
