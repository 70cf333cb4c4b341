package io.switchboard.command;

import io.switchboard.act.TakenOut;
import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.event.Origin;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.queue.request.RequestId;
import io.switchboard.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says where a question was asked that an admin ended it. */
record SayTakenOut(Texts texts, PlaceQueues replies, SpeakUp speaking) implements TakenOut {
  @Override
  public void say(
      Member member, boolean keptOut, RequestId request, PlaceId place, Optional<MessageId> note) {
    Words theirs = new Words(texts, member.speaks());
    Document text = theirs.say(keptOut ? "member.taken-out" : "member.stopped.note", member.name());
    Effect said =
        note.<Effect>map(message -> new Effect.Change(message, Reply.of(text)))
            .orElseGet(() -> Effect.announce(text));
    Origin origin =
        new Origin(
            "taken-out/" + request,
            new Place(place, Place.Kind.GROUP, "", List.of()),
            new Person(
                new PersonId("member:" + member.id()),
                member.name(),
                null,
                member.speaks(),
                Set.of()),
            Destination.in(place),
            Instant.EPOCH);
    replies.add(place, () -> speaking.speak(origin, List.of(said)));
  }
}
