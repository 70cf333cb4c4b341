package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.Member;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.request.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ends what somebody waits for, who is kept out from now on or not, and says so where they asked.
 * What is being answered stops; what was written stays.
 */
final class TakeOut {
  private static final Pattern REQUEST = Pattern.compile("\\d{1,18}");

  private final RequestQueue queue;
  private final Audit audit;

  TakeOut(RequestQueue queue, Audit audit) {
    this.queue = queue;
    this.audit = audit;
  }

  /**
   * {@code /member stop}: ends what they wait for, all of it or one request; they may ask again.
   *
   * @param more the request's number; empty for all
   */
  List<Effect> stop(Visit visit, String name, Optional<Member> who, String more) {
    Words words = visit.words();
    if (!more.isEmpty() && !REQUEST.matcher(more).matches()) {
      return List.of(Effect.tell(words.say("meant.member")));
    }
    List<Effect> notes = who.map(member -> stopped(visit, member, more)).orElse(List.of());
    if (notes.isEmpty()) {
      return List.of(Effect.tell(words.say("member.stopped.nothing", name)));
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(Effect.tell(words.say("member.stopped", name, notes.size())));
    effects.addAll(notes);
    return effects;
  }

  private List<Effect> stopped(Visit visit, Member member, String more) {
    List<Effect> notes =
        more.isEmpty()
            ? all(visit, member, "member.stopped.note")
            : one(visit, member, Long.parseLong(more), "member.stopped.note");
    if (!notes.isEmpty()) {
      String detail = more.isEmpty() ? "" : "request " + more;
      audit.record(visit.id(), "member stop", "member " + member.id(), detail);
    }
    return notes;
  }

  /** All of it, of somebody who is kept out from now on. */
  List<Effect> all(Visit visit, Member member) {
    return all(visit, member, "member.taken-out");
  }

  private List<Effect> all(Visit visit, Member member, String note) {
    List<Effect> effects = new ArrayList<>();
    queue
        .of(member.id())
        .open()
        .forEach((request, place) -> effects.addAll(end(visit, member, request, place, note)));
    return effects;
  }

  private List<Effect> one(Visit visit, Member member, long number, String note) {
    RequestId request = new RequestId(number);
    PlaceId place = queue.of(member.id()).open().get(request);
    return place == null ? List.of() : end(visit, member, request, place, note);
  }

  private List<Effect> end(
      Visit visit, Member member, RequestId request, PlaceId place, String key) {
    Document note = new Words(visit.words().texts(), member.speaks()).say(key, member.name());
    return switch (queue.stop(request, member.id())) {
      case CANCELLED -> {
        Effect said =
            queue
                .inChat()
                .note(request, member.id())
                .<Effect>map(message -> new Effect.Change(message, Reply.of(note)))
                .orElseGet(() -> Effect.announce(note));
        yield List.of(new Effect.In(place, List.of(said)));
      }
      // The answer itself says that it was stopped, but not by whom.
      case STOPPING -> List.of(new Effect.In(place, List.of(Effect.announce(note))));
      case OVER, NOTHING -> List.of();
    };
  }
}
