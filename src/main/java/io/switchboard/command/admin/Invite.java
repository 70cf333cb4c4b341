package io.switchboard.command.admin;

import io.switchboard.audit.Audit;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.member.access.Invitations;
import io.switchboard.text.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /member invite}: a code that lets people in. */
public final class Invite {
  private static final Duration USUALLY = Duration.ofDays(7);
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)(?:(?:for\\s+)?(.*?[a-z]))??\\s*(?:(?:uses?\\s+)(\\d{1,5}))?");

  private final Invitations invitations;
  private final Audit audit;

  public Invite(Invitations invitations, Audit audit) {
    this.invitations = invitations;
    this.audit = audit;
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
      return List.of(Effect.tell(visit.words().say("meant.member")));
    }
    String code = invitations.make(visit.id(), length.get(), uses);
    audit.record(visit.id(), "member invite", "", "for " + length.get() + ", uses " + uses);
    return List.of(
        Effect.tell(
            visit
                .words()
                .say("member.invited", code, uses, visit.origin().at().plus(length.get()))));
  }
}
