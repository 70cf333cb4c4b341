package io.switchboard.command.about;

import io.switchboard.announce.Announcing;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import java.util.List;

/** {@code /announcements [on|off]}: whether somebody is told announcements in private. */
final class ChooseAnnouncements {
  private final Announcing announcing;

  ChooseAnnouncements(Announcing announcing) {
    this.announcing = announcing;
  }

  /**
   * Chooses, or tells how it stands.
   *
   * @param wanted {@code on} or {@code off}; anything else only tells
   */
  List<Effect> choose(Visit visit, String wanted) {
    Words words = visit.words();
    if (wanted.equals("on") || wanted.equals("off")) {
      announcing.want(visit.id(), wanted.equals("on"));
    }
    boolean on = announcing.wants(visit.id());
    return List.of(
        Effect.tell(
            words.say(on ? "announce.on" : "announce.off"),
            List.of(
                List.of(
                    new MemberAction.Announcements(!on)
                        .button(
                            words.label(on ? "announce.button.none" : "announce.button.again"))))));
  }
}
