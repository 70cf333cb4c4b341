package io.switchboard.web.admin.view.member;

import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standing;
import io.switchboard.member.access.Standings;
import io.switchboard.member.look.Listed;
import io.switchboard.member.session.Authority;
import io.switchboard.web.admin.Visitor;
import io.switchboard.web.admin.view.Platforms;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Puts members into cards. */
public final class MemberCards {
  private final Standings standings;
  private final Authority authority;
  private final LimitsSaid limits;

  public MemberCards(Standings standings, Authority authority, LimitsSaid limits) {
    this.standings = standings;
    this.authority = authority;
    this.limits = limits;
  }

  /** One; limits are for admins. */
  MemberCard card(Visitor visitor, Listed member) {
    return new MemberCard(
        member.id().value(),
        member.name(),
        member.accounts().getFirst().id().value(),
        member.accounts().stream().map(MemberCards::account).toList(),
        stand(visitor, member),
        visitor.admin() ? limits.of(member.id(), visitor) : List.of());
  }

  private static String account(Listed.Account account) {
    String platform = Platforms.name(account.id().platform());
    String handle = account.handle();
    return handle == null ? account.id().value() : platform + " @" + handle;
  }

  private MemberCard.Stand stand(Visitor visitor, Listed member) {
    boolean self = member.id().equals(visitor.member().id());
    // Of themselves more is known: what their platform said when they signed in.
    Role role = self ? visitor.role() : authority.role(member.id());
    Standing standing = standings.of(member.accounts().getFirst().id());
    String look =
        switch (standing) {
          case Standing.Unknown unknown -> "listed";
          case Standing.Allowed allowed -> "allowed";
          case Standing.Paused paused -> "paused";
          case Standing.Banned banned -> "banned";
          case Standing.OutOfHours hours -> "hours";
          case Standing.Ended ended -> "ended";
        };
    return new MemberCard.Stand(
        role.name().toLowerCase(Locale.ROOT),
        look,
        words(visitor, standing, look),
        visitor.said().day(member.since()),
        !self && !role.atLeast(visitor.role()));
  }

  private static String words(Visitor visitor, Standing standing, String look) {
    Instant moment =
        switch (standing) {
          case Standing.Paused(Instant until) -> until;
          case Standing.OutOfHours(Instant opens) -> opens;
          case Standing.Ended(Instant at) -> at;
          case Standing.Unknown unknown -> null;
          case Standing.Allowed allowed -> null;
          case Standing.Banned banned -> null;
        };
    return moment == null
        ? visitor.frame().say("admin.stand." + look)
        : visitor.frame().say("admin.stand." + look + ".until", visitor.said().at(moment));
  }
}
