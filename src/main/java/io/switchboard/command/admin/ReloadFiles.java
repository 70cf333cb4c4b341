package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Reloading;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Inline;
import java.util.List;

/** {@code /reload}. */
final class ReloadFiles {
  private final Reloading reloading;
  private final Audit audit;

  ReloadFiles(Reloading reloading, Audit audit) {
    this.reloading = reloading;
    this.audit = audit;
  }

  List<Effect> reload(Visit visit) {
    Words words = visit.words();
    Reloading.Outcome outcome = reloading.now();
    audit.record(visit.id(), "reload", "configuration", outcome.taken() ? "taken" : "not taken");
    if (!outcome.taken()) {
      return List.of(Effect.tell(words.say("staff.reload.bad", new Inline.Code(outcome.words()))));
    }
    return List.of(
        Effect.tell(
            outcome.words().isEmpty()
                ? words.say("reload.done")
                : words
                    .say("reload.done")
                    .and(words.say("reload.restart", new Inline.Code(outcome.words())))));
  }
}
