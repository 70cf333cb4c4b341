package io.switchboard.web.admin;

import io.switchboard.member.Member;
import io.switchboard.member.access.Role;
import io.switchboard.member.session.Authority;
import io.switchboard.member.session.Session;
import io.switchboard.web.PageFrame;
import java.time.ZoneId;

/**
 * Somebody who may be here.
 *
 * @param zone in which times are told
 * @param proof that a form comes from their page
 */
public record Visitor(
    Session session, Authority.Holder holder, PageFrame frame, ZoneId zone, String proof) {
  /** Who they are. */
  public Member member() {
    return holder.member();
  }

  /** What they may do. */
  public Role role() {
    return holder.role();
  }

  /** Whether they may do all but make admins. */
  public boolean admin() {
    return role().atLeast(Role.ADMIN);
  }

  /** How numbers and times are written for them. */
  public Said said() {
    return new Said(frame.locale(), zone);
  }
}
