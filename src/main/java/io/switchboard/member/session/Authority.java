package io.switchboard.member.session;

import io.switchboard.chat.Person;
import io.switchboard.chat.PersonId;
import io.switchboard.db.Database;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever is signed in may do, asked anew each time. What the configuration or a command says
 * of any of their accounts counts at once; what somebody is by a role on a platform counts only for
 * some hours after they signed in, since platforms do not tell when it is taken away.
 */
public final class Authority {
  /** So long a platform's role counts that somebody had when they signed in. */
  public static final Duration ROLES_COUNT = Duration.ofHours(12);

  private final Database database;
  private final InstantSource time;
  private final Members members;
  private final Access access;

  public Authority(Database database, InstantSource time, Members members, Access access) {
    this.database = database;
    this.time = time;
    this.members = members;
    this.access = access;
  }

  /**
   * Somebody who is signed in, with what they may do.
   *
   * @param person the account that gives them the role
   */
  public record Holder(Member member, Person person, Role role) {}

  /** Whose session it is; empty if there is nobody any more. */
  public Optional<Holder> of(Session session) {
    Optional<LetIn> letIn =
        session.createdAt().plus(ROLES_COUNT).isAfter(time.instant())
            ? database.read(h -> LetIn.of(h, session.id()))
            : Optional.empty();
    return members.find(session.member()).flatMap(member -> highest(member, letIn));
  }

  /** The highest role that any account of this member has, as far as commands and files say. */
  public Role role(MemberId member) {
    return members.identities(member).stream()
        .map(access::role)
        .max(Comparator.naturalOrder())
        .orElse(Role.MEMBER);
  }

  private Optional<Holder> highest(Member member, Optional<LetIn> letIn) {
    List<PersonId> accounts = members.identities(member.id());
    return accounts.stream()
        .map(account -> person(member, account, letIn))
        .map(person -> new Holder(member, person, access.role(person)))
        .max(Comparator.comparing(Holder::role));
  }

  private static Person person(Member member, PersonId account, Optional<LetIn> letIn) {
    Set<String> roles =
        letIn.filter(in -> in.account().equals(account)).map(LetIn::roles).orElse(Set.of());
    return new Person(account, member.name(), null, member.speaks(), roles);
  }
}
