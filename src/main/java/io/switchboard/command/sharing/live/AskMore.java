package io.switchboard.command.sharing.live;

import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Inline;
import io.switchboard.share.ShareId;
import io.switchboard.share.door.Sharing;
import io.switchboard.share.read.Passwords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Asks for what is missing to change a link. */
record AskMore(Sharing sharing) {
  /** What takes the bound on openings away. */
  static final String ANY = "any";

  /** What takes a password away; shorter than one can be. */
  static final String NONE = "off";

  private static final List<String> OPENINGS = List.of("1", "10", "100");

  /** Which link is meant. */
  AskWhich which() {
    return new AskWhich(sharing);
  }

  /**
   * For words.
   *
   * @param key of the question, in which the link's title stands
   */
  List<Effect> words(Visit visit, ShareId share, String key, String what) {
    return about(
        visit,
        share,
        title -> Effect.ask(visit, visit.words().say(key, title), "shares " + what + " " + share));
  }

  /** How often it may be opened. */
  List<Effect> opens(Visit visit, ShareId share) {
    Words words = visit.words();
    String line = "shares views " + share;
    long asker = visit.id().value();
    List<Button> numbers = new ArrayList<>();
    OPENINGS.forEach(n -> numbers.add(new AdminAction.Continue(asker, line + " " + n).button(n)));
    List<Button> more =
        List.of(
            new AdminAction.Continue(asker, line + " " + ANY)
                .button(words.label("share.opens.any")),
            new AdminAction.Write(asker, line).button(words.label("step.other")),
            new AdminAction.Continue(asker, "").button(words.label("step.leave")));
    Inline example = new Inline.Command("/" + line + " 25");
    return about(
        visit,
        share,
        title -> Effect.tell(words.say("share.ask.opens", title, example), List.of(numbers, more)));
  }

  /** Which password it should ask for; only where nobody looks on. */
  List<Effect> password(Visit visit, ShareId share, int shortest) {
    String line = "shares password " + share;
    Inline off = new Inline.Command("/" + line + " " + NONE);
    return about(
        visit,
        share,
        title ->
            Effect.ask(
                visit,
                visit.words().say("share.ask.password", title, shortest, Passwords.LONGEST, off),
                line));
  }

  private List<Effect> about(Visit visit, ShareId share, Function<String, Effect> asking) {
    return List.of(
        sharing
            .looking()
            .summary(share, visit.id())
            .map(live -> asking.apply(live.title()))
            .orElseGet(() -> Effect.tell(visit.words().say("share.not-found"))));
  }
}
