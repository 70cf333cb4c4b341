package io.switchboard.command.admin.people;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.act.deed.Whom;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.oversight.StillOpen;
import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Member;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /member ban @member [posts|links]}: keeps them out, and says what others still see of
 * theirs, or ends that, too.
 */
final class Ban {
  private static final List<String> ALSO = List.of("", StillOpen.POSTS, StillOpen.LINKS);
  private final Acts acts;
  private final StillOpen open;

  Ban(Rooms rooms) {
    this.acts = rooms.acts();
    this.open = new StillOpen(rooms);
  }

  /**
   * Bans.
   *
   * @param so the command up to their name, for examples
   * @param also what ends with it: one of {@link #ALSO}, or nothing that can be meant
   */
  List<Effect> ban(Visit visit, Whom who, String so, String also) {
    Words words = visit.words();
    if (!ALSO.contains(also)) {
      Inline posts = new Inline.Command(so + " " + StillOpen.POSTS);
      Inline links = new Inline.Command(so + " " + StillOpen.LINKS);
      return List.of(Effect.tell(words.say("member.wrong.ban", Cut.of(also), posts, links)));
    }
    Outcome outcome = acts.carryOut(visit.doer(), new MemberAct.Ban(who));
    Document said =
        SayOutcome.of(
            words,
            who.name(),
            outcome,
            done -> words.say("member.banned", who.name(), so.split(" ", 3)[2]));
    if (!(outcome instanceof Outcome.Done) || who.member().isEmpty()) {
      return List.of(Effect.tell(said));
    }
    Member member = who.member().get();
    if (also.isEmpty()) {
      return List.of(
          open.of(visit, member, so)
              .map(left -> Effect.tell(said.and(left.body()), left.buttons()))
              .orElseGet(() -> Effect.tell(said)));
    }
    List<Effect> effects = new ArrayList<>(List.of(Effect.tell(said)));
    effects.addAll(
        also.equals(StillOpen.LINKS)
            ? open.endLinks(visit, member.id())
            : open.takePosts(visit, member.id()));
    return effects;
  }
}
