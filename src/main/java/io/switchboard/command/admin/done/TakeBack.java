package io.switchboard.command.admin.done;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.Outcome;
import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /undo [list|17]}: takes back what an admin did. */
public final class TakeBack {
  private static final int LISTED = 8;
  private static final int A_ROW = 4;

  private final Acts acts;
  private final TellActs telling;

  public TakeBack(Acts acts, TellActs telling) {
    this.acts = acts;
    this.telling = telling;
  }

  /**
   * For the command.
   *
   * @param which empty for the asker's last; {@code list}; else digits
   */
  public List<Effect> takeBack(Visit visit, String which) {
    return switch (which) {
      case "" ->
          acts.last(visit.doer())
              .map(entry -> undo(visit, entry.id()))
              .orElseGet(() -> List.of(Effect.tell(visit.words().say("undo.nothing"))));
      case "list" -> list(visit);
      default -> undo(visit, Long.parseLong(which));
    };
  }

  /** For the command with a number, and for the buttons. */
  public List<Effect> undo(Visit visit, long id) {
    Words words = visit.words();
    return switch (acts.undo(visit.doer(), id)) {
      case Outcome.Done(AuditEntry undo, var code, var ended) -> {
        List<Effect> effects = new ArrayList<>();
        effects.add(
            Effect.tell(
                words.say("undo.done", "" + id).and(telling.what(words, undo)),
                List.of(
                    List.of(new AdminAction.Undo(undo.id()).button(words.label("undo.again"))))));
        effects.addAll(TellPlaces.of(visit, undo));
        yield effects;
      }
      case Outcome.NotUndone(var why) -> List.of(Effect.tell(telling.why(words, why)));
      case Outcome.NotFound ignored -> List.of(Effect.tell(words.say("undo.unknown", "" + id)));
      case Outcome other ->
          List.of(Effect.tell(SayOutcome.of(words, "#" + id, other, d -> empty())));
    };
  }

  private static Document empty() {
    return new Document(List.of());
  }

  private List<Effect> list(Visit visit) {
    Words words = visit.words();
    List<AuditEntry> entries = acts.undoable(visit.doer(), LISTED);
    if (entries.isEmpty()) {
      return List.of(Effect.tell(words.say("undo.none")));
    }
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i += A_ROW) {
      rows.add(
          entries.subList(i, Math.min(i + A_ROW, entries.size())).stream()
              .<Button>map(e -> new AdminAction.Undo(e.id()).button("#" + e.id()))
              .toList());
    }
    return List.of(
        Effect.tell(
            words
                .say("undo.head", "" + entries.getFirst().id())
                .and(Words.list(entries.stream().map(e -> telling.line(words, e)).toList())),
            rows));
  }

  /** What was written after the command; empty if it means nothing. */
  public static Optional<String> meant(String written) {
    String which = written.strip().replaceFirst("^#", "");
    return which.isEmpty() || which.equals("list") || which.matches("\\d{1,18}")
        ? Optional.of(which)
        : Optional.empty();
  }
}
