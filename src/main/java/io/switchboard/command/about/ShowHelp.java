package io.switchboard.command.about;

import io.switchboard.chat.Place;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Inline;
import io.switchboard.member.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be done here, by the one who asks. */
public final class ShowHelp {
  private final Function<Role, List<String>> names;

  /**
   * @param names the commands for whoever has this role
   */
  public ShowHelp(Function<Role, List<String>> names) {
    this.names = names;
  }

  /** For {@code /help}. */
  public List<Effect> show(Visit visit) {
    Words words = visit.words();
    boolean alone = visit.place().kind() == Place.Kind.PRIVATE;
    return List.of(
        Effect.tell(
            Words.all(
                words.say(alone ? "help.private" : "help.group"),
                Words.list(
                    names.apply(visit.role()).stream()
                        .map(
                            name ->
                                words.say(
                                    "help.line",
                                    new Inline.Command("/" + name, named(visit), ""),
                                    words.label("menu." + name)))
                        .toList())),
            hidden(visit)));
  }

  /** In whose language a menu is: what the platform tells, else what the reader chose. */
  private static Locale named(Visit visit) {
    Locale told = visit.origin().sender().locale();
    return told.getLanguage().equals("en") ? visit.words().locale() : told;
  }

  /** What no menu lists for those who manage no server, though admins may use it. */
  private List<List<Button>> hidden(Visit visit) {
    boolean off = !names.apply(Role.MEMBER).contains("gallery");
    return off && visit.admin()
        ? List.of(
            List.of(new AdminAction.Continue(visit.id().value(), "community").button("/community")))
        : List.of();
  }
}
