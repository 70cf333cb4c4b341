package io.switchboard.command.about;

import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.queue.limit.LimitUse;
import io.switchboard.queue.limit.Limits;
import java.util.List;

/** What somebody has used and has left. */
public final class ShowUsage {
  private final Limits limits;

  public ShowUsage(Limits limits) {
    this.limits = limits;
  }

  /** For {@code /usage}. */
  public List<Effect> show(Visit visit) {
    Words words = visit.words();
    LimitWords said = new LimitWords(limits.prices().currency());
    List<LimitUse> binding = limits.effective(visit.asker());
    if (binding.isEmpty()) {
      return List.of(Effect.tell(words.say("usage.unlimited")));
    }
    Document used =
        Words.all(words.say("usage.head"), said.list(words, binding, visit.place().scopes()));
    return List.of(
        Effect.tell(
            limits.boosts(visit.asker()).stream()
                .map(running -> said.boost(words, running))
                .reduce(used, Document::and)));
  }
}
