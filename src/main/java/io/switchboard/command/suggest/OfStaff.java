package io.switchboard.command.suggest;

import io.switchboard.account.Account;
import io.switchboard.chat.event.Suggestion;
import io.switchboard.chat.event.Typing;
import io.switchboard.command.admin.done.TellActs;
import io.switchboard.command.visit.Rooms;
import io.switchboard.command.visit.Visit;
import io.switchboard.conversation.oversight.Overseen;
import io.switchboard.markup.PlainText;
import io.switchboard.member.Member;
import io.switchboard.share.look.AnyShare;
import io.switchboard.share.look.LookAtAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members and their limits, accounts, conversations of others, and what was done. */
record OfStaff(Rooms rooms) {
  private static final int LISTED = 50;
  private static final Set<String> OF_PLACES = Set.of("", "set", "show", "reset");

  Map<String, Source> sources() {
    return Map.ofEntries(
        Map.entry("limit who", this::limited),
        Map.entry("limit limit", (visit, typing) -> limits(typing)),
        Map.entry("member who", this::people),
        Map.entry("member more", (visit, typing) -> more(typing)),
        Map.entry("account name", (visit, typing) -> accounts()),
        Map.entry("account weight", Source.words("1", "2", "5", "10", "auto")),
        Map.entry("conversation more", this::conversations),
        Map.entry("revoke which", (visit, typing) -> links(visit)),
        Map.entry("logs lines", Source.words("20", "50", "100")),
        Map.entry("stats span", (visit, typing) -> spans(visit)),
        Map.entry("undo which", (visit, typing) -> acts(visit)));
  }

  private List<Suggestion> people(Visit visit, Typing typing) {
    if (Source.what(typing).equals("invite")) {
      return Source.same("for 1d uses 1", "for 7d uses 5", "for 30d uses 50");
    }
    return rooms.members().seenLast(typing.text().strip(), LISTED).stream()
        .map(seen -> new Suggestion(seen.name() + " · " + seen.person(), seen.person().value()))
        .toList();
  }

  private List<Suggestion> limited(Visit visit, Typing typing) {
    if (Source.what(typing).equals("pays")) {
      return Source.same("here");
    }
    List<Suggestion> all = new ArrayList<>(people(visit, typing));
    if (OF_PLACES.contains(Source.what(typing))) {
      all.addAll(Source.same("here"));
    }
    return all;
  }

  private static List<Suggestion> limits(Typing typing) {
    return switch (Source.what(typing)) {
      case "set" ->
          Source.same(
              "20/day",
              "50/day",
              "200/day",
              "10/hour",
              "20000tokens/calendar day",
              "5 USD/month",
              "20 shares/day",
              "3 running",
              "9 waiting",
              "20 conversations",
              "5000 characters",
              "2 attachments",
              "5 links",
              "models any");
      case "boost" -> Source.same("50 for 2h", "100 for 1d", "20000tokens for 1d", "5 USD for 7d");
      case "pays" -> Source.same("member", "place", "both");
      default -> List.of();
    };
  }

  private static List<Suggestion> more(Typing typing) {
    return switch (Source.what(typing)) {
      case "ban" -> Source.same("posts", "links");
      case "pause" -> Source.same("for 2h", "for 1d", "for 7d");
      case "until" -> Source.same("never");
      case "hours" -> Source.same("mon-fri 09:00-17:00", "always");
      case "role" -> Source.same("member", "moderator", "admin");
      default -> List.of();
    };
  }

  private List<Suggestion> accounts() {
    return Source.same(
        rooms.minds().accounts().all().stream().map(Account::name).toArray(String[]::new));
  }

  private List<Suggestion> conversations(Visit visit, Typing typing) {
    return switch (Source.what(typing)) {
      case "find" ->
          rooms.members().seenLast(typing.text().strip(), LISTED).stream()
              .map(
                  seen ->
                      new Suggestion(seen.name() + " · " + seen.person(), seen.person().value()))
              .toList();
      case "show", "delete", "give" ->
          rooms.oversight().find(null, "", LISTED).stream().map(this::conversation).toList();
      default -> List.of();
    };
  }

  private Suggestion conversation(Overseen found) {
    String owner = rooms.members().find(found.owner()).map(Member::name).orElse("?");
    return new Suggestion(
        "#" + found.id() + " · " + owner + " · " + found.title(), "#" + found.id());
  }

  private List<Suggestion> links(Visit visit) {
    LookAtAll.Filter live = LookAtAll.Filter.LIVE;
    return rooms.outside().sharing().overseeing().page(live, Long.MAX_VALUE, LISTED).stream()
        .map(share -> link(visit, share))
        .toList();
  }

  private Suggestion link(Visit visit, AnyShare share) {
    String owner = rooms.members().find(share.owner()).map(Member::name).orElse("?");
    boolean open = share.titled(rooms.oversight()::allows);
    String title = open ? share.title() : visit.words().label("revoke.closed");
    return new Suggestion("#" + share.id() + " · " + owner + " · " + title, "" + share.id());
  }

  private static List<Suggestion> spans(Visit visit) {
    String month = visit.origin().at().toString().substring(0, 7);
    return Source.same("today", "7d", "30d", "90d", month);
  }

  private List<Suggestion> acts(Visit visit) {
    TellActs telling = new TellActs(rooms.members(), rooms.posts(), rooms.known());
    List<Suggestion> all = new ArrayList<>();
    rooms
        .acts()
        .undoable(visit.doer(), Suggestion.MOST)
        .forEach(
            entry ->
                all.add(
                    new Suggestion(
                        "#" + entry.id() + " " + PlainText.of(telling.what(visit.words(), entry)),
                        String.valueOf(entry.id()))));
    all.addAll(Source.same("list"));
    return all;
  }
}
