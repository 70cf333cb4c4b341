package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.member.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Odd arguments to every command get a reply, and wrong ones an example that works. */
class EveryCommandTest {
  private static final Pattern EXAMPLE = Pattern.compile("/[a-z]+[^,;\\n()“”]*");

  /** Whatever follows is what is asked, looked for or named. */
  private static final Set<String> FREE =
      Set.of(
          "ask",
          "new",
          "image",
          "conversations",
          "announce",
          "reload",
          "retry",
          "stop",
          "help",
          "usage",
          "status",
          "forgetme",
          "share",
          "gallery",
          "import",
          "login",
          "join");

  private static final List<String> ODD =
      List.of(
          "§§§",
          "-1",
          "999999999999999999999999",
          "set",
          "set @nobody 5/day",
          "@everyone",
          "'; drop table member; --",
          "<script>alert(1)</script>",
          "show\u202Ereversed",
          "🙈🙉🙊",
          "a ".repeat(900));

  private final Town town = new Town(Town.generous());

  @BeforeEach
  void arrive() {
    town.exchange(town.admin, "Hello", "Hi");
    town.command(town.alice, "status");
  }

  @AfterEach
  void close() {
    town.close();
  }

  private String by(Person person, String line) {
    int before = town.chat(person).size();
    town.command(person, line);
    assertThat(town.chat(person).size()).as("an answer to /" + line).isGreaterThan(before);
    return town.last(person).text();
  }

  @Test
  void oddArgumentsBreakNothing() {
    for (String name : town.catalogue.names(Role.OWNER)) {
      for (String odd : name.equals("ask") ? List.<String>of() : ODD) {
        String reply = by(town.admin, name + " " + odd);
        assertThat(reply)
            .as("/" + name + " " + odd)
            .isNotBlank()
            .doesNotContain("Something went wrong on our side");
      }
    }
  }

  @Test
  void aWrongArgumentGetsAnExampleThatWorks() {
    List<String> without = new ArrayList<>();
    for (String name : town.catalogue.names(Role.OWNER)) {
      String reply = FREE.contains(name) ? "" : by(town.admin, name + " §§§ §§§ §§§ §§§");
      Matcher examples = EXAMPLE.matcher(reply);
      if (!reply.isEmpty()
          && examples.results().noneMatch(example -> example.group().startsWith("/" + name))) {
        without.add("/" + name + " → " + reply);
      }
    }
    assertThat(without).isEmpty();
  }
}
