package io.switchboard.command.admin.place;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.SwitchAct;
import io.switchboard.chat.Place;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.home.Homes;
import io.switchboard.markup.Document;
import java.util.List;
import java.util.function.Function;

/** {@code /conversation shared|own|status}: whether all who write here have one conversation. */
public final class ShareAPlace {
  private final Homes homes;
  private final Function<Visit, Document> linked;
  private final Acts acts;

  /**
   * @param linked what is said of other places that a place is linked with
   */
  public ShareAPlace(Homes homes, Function<Visit, Document> linked, Acts acts) {
    this.homes = homes;
    this.linked = linked;
    this.acts = acts;
  }

  /** Says so of this place, or tells how it stands. */
  public List<Effect> change(Visit visit, String verb) {
    Words words = visit.words();
    if (visit.place().kind() == Place.Kind.PRIVATE) {
      return List.of(Effect.tell(words.say("conversation.mode.private")));
    }
    if (!verb.equals("status")) {
      String scope = Homes.scope(visit.place());
      Outcome outcome =
          acts.carryOut(
              visit.doer(), new SwitchAct.ShareConversations(scope, verb.equals("shared")));
      if (!(outcome instanceof Outcome.Done)) {
        return List.of(
            Effect.tell(SayOutcome.of(words, scope, outcome, done -> new Document(List.of()))));
      }
    }
    Document now =
        words.say(
            homes.of(visit.place()).isPresent()
                ? "conversation.mode.shared"
                : "conversation.mode.own");
    Document beside = linked.apply(visit);
    if (!beside.blocks().isEmpty()) {
      // While it lasts, that is all that counts.
      return List.of(Effect.tell(beside));
    }
    return List.of(verb.equals("status") ? Effect.tell(now) : Effect.announce(now));
  }
}
