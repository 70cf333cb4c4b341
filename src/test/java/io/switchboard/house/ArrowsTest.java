package io.switchboard.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms, the arrows between them, and where each library lives. */
class ArrowsTest {
  private static final String ROOT = "io.switchboard.";

  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("markup", Set.of()),
          entry("text", Set.of()),
          entry("chat", Set.of("markup")),
          entry("alarm", Set.of()),
          entry("persona", Set.of("config")),
          entry("account", Set.of("db")),
          entry("config", Set.of("text")),
          entry("check", Set.of()),
          entry("db", Set.of("check", "config")),
          entry("http", Set.of("check")),
          entry("picture", Set.of()),
          entry("logs", Set.of()),
          entry("announce", Set.of("chat", "pacing", "db", "member", "markup", "text")),
          entry("alert", Set.of("chat", "db", "member", "queue", "staff", "text")),
          entry("pacing", Set.of("chat", "markup", "db")),
          entry("member", Set.of("chat", "db")),
          entry("prompt", Set.of("chat", "db")),
          entry("conversation", Set.of("chat", "db", "member", "markup")),
          entry("queue", Set.of("chat", "db", "member")),
          entry(
              "answer",
              Set.of(
                  "chat",
                  "pacing",
                  "queue",
                  "conversation",
                  "share",
                  "account",
                  "persona",
                  "attachment",
                  "markup",
                  "text",
                  "member")),
          entry("forget", Set.of("chat", "pacing", "db", "member", "conversation", "queue")),
          entry("share", Set.of("chat", "db", "member", "conversation", "markup", "alarm")),
          entry(
              "community",
              Set.of(
                  "chat", "pacing", "db", "member", "share", "markup", "alarm", "text", "staff")),
          entry(
              "relay", Set.of("chat", "pacing", "db", "member", "conversation", "markup", "text")),
          entry("staff", Set.of("chat", "pacing", "db", "markup", "text", "logs")),
          entry("audit", Set.of("chat", "db", "member")),
          entry(
              "act",
              Set.of(
                  "chat",
                  "db",
                  "member",
                  "conversation",
                  "queue",
                  "account",
                  "share",
                  "community",
                  "relay",
                  "staff",
                  "logs",
                  "audit")),
          entry(
              "command",
              Set.of(
                  "account",
                  "persona",
                  "chat",
                  "picture",
                  "pacing",
                  "text",
                  "member",
                  "prompt",
                  "forget",
                  "conversation",
                  "queue",
                  "share",
                  "relay",
                  "community",
                  "audit",
                  "act",
                  "logs",
                  "announce",
                  "staff",
                  "attachment",
                  "markup")),
          entry(
              "web",
              Set.of(
                  "http",
                  "chat",
                  "text",
                  "member",
                  "queue",
                  "share",
                  "community",
                  "audit",
                  "logs",
                  "picture",
                  "markup")),
          entry("attachment", Set.of("chat")),
          entry("fetch", Set.of("chat")),
          entry("discord", Set.of("check", "chat", "markup", "config", "fetch")),
          entry("telegram", Set.of("check", "chat", "db", "markup", "config", "http", "fetch")),
          entry("sandbox", Set.of("chat", "markup", "text", "http", "db")),
          entry("openai", Set.of("check", "account", "config")),
          entry("demo", Set.of("account")),
          entry("quartz", Set.of("alarm", "db")));

  /** Packages of libraries, and the rooms that may see them; {@code app} wires and sees none. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          entry("net.dv8tion.jda", Set.of("discord")),
          entry("org.telegram", Set.of("telegram")),
          entry("okhttp3", Set.of("discord", "telegram", "fetch")),
          entry("org.quartz", Set.of("quartz")),
          entry("ch.qos.logback", Set.of("logs")),
          entry("io.helidon", Set.of("http")),
          entry("gg.jte", Set.of("web", "sandbox")),
          entry("org.commonmark", Set.of("markup")),
          entry("org.owasp", Set.of("markup")),
          entry("com.openhtmltopdf", Set.of("markup")),
          entry("org.apache.pdfbox", Set.of("markup")),
          entry("com.zaxxer", Set.of("db")),
          entry("com.knuddels", Set.of("account")),
          entry("org.flywaydb", Set.of("db")),
          entry("org.yaml", Set.of("config")),
          entry("io.micrometer", Set.of("http")),
          entry("java.net.http", Set.of("openai", "http")),
          entry("com.password4j", Set.of("share")),
          entry("picocli", Set.of("app")));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.switchboard");

  @Test
  void onlyTheDrawnArrowsExist() {
    List<String> wrong = new ArrayList<>();
    for (JavaClass from : HOUSE) {
      String room = room(from);
      if (room.equals("app")) {
        continue;
      }
      for (var arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        if (to.getPackageName().startsWith(ROOT)
            && !room(to).equals(room)
            && !ARROWS.getOrDefault(room, Set.of()).contains(room(to))) {
          wrong.add(room + " → " + room(to) + ": " + arrow.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRoomIsDrawn() {
    Set<String> rooms = HOUSE.stream().map(ArrowsTest::room).collect(Collectors.toSet());
    rooms.remove("app");
    assertThat(rooms).isEqualTo(ARROWS.keySet());
  }

  @Test
  void thePictureOfTheInsideIsTrue() throws IOException {
    Map<String, Set<String>> told = new TreeMap<>();
    Pattern row = Pattern.compile("\\| `(\\w+)` \\| .+ \\|(.*)\\|");
    for (String line : Files.readAllLines(Path.of("docs", "inside.md"))) {
      Matcher found = row.matcher(line);
      if (found.matches()) {
        String arrows = found.group(2).strip();
        told.put(found.group(1), arrows.isEmpty() ? Set.of() : Set.of(arrows.split(", ")));
      }
    }
    assertThat(told.remove("app")).containsExactly("all");
    assertThat(told).isEqualTo(new TreeMap<>(ARROWS));
  }

  @Test
  void noArrowIsDrawnForNothing() {
    Map<String, Set<String>> taken = new TreeMap<>();
    for (JavaClass from : HOUSE) {
      for (var arrow : from.getDirectDependenciesFromSelf()) {
        JavaClass to = arrow.getTargetClass().getBaseComponentType();
        taken.computeIfAbsent(room(from), r -> new TreeSet<>()).add(room(to));
      }
    }
    ARROWS.forEach(
        (room, arrows) -> assertThat(taken.get(room)).describedAs(room).containsAll(arrows));
  }

  @Test
  void noRoomsGoRound() {
    slices().matching("io.switchboard.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void everyLibraryStaysInItsRoom() {
    LIBRARIES.forEach(
        (library, rooms) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    rooms.stream().map(r -> ROOT + r + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .allowEmptyShould(true)
                .check(HOUSE));
  }

  @Test
  void timeComesIn() {
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            ZonedDateTime.class,
            Clock.class)) {
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "app..")
          .should()
          .callMethodWhere(target(nameMatching("now|system.*")).and(target(owner(type(type)))))
          .check(HOUSE);
    }
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "app..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .check(HOUSE);
  }

  @Test
  void noNameSaysNothing() {
    classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Service)").check(HOUSE);
  }

  private static String room(JavaClass type) {
    String rest =
        type.getPackageName().substring(Math.min(ROOT.length(), type.getPackageName().length()));
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
