package io.switchboard.command.admin.people;

import io.switchboard.act.Acts;
import io.switchboard.act.deed.MemberAct;
import io.switchboard.act.deed.Outcome;
import io.switchboard.command.admin.done.SayOutcome;
import io.switchboard.command.visit.Cut;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.markup.Inline;
import io.switchboard.member.access.Invitations;
import io.switchboard.text.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /member invite}: a code that lets people in. */
public final class Invite {
  private static final Duration USUALLY = Duration.ofDays(7);
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)(?:(?:for\\s+)?(.*?[a-z]))??\\s*(?:(?:uses?\\s+)(\\d{1,5}))?");

  private final Acts acts;

  public Invite(Acts acts) {
    this.acts = acts;
  }

  /**
   * Makes one.
   *
   * @param wish as in {@code for 7d uses 5}; a week and one use where nothing is said
   */
  public List<Effect> invite(Visit visit, String wish) {
    Matcher written = WRITTEN.matcher(wish.strip());
    Optional<Duration> length =
        written.matches()
            ? written.group(1) == null ? Optional.of(USUALLY) : Spans.parse(written.group(1))
            : Optional.empty();
    int uses =
        written.matches() && written.group(2) != null ? Integer.parseInt(written.group(2)) : 1;
    if (length.filter(l -> l.compareTo(Invitations.LONGEST) <= 0).isEmpty()
        || uses < 1
        || uses > Invitations.MOST_USES) {
      return List.of(
          Effect.tell(
              visit
                  .words()
                  .say(
                      "member.wrong.invite",
                      Cut.of(wish),
                      Invitations.LONGEST,
                      Invitations.MOST_USES,
                      new Inline.Command("/member invite for 7d uses 5"))));
    }
    Outcome outcome = acts.carryOut(visit.doer(), new MemberAct.Invite(length.get(), uses));
    Instant until = visit.origin().at().plus(length.get());
    return List.of(
        Effect.tell(
            SayOutcome.of(
                visit.words(),
                "",
                outcome,
                done -> visit.words().say("member.invited", done.code(), uses, until))));
  }
}
