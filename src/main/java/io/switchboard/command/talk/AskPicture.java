package io.switchboard.command.talk;

import io.switchboard.command.style.WhoAnswers;
import io.switchboard.command.talk.told.SayAdmission;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.wish.PictureWish;
import io.switchboard.queue.RequestQueue;
import io.switchboard.queue.limit.LimitReached;
import io.switchboard.queue.request.Admission;
import io.switchboard.queue.request.Submission;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A wish for a picture goes into the queue. */
final class AskPicture {
  private final RequestQueue queue;
  private final WhoAnswers who;
  private final SayAdmission admissions;
  private final BooleanSupplier drawn;

  /**
   * Into that queue.
   *
   * @param drawn whether there is an account that draws
   */
  AskPicture(RequestQueue queue, WhoAnswers who, SayAdmission admissions, BooleanSupplier drawn) {
    this.queue = queue;
    this.who = who;
    this.admissions = admissions;
    this.drawn = drawn;
  }

  List<Effect> ask(Visit visit, String wish) {
    if (!drawn.getAsBoolean()) {
      return List.of(
          Effect.tell(visit.words().say(visit.admin() ? "image.off.admin" : "image.off")));
    }
    if (wish.isBlank()) {
      return List.of(Effect.ask(visit, visit.words().say("image.empty"), "image"));
    }
    Optional<LimitReached> refused = who.takePicture(visit);
    if (refused.isPresent()) {
      return admissions.say(visit, new Admission.OverLimit(refused.get()));
    }
    int characters = wish.codePointCount(0, wish.length());
    Admission admission =
        queue.submit(
            new Submission(
                visit.origin().key(),
                visit.asker(),
                visit.origin().replyTo(),
                "pictures:" + visit.id(),
                new Submission.Size(characters, 0),
                new PictureWish(wish, WhoAnswers.picture(visit)).encode()));
    if (!admission.taken()) {
      who.givePictureBack(visit);
    }
    return admissions.say(visit, admission);
  }
}
