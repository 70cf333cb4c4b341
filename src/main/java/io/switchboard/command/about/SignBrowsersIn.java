package io.switchboard.command.about;

import io.switchboard.chat.action.MemberAction;
import io.switchboard.chat.message.Button;
import io.switchboard.chat.message.Reply;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Links;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
import io.switchboard.member.session.Browsers;
import io.switchboard.member.session.Session;
import io.switchboard.member.session.SignIn;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /login}: a link that signs a browser in, always in private; and where one is signed in.
 */
final class SignBrowsersIn {
  private static final int LISTED = 10;
  private static final int A_ROW = 5;

  private final Browsers browsers;
  private final Links links;

  SignBrowsersIn(Browsers browsers, Links links) {
    this.browsers = browsers;
    this.links = links;
  }

  /**
   * For {@code /login}.
   *
   * @param what the code that a browser shows; empty if it shows none; {@code sessions}
   */
  List<Effect> login(Visit visit, String what) {
    Words words = visit.words();
    if (what.equalsIgnoreCase("sessions")) {
      return sessions(visit);
    }
    if (what.isEmpty()) {
      String token = browsers.signing().offer(visit.id(), visit.origin().sender());
      return inPrivate(words, words.say("login.any", links.to("/login/" + token)));
    }
    return switch (browsers.signing().offer(visit.id(), visit.origin().sender(), what)) {
      case SignIn.Offer.Link(String token) ->
          inPrivate(words, words.say("login.link", links.to("/login/" + token)));
      case SignIn.Offer.Wrong ignored ->
          List.of(Effect.tell(words.say("login.wrong", links.to("/login"))));
      case SignIn.Offer.TooMany ignored -> List.of(Effect.tell(words.say("join.too-many")));
    };
  }

  private static List<Effect> inPrivate(Words words, Document text) {
    return List.of(
        new Effect.InPrivate(
            Reply.of(text).onlyForAsker(), words.say("login.sent"), words.say("login.not-sent")));
  }

  private List<Effect> sessions(Visit visit) {
    Words words = visit.words();
    List<Session> all = browsers.sessions().list(visit.id());
    List<Document> lines = new ArrayList<>();
    List<List<Button>> rows = new ArrayList<>();
    List<Button> row = new ArrayList<>();
    for (Session session : all.stream().limit(LISTED).toList()) {
      int number = lines.size() + 1;
      lines.add(words.say("login.session", number, session.browser(), session.createdAt()));
      row.add(
          new MemberAction.SignOut(session.id()).button(words.label("login.button.end", number)));
      if (row.size() == A_ROW) {
        rows.add(List.copyOf(row));
        row.clear();
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    if (!all.isEmpty()) {
      rows.add(List.of(new MemberAction.SignOut(0).button(words.label("login.button.all"))));
    }
    return List.of(
        Effect.tell(Words.all(words.say("login.sessions", all.size()), Words.list(lines)), rows));
  }

  /** For the buttons under that list; 0 for all. */
  List<Effect> signOut(Visit visit, long session) {
    boolean done =
        session == 0
            ? browsers.sessions().endAll(visit.id()) > 0
            : browsers.sessions().end(session, visit.id());
    return List.of(Effect.tell(visit.words().say(done ? "login.ended" : "desk.not-yours")));
  }
}
