package io.switchboard.command;

import io.switchboard.audit.Audit;
import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.action.Action;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.event.ButtonPress;
import io.switchboard.chat.event.Incoming;
import io.switchboard.chat.event.IncomingCommand;
import io.switchboard.chat.message.Messengers;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Words;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Invitations;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standing;
import io.switchboard.text.Texts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who comes in. A stranger becomes a member only here, with an invitation. */
public final class Door {
  private final Access access;
  private final Members members;
  private final Invitations invitations;
  private final Audit audit;
  private final Catalogue catalogue;
  private final Texts texts;
  private final Strangers strangers;

  public Door(
      Rooms.People people,
      Audit audit,
      Catalogue catalogue,
      Texts texts,
      InstantSource time,
      Messengers messengers) {
    this.access = people.access();
    this.members = people.members();
    this.invitations = people.invitations();
    this.audit = audit;
    this.catalogue = catalogue;
    this.texts = texts;
    this.strangers =
        new Strangers(
            texts,
            time,
            to -> messengers.of(to.place().platform()).map(m -> m.owesReply(to)).orElse(false));
  }

  Role role(Person person) {
    return access.role(person);
  }

  /** Whether they are let in. */
  boolean lets(Person person, Place place) {
    return access.mayUse(person, place);
  }

  /** What to say to somebody who does not come in; empty for whoever is let in. */
  Optional<List<Effect>> keepOut(Incoming incoming) {
    Person person = incoming.origin().sender();
    Standing standing = access.standing(person, incoming.origin().place());
    if (standing instanceof Standing.Allowed) {
      return Optional.empty();
    }
    tried(incoming).ifPresent(what -> audit.refused(person.id(), what));
    if (!(standing instanceof Standing.Unknown)) {
      return Optional.of(strangers.turnAway(incoming, standing));
    }
    Optional<String> code = Strangers.code(incoming).or(() -> Strangers.bareCode(incoming));
    if (code.isPresent()) {
      return Optional.of(invited(incoming, code.get()));
    }
    return Optional.of(
        Strangers.joins(incoming)
            ? strangers.askForCode(incoming)
            : strangers.turnAway(incoming, standing));
  }

  /** What they tried that would not have been for every member either. */
  private Optional<String> tried(Incoming incoming) {
    return switch (incoming) {
      case IncomingCommand command -> catalogue.guarded(command);
      case ButtonPress press ->
          Action.parse(press.action())
              .flatMap(
                  action ->
                      switch (action) {
                        case AdminAction.Continue(var asker, String line) ->
                            catalogue.guarded(ReadCommand.written(press.origin(), line));
                        case AdminAction.Write(var asker, String line) ->
                            catalogue.guarded(ReadCommand.written(press.origin(), line));
                        default ->
                            Optional.of(action)
                                .filter(a -> StaffButtons.least(a) != Role.MEMBER)
                                .map(StaffButtons::tried);
                      });
      default -> Optional.empty();
    };
  }

  private List<Effect> invited(Incoming incoming, String code) {
    Person person = incoming.origin().sender();
    Words words = new Words(texts, person.locale());
    return switch (invitations.use(code, person.id())) {
      case LET_IN -> {
        audit.record(members.recognize(person).id(), "joined", person.id().value(), "invitation");
        yield List.of(Effect.tell(words.say("join.welcome")));
      }
      // Whoever guesses is soon at their last try, so that this is not said for ever.
      case WRONG ->
          incoming.origin().place().kind() == Place.Kind.PRIVATE
              ? List.of(Effect.tell(words.say("join.wrong")))
              : strangers.tell(incoming, words.say("join.wrong"));
      case TOO_MANY -> strangers.tell(incoming, words.say("join.too-many"));
    };
  }
}
