package io.switchboard.command.talk;

import io.switchboard.command.style.WhoAnswers;
import io.switchboard.command.talk.told.SayAdmission;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.Conversations;
import io.switchboard.conversation.TurnId;
import io.switchboard.conversation.wish.SpokenWish;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A wish to hear an answer goes into the queue. */
final class AskAloud {
  private final Conversations conversations;
  private final RequestQueue queue;
  private final WhoAnswers who;
  private final SayAdmission admissions;
  private final BooleanSupplier spoken;

  /**
   * Into that queue.
   *
   * @param spoken whether there is an account that reads aloud
   */
  AskAloud(
      Conversations conversations,
      RequestQueue queue,
      WhoAnswers who,
      SayAdmission admissions,
      BooleanSupplier spoken) {
    this.conversations = conversations;
    this.queue = queue;
    this.who = who;
    this.admissions = admissions;
    this.spoken = spoken;
  }

  List<Effect> ask(Visit visit, TurnId turn) {
    if (!spoken.getAsBoolean()) {
      return List.of(
          Effect.tell(visit.words().say(visit.admin() ? "listen.off.admin" : "listen.off")));
    }
    conversations.arrive(visit.id(), visit.place());
    if (conversations.turn(turn, visit.id()).filter(t -> !t.answer().isBlank()).isEmpty()) {
      return List.of(Effect.tell(visit.words().say("desk.not-yours")));
    }
    Optional<LimitReached> refused = who.takeVoice(visit, 1);
    if (refused.isPresent()) {
      return admissions.say(visit, new Admission.OverLimit(refused.get()));
    }
    Admission admission =
        queue.submit(
            new Submission(
                visit.origin().key(),
                visit.asker(),
                visit.origin().replyTo(),
                "spoken:" + visit.id(),
                new Submission.Size(0, 0),
                new SpokenWish(turn, WhoAnswers.voice(visit)).encode()));
    if (!admission.taken()) {
      who.giveVoiceBack(visit);
    }
    return admissions.say(visit, admission);
  }
}
