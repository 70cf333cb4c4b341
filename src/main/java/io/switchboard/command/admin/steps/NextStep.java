package io.switchboard.command.admin.steps;

import io.switchboard.account.choice.Accounts;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Someone;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.conversation.oversight.Overseen;
import io.switchboard.conversation.oversight.Oversight;
import io.switchboard.member.Member;
import io.switchboard.member.Members;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks for what comes next in a command that is not whole. */
public final class NextStep {
  private static final int PEOPLE = 9;
  private static final List<String> OF_ONE = List.of("show", "delete", "give");
  static final List<String> LIMIT_VERBS = List.of("set", "show", "why", "boost", "reset", "pays");
  static final List<String> MEMBER_VERBS =
      List.of(
          "invite", "show", "allow", "stop", "pause", "resume", "ban", "unban", "until", "hours",
          "role");

  private final Members members;
  private final Accounts accounts;
  private final Oversight oversight;
  private final Someone someone;

  public NextStep(Rooms rooms) {
    this.members = rooms.members();
    this.accounts = rooms.minds().accounts();
    this.oversight = rooms.oversight();
    this.someone = Someone.of(rooms);
  }

  /** A whole command of that name that works. */
  String example(Visit visit, String name) {
    return visit
        .words()
        .label("step.example." + name, name.equals("account") ? account() : someone.beside(visit));
  }

  /** An account for an example. */
  String account() {
    return accounts.all().getFirst().name();
  }

  /** Somebody for an example. */
  String someone(Visit visit) {
    return someone.beside(visit);
  }

  /**
   * A question with buttons.
   *
   * @param written what is there after the command's name
   * @return empty if nothing that begins so could be meant
   */
  public Optional<Reply> after(Visit visit, String name, String written) {
    String[] there = written.isBlank() ? new String[0] : written.strip().split("\\s+", 4);
    if (there.length > 0) {
      there[0] = there[0].toLowerCase(Locale.ROOT);
    }
    String so = ("/" + name + " " + String.join(" ", there)).strip();
    List<Step> steps =
        switch (name) {
          case "limit" -> limit(there, so.substring(1));
          case "member" -> member(there, so.substring(1));
          case "account" -> account(there, so.substring(1));
          case "answers" ->
              there.length == 0 ? Step.words(so.substring(1), "text", "link", "both") : List.of();
          case "conversation" -> conversation(there, so.substring(1));
          default -> List.of();
        };
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    String then = there.length == 1 && !name.equals("conversation") ? "step.who" : "step.how";
    String key = there.length == 0 ? "step.what" : then;
    Words words = visit.words();
    return Optional.of(
        Reply.of(words.say(key, so, example(visit, name, there)))
            .with(Step.buttons(visit, steps, there.length == 0 ? "" : so.substring(1)))
            .onlyForAsker());
  }

  /** A whole command that does what was begun. */
  private String example(Visit visit, String name, String[] there) {
    String verb = there.length == 0 ? "" : name + " " + there[0];
    String more =
        switch (verb) {
          case "limit set" -> " 50/day";
          case "limit boost" -> " 100 for 2h";
          case "limit pays" -> " place";
          case "conversation give" -> " " + someone.beside(visit);
          case "member pause" -> " for 2d";
          case "member hours" -> " mon-fri 09:00-17:00";
          case "member role" -> " moderator";
          case "member until" ->
              " " + LocalDate.ofInstant(visit.origin().at(), ZoneOffset.UTC).plusDays(30);
          default -> "";
        };
    boolean unsaid = more.isEmpty() && (there.length != 1 || name.equals("account"));
    return unsaid
        ? example(visit, name)
        : "/" + verb + " " + (there.length > 1 ? there[1] : usual(visit, verb)) + more;
  }

  private String usual(Visit visit, String verb) {
    if (verb.startsWith("conversation ")) {
      return oversight.find(null, "", 1).stream()
          .map(one -> "#" + one.id())
          .findFirst()
          .orElse("#12");
    }
    return verb.equals("limit pays") ? "here" : someone.beside(visit);
  }

  private List<Step> limit(String[] there, String so) {
    if (there.length == 0) {
      return Step.words(so, "set", "show", "why", "boost", "reset", "pays");
    }
    if (!LIMIT_VERBS.contains(there[0])) {
      return List.of();
    }
    if (there[0].equals("pays")) {
      return there.length > 2
          ? List.of()
          : Step.words("limit pays here", "member", "place", "both");
    }
    if (there.length == 1) {
      List<Step> people = new ArrayList<>(people(so));
      if (!there[0].equals("why")) {
        people.addAll(Step.words(so, "here", "default"));
      }
      return people;
    }
    return switch (there.length == 2 ? there[0] : "") {
      case "set" ->
          Step.words(so, "20/day", "50/day", "200/day", "10/hour", "2 running", "models any");
      case "boost" -> Step.words(so, "50 for 2h", "100 for 1d", "20000tokens for 1d");
      default -> List.of();
    };
  }

  private List<Step> member(String[] there, String so) {
    if (there.length == 0) {
      List<Step> verbs = new ArrayList<>(Step.words(so, "invite"));
      verbs.addAll(
          Step.words(
              so, "show", "allow", "stop", "pause", "resume", "ban", "unban", "until", "hours",
              "role"));
      return verbs;
    }
    if (!MEMBER_VERBS.contains(there[0])) {
      return List.of();
    }
    if (there.length == 1) {
      return people(so);
    }
    return switch (there.length == 2 ? there[0] : "") {
      case "until" -> Step.words(so, "never");
      case "hours" -> Step.words(so, "mon-fri 09:00-17:00", "always");
      case "role" -> Step.words(so, "member", "moderator", "admin");
      default -> List.of();
    };
  }

  private List<Step> account(String[] there, String so) {
    boolean verb = there.length > 0 && Set.of("pause", "resume", "weight").contains(there[0]);
    if (there.length == 0) {
      return Step.words(so, "list", "pause", "resume", "weight");
    }
    if (verb && there.length == 1) {
      return accounts.all().stream().map(a -> new Step(a.name(), so + " " + a.name())).toList();
    }
    return verb && there.length == 2 && there[0].equals("weight")
        ? Step.words(so, "1", "2", "5", "auto")
        : List.of();
  }

  private List<Step> conversation(String[] there, String so) {
    if (there.length == 0) {
      return Step.words(so, "shared", "own", "link", "unlink", "find");
    }
    if (there.length == 2 && there[0].equals("give")) {
      return people(so);
    }
    return there.length == 1 && OF_ONE.contains(there[0])
        ? oversight.find(null, "", PEOPLE).stream()
            .map(one -> new Step("#" + one.id() + " · " + called(one), so + " #" + one.id()))
            .toList()
        : List.of();
  }

  /** Titles are seen only where the conversation may be read. */
  private String called(Overseen one) {
    return one.title().isBlank()
        ? members.find(one.owner()).map(Member::name).orElse("?")
        : one.title();
  }

  private List<Step> people(String so) {
    return members.seenLast(PEOPLE).stream()
        .map(seen -> new Step(seen.name(), so + " " + seen.person().value()))
        .toList();
  }
}
