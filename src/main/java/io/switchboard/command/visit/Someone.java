package io.switchboard.command.visit;

import io.switchboard.chat.PersonId;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Somebody for the examples of commands about members, so that they work where they are shown. */
public record Someone(Members members, Access access) {
  /** Whom everybody takes for an example. */
  private static final String USUAL = "@alice";

  private static final int LOOKED_AT = 30;

  public static Someone of(Rooms rooms) {
    return new Someone(rooms.members(), rooms.people().access());
  }

  /** As they are named in a command; nobody in particular where the asker is alone. */
  public String beside(Visit visit) {
    String platform = visit.origin().sender().id().platform();
    Predicate<PersonId> may = lower(visit);
    boolean usual =
        members
            .named(USUAL, platform)
            .map(member -> members.identities(member.id()))
            .filter(accounts -> !accounts.isEmpty() && accounts.stream().allMatch(may))
            .isPresent();
    return usual
        ? USUAL
        : members.seenLast(LOOKED_AT).stream()
            .map(Members.Seen::person)
            .filter(may)
            .min(Comparator.comparing(person -> !person.platform().equals(platform)))
            .map(PersonId::value)
            .orElse(USUAL);
  }

  /** On whom the asker may act. */
  private Predicate<PersonId> lower(Visit visit) {
    List<PersonId> own = members.identities(visit.id());
    return person -> !own.contains(person) && !access.role(person).atLeast(visit.role());
  }
}
