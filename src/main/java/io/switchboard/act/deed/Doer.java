package io.switchboard.act.deed;

import io.switchboard.member.MemberId;
import io.switchboard.member.access.Role;

/**
 * Whoever does something.
 *
 * @param role what they may do now, as {@link io.switchboard.member.access.Access} says
 */
public record Doer(MemberId id, Role role) {}
