package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.chat.menu.CommandMenu;
import io.switchboard.command.catalogue.Catalogue;
import io.switchboard.db.TestDatabases;
import io.switchboard.member.access.Role;
import io.switchboard.scenario.Stage.Seen;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every command that is not for everybody, tried by a stranger, a member and a moderator through
 * each platform's own client: refused in words, recorded, and nothing else changes. Which commands
 * there are, and with which words they begin, is asked of the catalogue.
 */
abstract class RefusalsScenarioTest extends Play {
  private static final Catalogue ALL = new Catalogue(() -> true, () -> true);
  private static final String STRANGE = "may not talk with you yet";

  /** What is written whenever something is heard, and what goes on by itself. */
  private static final List<String> OWN_BUSINESS =
      List.of("AUDIT", "EVENT_DONE", "LEASE", "LEARNT", "PLATFORM_HEARD", "SEND_PAUSE");

  private String database;

  /** What somebody with this role may not use: as it is written, by name. */
  private Map<String, String> forbidden(List<String> allowed, int turn) {
    Map<String, String> lines = new TreeMap<>();
    for (CommandMenu.Entry entry : ALL.menu(new Texts()).entries()) {
      if (!allowed.contains(entry.name())) {
        lines.put(
            entry.name(),
            entry.options().stream()
                .map(o -> o.choices().isEmpty() ? stage.id("Ada") : word(o, turn))
                .collect(Collectors.joining(" ")));
      }
    }
    return lines;
  }

  /** One of those that it takes, another each turn. */
  private static String word(CommandMenu.Option option, int turn) {
    return option.choices().get(turn % option.choices().size());
  }

  /** How it stands in the record. */
  private static String tried(String name, String line) {
    CommandMenu.Entry entry =
        ALL.menu(new Texts()).entries().stream()
            .filter(e -> e.name().equals(name))
            .findFirst()
            .orElseThrow();
    boolean verb =
        !entry.options().isEmpty()
            && entry.options().getFirst().choices().contains(line.split(" ", 2)[0]);
    return "/" + name + (verb ? " " + line.split(" ", 2)[0] : "");
  }

  private void start() {
    database = TestDatabases.h2(folder.resolve("rows"));
    line.database("{url: \"" + database + "\"}")
        .start("community: {enabled: true, channels: [\"" + stage.communityChannel() + "\"]}");
    for (String person : List.of("Ada", "Ben", "Cleo")) {
      stage.command(person, "timezone", "");
      see(() -> stage.inPrivate(person), "UTC");
    }
    stage.command("Ada", "member", "role " + stage.id("Cleo") + " moderator");
    see(() -> stage.inPrivate("Ada"), "is a moderator");
    stage.command("Mallory", "help", "");
    see(() -> stage.inPrivate("Mallory"), STRANGE);
  }

  private List<Seen> refusals(String person, String text) {
    return stage.inPrivate(person).stream().filter(m -> m.text().contains(text)).toList();
  }

  private void refused(String person, String name) {
    await(person + " is refused /" + name)
        .atMost(Duration.ofMinutes(4))
        .until(
            () ->
                stage.inPrivate(person).stream()
                    .anyMatch(
                        m ->
                            m.text().contains("/" + name + " is for ")
                                && m.text().contains("/help")));
  }

  @Test
  void whatIsNotForThemIsRefusedAndRecordedAndChangesNothing() {
    start();
    int turned = refusals("Mallory", STRANGE).size();
    Rows before = Rows.of(database);
    Map<String, Map<String, String>> tries =
        Map.of(
            "Mallory",
            forbidden(ALL.names(Role.MEMBER), 0),
            "Ben",
            forbidden(ALL.names(Role.MEMBER), 1),
            "Cleo",
            forbidden(ALL.names(Role.MODERATOR), 2));
    assertThat(tries.get("Ben")).hasSizeGreaterThan(10);
    assertThat(tries.get("Cleo")).hasSizeBetween(5, tries.get("Ben").size() - 1);
    tries.forEach(
        (person, lines) -> lines.forEach((name, line) -> stage.command(person, name, line)));

    for (String person : List.of("Ben", "Cleo")) {
      tries.get(person).keySet().forEach(name -> refused(person, name));
    }
    await("every try of Mallory is answered")
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> refusals("Mallory", STRANGE).size() - turned,
            count -> count == tries.get("Mallory").size());
    assertThat(before.changed(Rows.of(database)).keySet()).isSubsetOf(OWN_BUSINESS);

    List<String> expected = new ArrayList<>();
    tries.forEach(
        (person, lines) ->
            lines.forEach(
                (name, line) ->
                    expected.add(
                        (person.equals("Mallory") ? stage.id(person) : person)
                            + " tried "
                            + tried(name, line))));
    assertThat(recorded()).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The record of what was refused, as an admin reads it in the chat, page by page. */
  private List<String> recorded() {
    stage.command("Ada", "audit", "refused");
    List<String> all = new ArrayList<>();
    String head = "What was tried by those who may not";
    for (int pages = 1; ; pages++) {
      int wanted = pages;
      await("page " + pages)
          .atMost(Duration.ofMinutes(4))
          .until(() -> refusals("Ada", head).size() == wanted);
      Seen page = refusals("Ada", head).getLast();
      page.text()
          .lines()
          .filter(l -> l.contains(", refused"))
          .map(l -> l.replaceAll("^\\W*#?\\d+ (\\S+), .*: (/?[a-z ]+), refused$", "$1 tried $2"))
          .forEach(all::add);
      if (!page.buttons().contains("Older")) {
        return all;
      }
      stage.press("Ada", page, "Older");
    }
  }

  @Test
  void withinTheirCommandsAModeratorIsRefusedWhatOnlyAdminsMay() {
    start();
    Map<String, String> tries = new TreeMap<>();
    tries.put("off", "community");
    tries.put("approval on", "community");
    tries.put("add here", "community");
    tries.put("ban " + stage.id("Ada"), "member");
    tries.put("role " + stage.id("Ben") + " moderator", "member");
    tries.put("allow " + stage.id("Cleo"), "member");
    Rows before = Rows.of(database);
    int said = stage.inPrivate("Cleo").size();
    tries.forEach((line, command) -> stage.command("Cleo", command, line));
    await("every try is answered")
        .atMost(Duration.ofMinutes(4))
        .until(
            () -> stage.inPrivate("Cleo").stream().skip(said).map(Seen::text).toList(),
            texts -> texts.size() == tries.size() && texts.stream().noneMatch(String::isBlank));
    assertThat(stage.inPrivate("Cleo").subList(said, said + tries.size()))
        .allMatch(m -> m.text().contains("nly") || m.text().contains("as high as you or higher"));
    assertThat(before.changed(Rows.of(database)).keySet()).isSubsetOf(OWN_BUSINESS);
    assertThat(recorded())
        .containsExactlyInAnyOrder(
            "Cleo tried /community off",
            "Cleo tried /community approval",
            "Cleo tried /community add",
            "Cleo tried member ban",
            "Cleo tried member role",
            "Cleo tried member allow");
  }
}

class RefusalsOnDiscordTest extends RefusalsScenarioTest {
  @Override
  Stage stage() {
    return new DiscordStage();
  }
}

class RefusalsOnTelegramTest extends RefusalsScenarioTest {
  @Override
  Stage stage() {
    return new TelegramStage();
  }
}
