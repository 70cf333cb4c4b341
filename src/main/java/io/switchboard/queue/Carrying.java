package io.switchboard.queue;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.member.MemberId;
import io.switchboard.queue.limit.Asker;
import io.switchboard.queue.line.NewRequest;
import io.switchboard.queue.line.RequestRow;
import io.switchboard.queue.request.Claimed;
import io.switchboard.queue.request.RequestId;
import io.switchboard.queue.request.Submission;
import io.switchboard.queue.slots.Slots;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Between the words of this room and what is in the rows. */
final class Carrying {
  private Carrying() {}

  static NewRequest in(Submission submission, Instant now) {
    Asker asker = submission.asker();
    Place place = asker.place();
    return new NewRequest(
        submission.key(),
        asker.member().value(),
        submission.lane(),
        submission.model() == null ? Slots.ANY : submission.model(),
        submission.size().tokens(),
        now,
        new NewRequest.Carried(
            submission.replyTo().place().value(),
            place.kind().name(),
            place.id() + "\n" + place.name(),
            lines(place.scopes()),
            lines(new TreeSet<>(asker.roles())),
            submission.replyTo().handle(),
            submission.payload()));
  }

  static Claimed out(RequestRow row, NewRequest.Carried carried) {
    return new Claimed(
        new RequestId(row.id()),
        asker(new MemberId(row.member()), carried),
        new Destination(new PlaceId(carried.place()), carried.replyHandle()),
        new Claimed.By(
            Objects.requireNonNull(row.account(), "only a running request is handed out"),
            row.pool().equals(Slots.ANY) ? null : row.pool()),
        carried.payload(),
        new Claimed.Trace(
            row.attempt(), message(row.note()), messages(row.shown()), row.sending()));
  }

  static Asker asker(MemberId member, NewRequest.Carried carried) {
    String idAndName = carried.placeName();
    int cut = idAndName.indexOf('\n');
    Place place =
        new Place(
            new PlaceId(idAndName.substring(0, cut)),
            Place.Kind.valueOf(carried.placeKind()),
            idAndName.substring(cut + 1),
            lines(carried.scopes()));
    return new Asker(member, Set.copyOf(lines(carried.roles())), place);
  }

  private static @Nullable MessageId message(@Nullable String id) {
    return id == null ? null : new MessageId(id);
  }

  static List<MessageId> messages(@Nullable String ids) {
    return ids == null ? List.of() : lines(ids).stream().map(MessageId::new).toList();
  }

  static Optional<MessageId> note(RequestRow row) {
    return Optional.ofNullable(message(row.note()));
  }

  /** Whether it is the note of a request, or one of those that show its answer. */
  static boolean in(RequestRow row, MessageId message) {
    return message.equals(message(row.note())) || messages(row.shown()).contains(message);
  }

  static @Nullable String kept(List<MessageId> messages) {
    return messages.isEmpty() ? null : lines(messages.stream().map(MessageId::value).toList());
  }

  private static String lines(Collection<String> all) {
    return String.join("\n", all);
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }
}
