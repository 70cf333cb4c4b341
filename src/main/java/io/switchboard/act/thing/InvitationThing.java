package io.switchboard.act.thing;

import io.switchboard.audit.Thing;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Invitations;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** An invitation. Names: its hash. Withdrawn once, it cannot be made again. */
public record InvitationThing(Invitations invitations) implements Thing {
  private static final String NONE = "none";
  private static final Pattern NEW = Pattern.compile("(\\d+) uses until (\\S+) by (\\d+)");

  /** How a new one stands. */
  public static String state(int uses, Instant until, MemberId by) {
    return uses + " uses until " + until + " by " + by;
  }

  /** So long as it lets anybody in it stands the same, however many uses are left. */
  @Override
  public Optional<String> read(Handle h, String name) {
    return Optional.of(invitations.until(h, name).map(until -> "until " + until).orElse(NONE));
  }

  @Override
  public boolean write(Handle h, String name, String state) {
    Matcher made = NEW.matcher(state);
    if (made.matches()) {
      invitations.add(
          h,
          name,
          new MemberId(Long.parseLong(made.group(3))),
          Integer.parseInt(made.group(1)),
          Instant.parse(made.group(2)));
      return true;
    }
    if (state.equals(NONE)) {
      invitations.withdraw(h, name);
      return true;
    }
    return false;
  }
}
