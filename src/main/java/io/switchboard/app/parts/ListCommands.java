package io.switchboard.app.parts;

import io.switchboard.app.parts.platforms.Platforms;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.member.Members;
import io.switchboard.member.Reading;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standings;
import io.switchboard.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is listed in menus: for everybody; for those of the staff in their own language, also where
 * the staff reads; and for those whose platform knows no menu in the language that they read.
 *
 * @param staff where the staff reads, in the configuration's words
 */
public record ListCommands(
    Catalogue catalogue, Texts texts, Members members, Roles roles, List<String> staff)
    implements Platforms.Menus {
  /** Those who were here last; whoever is not among them has the menu of all. */
  private static final int MOST_READERS = 1000;

  /** Who may do more than others. */
  public record Roles(Standings standings, Access access) {}

  @Override
  public CommandMenu ofAll() {
    return catalogue.menu(texts);
  }

  @Override
  public List<OwnMenu> ofSome() {
    Map<PersonId, OwnMenu> own = new LinkedHashMap<>();
    Stream.concat(roles.access().owners().stream(), roles.standings().raised().stream())
        .distinct()
        .flatMap(person -> ofStaff(person).stream())
        .forEach(menu -> own.put(menu.person(), menu));
    List<String> names = catalogue.names(Role.MEMBER);
    for (Reading reading : members.readingOtherwise(MOST_READERS)) {
      Locale language = Texts.language(reading.speaks());
      if (!language.equals(shownOtherwise(reading.platform()))) {
        own.putIfAbsent(
            reading.person(), new OwnMenu(reading.person(), language, names, List.of()));
      }
    }
    return List.copyOf(own.values());
  }

  /** Menus of all are by language alone: where somebody lives does not count. */
  private static Locale shownOtherwise(Locale platform) {
    return Texts.language(Locale.of(platform.getLanguage()));
  }

  /** Empty for whoever never was here: there is no chat with them. */
  private Optional<OwnMenu> ofStaff(PersonId person) {
    Role role = roles.access().role(person);
    return members
        .named(person.value(), person.platform())
        .filter(member -> role.atLeast(Role.MODERATOR))
        .map(
            member ->
                new OwnMenu(person, Texts.language(member.speaks()), catalogue.names(role), staff));
  }
}
