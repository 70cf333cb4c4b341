package io.switchboard.act.deed;

import io.switchboard.member.access.Hours;
import io.switchboard.member.access.Role;
import io.switchboard.queue.request.RequestId;
import io.switchboard.share.ShareId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who is let in, and what they may do; for moderators, but for roles and links. */
public sealed interface MemberAct extends Act {
  /** Lets them in, and takes back whatever kept them out. */
  record Allow(Whom whom) implements MemberAct {}

  /** Keeps them out; what they wait for is taken out. */
  record Ban(Whom whom) implements MemberAct {}

  /** Takes a ban back. */
  record Unban(Whom whom) implements MemberAct {}

  /**
   * Keeps them out for a time; what they wait for is taken out.
   *
   * @param until null until they are resumed
   */
  record Pause(Whom whom, @Nullable Instant until) implements MemberAct {}

  /** Ends a pause. */
  record Resume(Whom whom) implements MemberAct {}

  /**
   * Lets them in until then at most.
   *
   * @param end null for no end
   */
  record Until(Whom whom, @Nullable Instant end) implements MemberAct {}

  /**
   * Lets them in at these hours only.
   *
   * @param hours null for always
   */
  record AtHours(Whom whom, @Nullable Hours hours) implements MemberAct {}

  /** Makes them that: admins make moderators, owners make admins, nobody makes owners. */
  record MakeRole(Whom whom, Role role) implements MemberAct {}

  /**
   * Ends what they wait for; they may ask again. Cannot be taken back.
   *
   * @param request null for all of it
   */
  record Stop(Whom whom, @Nullable RequestId request) implements MemberAct {}

  /**
   * Ends a live link of theirs; for admins. Cannot be taken back: what carries the link says at
   * once that it has ended.
   *
   * @param reason for whoever reads the record; may be empty
   */
  record EndLink(Whom whom, ShareId share, String reason) implements MemberAct {}

  /** Ends all live links of theirs; for admins. Cannot be taken back. */
  record EndLinks(Whom whom) implements MemberAct {}

  /**
   * A code that lets people in; {@link Outcome.Done#code} carries it.
   *
   * @param uses how many people it lets in
   */
  record Invite(Duration length, int uses) implements MemberAct {}
}
