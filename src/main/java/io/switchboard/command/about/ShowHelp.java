package io.switchboard.command.about;

import io.switchboard.chat.Place;
import io.switchboard.chat.action.AdminAction;
import io.switchboard.chat.message.Button;
import io.switchboard.command.catalogue.Groups;
import io.switchboard.command.visit.Effect;
import io.switchboard.command.visit.Visit;
import io.switchboard.command.visit.Words;
import io.switchboard.markup.Document;
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

  /**
   * For {@code /help}: what everybody may do, and for the staff what else they may in a message of
   * its own, so that each can be taken in at a glance.
   */
  public List<Effect> show(Visit visit) {
    Words words = visit.words();
    List<String> allowed = names.apply(visit.role());
    boolean alone = visit.place().kind() == Place.Kind.PRIVATE;
    Document all =
        words.say(alone ? "help.private" : "help.group").and(listed(visit, allowed, false));
    if (!visit.role().atLeast(Role.MODERATOR)) {
      return List.of(Effect.tell(all));
    }
    return List.of(
        Effect.tell(all),
        Effect.tell(words.say("help.staff").and(listed(visit, allowed, true)), hidden(visit)));
  }

  private static Document listed(Visit visit, List<String> allowed, boolean staff) {
    return Groups.ALL.stream()
        .filter(group -> group.staff() == staff)
        .map(group -> group.of(allowed))
        .filter(group -> !group.names().isEmpty())
        .map(group -> listed(visit, group))
        .reduce(new Document(List.of()), Document::and);
  }

  private static Document listed(Visit visit, Groups.Group group) {
    Words words = visit.words();
    return words
        .say("help.group." + group.key())
        .and(
            Words.list(
                group.names().stream()
                    .map(
                        name ->
                            words.say(
                                "help.line",
                                new Inline.Command("/" + name, named(visit), ""),
                                words.label("menu." + name)))
                    .toList()));
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
