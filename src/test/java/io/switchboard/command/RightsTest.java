package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.audit.AuditEntry;
import io.switchboard.chat.Person;
import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.member.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every command, tried by a stranger, a member, a moderator, an admin and an owner: as README says.
 */
class RightsTest {
  private static final Pattern NAME = Pattern.compile("`/([a-z]+)`");

  private final Town town = new Town(Town.generous());
  private final Person stranger = town.stranger;
  private final Person member = town.bob;
  private final Person moderator = town.alice;
  private final Person boss = Town.person("kim", Locale.ENGLISH);
  private final Person owner = town.admin;

  @BeforeEach
  void roles() {
    for (Person person : List.of(member, moderator, boss)) {
      town.command(person, "status");
    }
    town.command(owner, "member role @alice moderator");
    town.command(owner, "member role @kim admin");
  }

  @AfterEach
  void close() {
    town.close();
  }

  /** Who may, by command: the columns of README's table, from member to owner. */
  private static Map<String, List<Boolean>> table() throws IOException {
    Map<String, List<Boolean>> table = new LinkedHashMap<>();
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("### Who may do what");
    for (String line : readme.substring(from, readme.indexOf("\n## ", from)).split("\n")) {
      String[] cells = line.split("\\s*\\|\\s*");
      Matcher names = NAME.matcher(cells.length > 1 ? cells[1] : "");
      while (names.find()) {
        List<Boolean> may = new ArrayList<>();
        for (int i = 3; i < 7; i++) {
          may.add(cells[i].equals("yes"));
        }
        table.put(names.group(1), may);
      }
    }
    return table;
  }

  private int entries(String name) {
    return (int)
        town.audit.recent(500).stream()
            .filter(entry -> entry.trace().refused())
            .map(AuditEntry::target)
            .filter(tried -> tried.equals("/" + name))
            .count();
  }

  @Test
  void everyCommandIsAsTheTableSays() throws IOException {
    Map<String, List<Boolean>> table = table();
    town.command(owner, "community on"); // else the gallery is not mentioned
    assertThat(table.keySet())
        .containsExactlyInAnyOrderElementsOf(town.catalogue.names(Role.OWNER));
    List<Person> people = List.of(member, moderator, boss, owner);
    table.forEach(
        (name, may) -> {
          for (int i = 0; i < people.size(); i++) {
            int before = entries(name);
            // By itself it would take back what made them what they are.
            town.command(people.get(i), name.equals("undo") ? "undo list" : name);
            String said = town.last(people.get(i)).text();
            boolean refused = said.contains("for admins only") || said.contains("for owners only");
            String what = "/" + name + " by " + people.get(i).name();
            assertThat(refused).as(what).isEqualTo(!may.get(i));
            assertThat(entries(name) - before).as(what).isEqualTo(refused ? 1 : 0);
          }
          int before = entries(name);
          town.command(stranger, name);
          assertThat(town.last(stranger).text()).as(name).contains("I may not talk with you yet");
          assertThat(entries(name) - before).as(name).isEqualTo(may.getFirst() ? 0 : 1);
        });
  }

  /** What is tried stands in the record with its first word, and with nothing written freely. */
  @Test
  void everyWordOfEveryCommandIsRefusedToWhomTheCommandIs() {
    town.command(owner, "community on"); // else moderators are told nothing of it
    for (CommandMenu.Entry entry : town.catalogue.menu(town.texts).entries()) {
      List<String> words =
          entry.options().isEmpty() ? List.of() : entry.options().getFirst().choices();
      for (Person person : List.of(stranger, member, moderator, boss)) {
        Role role =
            person.equals(moderator)
                ? Role.MODERATOR
                : person.equals(boss) ? Role.ADMIN : Role.MEMBER;
        boolean may = town.catalogue.names(role).contains(entry.name());
        for (String word : may ? List.<String>of() : words) {
          town.time.step(Duration.ofMinutes(2)); // more in an hour are not written down
          town.command(person, entry.name() + " " + word + " @bob secret");
          assertThat(town.audit.recent(1).getFirst().target())
              .isEqualTo("/" + entry.name() + " " + word);
          assertThat(town.audit.recent(1).getFirst().trace().refused()).isTrue();
        }
      }
    }
    assertThat(town.audit.recent(1000)).noneMatch(e -> e.toString().contains("secret"));
  }

  @Test
  void whatIsListedTwiceIsTheSame() {
    assertThat(town.catalogue.menu(town.texts)).isEqualTo(town.catalogue.menu(town.texts));
  }

  @Test
  void helpShowsWhatOneMayDoAndNoMore() throws IOException {
    List<Person> people = List.of(member, moderator, boss, owner);
    Map<String, List<Boolean>> table = table();
    town.command(owner, "community on"); // else the gallery is not mentioned
    for (int i = 0; i < people.size(); i++) {
      int before = town.chat(people.get(i)).size();
      town.command(people.get(i), "help");
      String help =
          town.chat(people.get(i)).stream()
              .skip(before)
              .map(MemoryPlatform.Shown::text)
              .collect(Collectors.joining("\n"));
      int column = i;
      table.forEach(
          (name, may) ->
              assertThat(help.contains("/" + name + ":")).as(name).isEqualTo(may.get(column)));
    }
  }
}
