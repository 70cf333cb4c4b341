package io.switchboard.command.oversight;

import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.access.Role;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Other members, as an admin comes to them. */
record Theirs(Rooms rooms) {
  /** In the audit trail: somebody's conversation was read. */
  static final String LOOKED = "conversation show";

  Optional<Member> named(Visit visit, String reference) {
    return rooms.members().named(reference, visit.origin().sender().id().platform());
  }

  String name(MemberId member) {
    return rooms.members().find(member).map(Member::name).orElse("?");
  }

  /** Themselves, or somebody with less to say; nobody acts on those beside or above them. */
  boolean below(Visit visit, MemberId member) {
    Role highest =
        rooms.members().identities(member).stream()
            .map(rooms.people().access()::role)
            .max(Comparator.naturalOrder())
            .orElse(Role.MEMBER);
    return member.equals(visit.id()) || !highest.atLeast(visit.role());
  }

  Words words(Visit visit, MemberId member) {
    Locale locale = rooms.members().find(member).map(Member::speaks).orElse(Locale.ENGLISH);
    return new Words(visit.words().texts(), locale);
  }

  Effect tell(MemberId member, Reply reply) {
    return new Effect.ToMember(rooms.members().identities(member), reply);
  }

  String target(MemberId member) {
    return "member " + member;
  }
}
