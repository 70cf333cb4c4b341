package io.switchboard.app.parts;

import io.switchboard.app.parts.platforms.Platforms;
import io.switchboard.chat.PersonId;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.chat.menu.OwnMenu;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.member.Members;
import io.switchboard.member.access.Access;
import io.switchboard.member.access.Role;
import io.switchboard.member.access.Standings;
import io.switchboard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is listed in menus: for everybody, and for those of the staff in their own language. */
public record ListCommands(
    Catalogue catalogue, Texts texts, Members members, Standings standings, Access access)
    implements Platforms.Menus {
  @Override
  public CommandMenu ofAll() {
    return catalogue.menu(texts);
  }

  @Override
  public List<OwnMenu> ofStaff() {
    return Stream.concat(access.owners().stream(), standings.raised().stream())
        .distinct()
        .flatMap(person -> own(person).stream())
        .toList();
  }

  /** Empty for whoever never was here: there is no chat with them. */
  private Optional<OwnMenu> own(PersonId person) {
    Role role = access.role(person);
    return members
        .named(person.value(), person.platform())
        .filter(member -> role.atLeast(Role.MODERATOR))
        .map(member -> new OwnMenu(person, Texts.language(member.speaks()), catalogue.names(role)));
  }
}
