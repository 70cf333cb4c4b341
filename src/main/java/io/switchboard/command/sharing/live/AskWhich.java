package io.switchboard.command.sharing.live;

import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.share.ShareSummary;
import io.switchboard.share.door.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks which link is meant, by a button for each of the newest. */
record AskWhich(Sharing sharing) {
  /** What can be done, or goes on to be asked for, with the number of a link and nothing more. */
  private static final Set<String> WHOLE =
      Set.of(
          "view",
          "rename",
          "extend",
          "update",
          "look",
          "private",
          "members",
          "public",
          "history",
          "named",
          "anonymous",
          "once",
          "views",
          "password");

  private static final int ROWS = 4;
  private static final int A_ROW = 2;

  /** Empty if more than a link is missing. */
  Optional<List<Effect>> whichTo(Visit visit, String what) {
    if (!WHOLE.contains(what)) {
      return Optional.empty();
    }
    Words words = visit.words();
    List<ShareSummary> all = sharing.looking().all(visit.id());
    if (all.isEmpty()) {
      return Optional.of(List.of(Effect.tell(words.say("share.list.none"))));
    }
    String line = "shares " + what;
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(all.size(), ROWS * A_ROW); i += A_ROW) {
      rows.add(
          all.subList(i, Math.min(all.size(), i + A_ROW)).stream()
              .map(share -> button(visit, line, share))
              .toList());
    }
    rows.add(
        List.of(
            new AdminAction.Continue(visit.id().value(), "").button(words.label("step.leave"))));
    String example = "/" + line + " " + all.getFirst().id();
    return Optional.of(List.of(Effect.tell(words.say("step.how", "/" + line, example), rows)));
  }

  private static Button button(Visit visit, String line, ShareSummary share) {
    return new AdminAction.Continue(visit.id().value(), line + " " + share.id())
        .button(Cut.of(share.id() + " · " + share.title()));
  }
}
