package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.chat.Place;
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
  private final Audit audit;

  /**
   * @param linked what is said of other places that a place is linked with
   */
  public ShareAPlace(Homes homes, Function<Visit, Document> linked, Audit audit) {
    this.homes = homes;
    this.linked = linked;
    this.audit = audit;
  }

  /** Says so of this place, or tells how it stands. */
  public List<Effect> change(Visit visit, String verb) {
    Words words = visit.words();
    if (visit.place().kind() == Place.Kind.PRIVATE) {
      return List.of(Effect.tell(words.say("conversation.mode.private")));
    }
    if (!verb.equals("status")) {
      homes.set(visit.place(), verb.equals("shared"));
      audit.record(visit.id(), "conversation " + verb, visit.placeId().value(), "");
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
