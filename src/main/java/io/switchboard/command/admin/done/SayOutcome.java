package io.switchboard.command.admin.done;

import io.switchboard.act.deed.Outcome;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import java.util.Locale;
import java.util.function.Function;

/** Says what came of an act. */
public final class SayOutcome {
  private SayOutcome() {}

  /**
   * In words.
   *
   * @param name of whomever or whatever it was about
   * @param done what to say if it was done
   */
  public static Document of(
      Words words, String name, Outcome outcome, Function<Outcome.Done, Document> done) {
    return switch (outcome) {
      case Outcome.Done entry -> done.apply(entry);
      case Outcome.NotAllowed(var needed) -> words.say("act.not-allowed." + word(needed));
      case Outcome.NotAgainst ignored -> words.say("member.admin", name);
      case Outcome.NotFound ignored -> words.say("act.not-found", name);
      case Outcome.NotUndone ignored -> words.say("act.not-found", name);
    };
  }

  private static String word(Enum<?> role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
