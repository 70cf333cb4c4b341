package io.switchboard.command.admin.place;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.admin.steps.Step;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.command.wish.AdminCommand;
import io.switchboard.markup.Document;
import io.switchboard.share.ShareSettings;
import io.switchboard.share.expiry.Expiry;
import io.switchboard.share.expiry.ReadExpiry;
import io.switchboard.share.way.Way;
import io.switchboard.share.way.Ways;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** {@code /answers text|link|both [for 24h]}: how answers are given in this place. */
public final class AnswerAPlace {
  private final Ways ways;
  private final ShareSettings links;
  private final Acts acts;

  public AnswerAPlace(Ways ways, ShareSettings links, Acts acts) {
    this.ways = ways;
    this.links = links;
    this.acts = acts;
  }

  /** Says so of this place, or tells how it stands. */
  public List<Effect> change(Visit visit, AdminCommand.GiveAnswers wanted) {
    Words words = visit.words();
    Optional<Way> way = Way.of(wanted.as());
    if (way.isEmpty()) {
      return List.of(
          Effect.tell(
              state(words, ways.in(visit.place())),
              Step.buttons(visit, "answers", "text", "link", "both")));
    }
    Optional<Expiry> expiry = expiry(wanted.expiry(), visit.origin().at());
    if (expiry.isEmpty() || (way.get() == Way.TEXT && !wanted.expiry().isEmpty())) {
      return List.of(Effect.tell(words.say("meant.answers")));
    }
    if (!links.allow(expiry.get(), visit.origin().at())) {
      return List.of(
          Effect.tell(
              expiry.get() instanceof Expiry.Never
                  ? words.say("answers.links.endless")
                  : words.say("answers.links.most", links.maxExpiry())));
    }
    Ways.Given given = new Ways.Given(way.get(), expiry.get());
    String scope = Ways.scope(visit.place());
    Outcome outcome = acts.carryOut(visit.doer(), new SwitchAct.GiveAnswers(scope, given));
    return List.of(
        outcome instanceof Outcome.Done
            ? Effect.announce(state(words, given))
            : Effect.tell(SayOutcome.of(words, scope, outcome, done -> state(words, given))));
  }

  /** Only a length: every answer's link begins at another time. */
  private static Optional<Expiry> expiry(String text, Instant now) {
    return text.isEmpty()
        ? Optional.of(new Expiry.Default())
        : ReadExpiry.of(text, now, ZoneOffset.UTC).filter(e -> !(e instanceof Expiry.At));
  }

  private static Document state(Words words, Ways.Given given) {
    Document how =
        words.say(
            switch (given.way()) {
              case TEXT -> "answers.given.text";
              case LINK -> "answers.given.link";
              case BOTH -> "answers.given.both";
            });
    return given.way() == Way.TEXT
        ? how
        : how.and(
            switch (given.expiry()) {
              case Expiry.After(var length) -> words.say("answers.links.after", length);
              case Expiry.Never ignored -> words.say("answers.links.never");
              case Expiry.Default ignored -> words.say("answers.links.usual");
              case Expiry.At ignored -> words.say("answers.links.usual");
            });
  }
}
