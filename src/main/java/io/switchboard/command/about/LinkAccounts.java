package io.switchboard.command.about;

import io.switchboard.audit.Audit;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.Place;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.member.Linking;
import io.switchboard.member.Member;
import io.switchboard.member.MemberId;
import io.switchboard.member.Members;
import io.switchboard.member.code.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /link}: one member over several accounts. */
final class LinkAccounts {
  private final Members members;
  private final Linking linking;
  private final Audit audit;

  LinkAccounts(Members members, Linking linking, Audit audit) {
    this.members = members;
    this.linking = linking;
    this.audit = audit;
  }

  /** Shows what is linked, and a code for the other account. Codes are not for groups. */
  List<Effect> offer(Visit visit) {
    Words words = visit.words();
    List<PersonId> accounts = members.identities(visit.id());
    Document linked =
        accounts.size() < 2
            ? new Document(List.of())
            : words.say("link.accounts", code(accounts), remove(accounts));
    Document offered =
        visit.place().kind() == Place.Kind.PRIVATE
            ? words.say("link.code", linking.offer(visit.origin().sender().id()), Linking.GOOD_FOR)
            : words.say("link.private");
    return List.of(Effect.tell(linked.and(offered)));
  }

  /** Which accounts there are to be taken out, and how. */
  private Effect which(Visit visit) {
    Words words = visit.words();
    List<PersonId> accounts = members.identities(visit.id());
    if (accounts.size() < 2) {
      return Effect.tell(words.say("link.none"));
    }
    List<List<Button>> rows = new ArrayList<>();
    // With the row that leaves it as many rows as every platform has.
    accounts.stream().limit(4).forEach(account -> rows.add(List.of(out(visit, account))));
    rows.add(List.of(goOn(visit, "").button(words.label("step.leave"))));
    return Effect.tell(words.say("link.accounts", code(accounts), remove(accounts)), rows);
  }

  private static Button out(Visit visit, PersonId account) {
    return goOn(visit, "link remove " + account).button(account.value());
  }

  private static AdminAction.Continue goOn(Visit visit, String line) {
    return new AdminAction.Continue(visit.id().value(), line);
  }

  private static Inline remove(List<PersonId> accounts) {
    return new Inline.Command("/link remove " + accounts.getLast());
  }

  private static Inline code(Object thing) {
    String text =
        thing instanceof List<?> list
            ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
            : thing.toString();
    return new Inline.Code(text);
  }

  /** Shows with whom a code from another account would link, and asks whether that is meant. */
  List<Effect> enter(Visit visit, String code) {
    Words words = visit.words();
    return switch (linking.look(code, visit.origin().sender().id())) {
      case Linking.Outcome.Would(MemberId to) ->
          List.of(
              Effect.tell(
                  words.say("link.sure", named(visit.id()), named(to)),
                  List.of(
                      List.of(
                          new MemberAction.Link(visit.id().value(), Codes.clean(code))
                              .button(words.label("link.yes"))))));
      case Linking.Outcome outcome -> List.of(Effect.tell(refusal(words, outcome)));
    };
  }

  /** Accounts, with the name under which their member is known. */
  private Inline named(MemberId member) {
    String accounts =
        members.identities(member).stream().map(PersonId::value).collect(Collectors.joining(", "));
    String name = members.find(member).map(Member::name).orElse("");
    return new Inline.Code(name.isBlank() ? accounts : name + " (" + accounts + ")");
  }

  private static Document refusal(Words words, Linking.Outcome outcome) {
    return switch (outcome) {
      case Linking.Outcome.Same ignored -> words.say("link.same");
      case Linking.Outcome.TooMany ignored -> words.say("join.too-many");
      default -> words.say("link.wrong");
    };
  }

  /** Links. The press is good only for whoever was asked. */
  List<Effect> agreed(Visit visit, MemberId asked, String code, MessageId message) {
    Words words = visit.words();
    if (!visit.id().equals(asked)) {
      return List.of(Effect.tell(words.say("desk.not-yours")));
    }
    return switch (linking.enter(code, visit.origin().sender().id())) {
      case Linking.Outcome.Linked(MemberId from, MemberId to) -> {
        audit.record(to, "linked", "member " + from, "into member " + to);
        yield List.of(
            Effect.change(message, words.say("link.done", code(members.identities(to)))),
            new Effect.Later(
                () -> {
                  linking.gather();
                  return List.of();
                }));
      }
      case Linking.Outcome outcome -> List.of(Effect.change(message, refusal(words, outcome)));
    };
  }

  /** Takes one of the asker's accounts out; what was said and shared stays with the others. */
  List<Effect> remove(Visit visit, String account) {
    if (account.isEmpty()) {
      return List.of(which(visit));
    }
    PersonId person = new PersonId(account.toLowerCase(Locale.ROOT));
    Optional<?> part =
        account.indexOf(':') > 0 ? linking.unlink(person, visit.id()) : Optional.empty();
    if (part.isEmpty()) {
      return List.of(Effect.tell(visit.words().say("link.not-linked", account)));
    }
    audit.record(visit.id(), "unlinked", "member " + part.get(), person.value());
    return List.of(Effect.tell(visit.words().say("link.removed", new Inline.Code(account))));
  }
}
