package io.switchboard.command.oversight;

import io.switchboard.chat.MessageId;
import io.switchboard.chat.action.OversightAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.talk.RoomForOneMore;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.ConversationId;
import io.switchboard.conversation.oversight.Handover.Offer;
import io.switchboard.conversation.oversight.Overseen;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /conversation give #12 @member}: both are asked in private; whoever lets admins read need
 * not be, and is told.
 */
final class HandOver {
  private final Rooms rooms;
  private final Theirs theirs;
  private final RoomForOneMore room;

  HandOver(Rooms rooms, Theirs theirs) {
    this.rooms = rooms;
    this.theirs = theirs;
    this.room = new RoomForOneMore(rooms.conversations(), rooms.queue(), rooms.limits());
  }

  List<Effect> offer(Visit visit, ConversationId conversation, String to) {
    Words words = visit.words();
    Optional<Overseen> seen = rooms.oversight().of(conversation);
    Optional<Member> taker = theirs.named(visit, to);
    if (seen.isEmpty()) {
      return List.of(Effect.tell(words.say("oversight.unknown", "#" + conversation)));
    }
    if (taker.isEmpty()) {
      return List.of(Effect.tell(words.say("limit.nobody", to)));
    }
    Overseen one = seen.get();
    MemberId owner = one.owner();
    if (!theirs.below(visit, owner)) {
      return List.of(Effect.tell(words.say("member.admin", theirs.name(owner))));
    }
    if (owner.equals(taker.get().id())) {
      return List.of(Effect.tell(words.say("oversight.give.same", taker.get().name())));
    }
    boolean agreed = one.readable() || owner.equals(visit.id());
    rooms.oversight().handover().offer(one, taker.get().id(), agreed);
    rooms
        .audit()
        .record(
            visit.id(),
            "conversation give",
            theirs.target(owner),
            "#" + conversation + " to member " + taker.get().id());
    List<Effect> effects = new ArrayList<>();
    effects.add(
        Effect.tell(
            words.say(
                agreed ? "oversight.give.asked" : "oversight.give.asked.both",
                one.name(),
                theirs.name(owner),
                taker.get().name())));
    // Before its owner agrees, nobody else learns what it is about.
    String title = rooms.conversations().title(conversation, owner).orElse(one.name());
    effects.add(
        ask(
            taker.get().id(),
            conversation,
            theirs
                .words(visit, taker.get().id())
                .say("oversight.give.take", agreed ? title : one.name(), theirs.name(owner)),
            visit));
    if (!agreed) {
      effects.add(
          ask(
              owner,
              conversation,
              theirs.words(visit, owner).say("oversight.give.let", title, taker.get().name()),
              visit));
    }
    return effects;
  }

  private Effect ask(MemberId who, ConversationId conversation, Document question, Visit visit) {
    Words words = theirs.words(visit, who);
    long id = conversation.value();
    List<Button> answers =
        List.of(
            new OversightAction.Agree(id).button(words.label("oversight.give.yes")),
            new OversightAction.Refuse(id).button(words.label("oversight.give.no")));
    return theirs.tell(who, Reply.of(question).with(List.of(answers)));
  }

  /** One of the two agrees. */
  List<Effect> agree(Visit visit, ConversationId conversation, MessageId message) {
    Words words = visit.words();
    Optional<Offer> offered = rooms.oversight().handover().offered(conversation, visit.id());
    if (offered.isEmpty()) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    Optional<Document> full =
        offered.get().to().equals(visit.id()) ? room.refusal(visit) : Optional.empty();
    if (full.isPresent()) {
      return List.of(Effect.tell(full.get()));
    }
    Optional<Offer> offer = rooms.oversight().handover().agree(conversation, visit.id());
    if (offer.isEmpty()) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    if (!offer.get().agreed()) {
      return List.of(Effect.change(message, words.say("oversight.give.waits")));
    }
    return List.of(
        Effect.change(message, words.say("oversight.give.agreed")),
        told(visit, offer.get().to(), "oversight.give.yours", offer.get(), offer.get().owner()),
        told(visit, offer.get().owner(), "oversight.give.gone", offer.get(), offer.get().to()));
  }

  private Effect told(Visit visit, MemberId who, String key, Offer offer, MemberId other) {
    return theirs.tell(
        who, Reply.of(theirs.words(visit, who).say(key, offer.title(), theirs.name(other))));
  }

  /** One of the two does not. */
  List<Effect> refuse(Visit visit, ConversationId conversation, MessageId message) {
    boolean offered = rooms.oversight().handover().refuse(conversation, visit.id()).isPresent();
    return List.of(
        offered
            ? Effect.change(message, visit.words().say("oversight.give.refused"))
            : Effect.tell(visit.words().say("desk.not-yours")));
  }
}
