package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a wrong command gets as an example is carried out as it stands, where nobody has the names
 * that examples usually have.
 */
class WorkingExamplesTest {
  /** A command in a document's own words. */
  private static final Pattern CODE = Pattern.compile("Command\\[line=/(.+?), named=");

  private static final String MISTAKE =
      "I know nobody|how it is meant|is nothing that|must be|what is to be done|whom|I don’t know"
          + "|There is no (account|conversation)";

  private final Town town = new Town(Town.generous());
  private final Person minjun = Town.person("민준", Locale.KOREAN);

  @BeforeEach
  void arrive() {
    town.exchange(town.admin, "Hello", "Hi");
    town.command(town.admin, "member allow " + minjun.id().value());
    town.command(minjun, "status");
    town.exchange(town.bob, "Pears", "Apples");
    town.command(town.bob, "conversations admins");
    town.press(town.bob, "Let admins read");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit",
        "limit §§§",
        "limit set",
        "limit set @nobody 5/day",
        "limit set memory:bob",
        "limit set memory:bob many",
        "limit set memory:bob 5/fortnight",
        "limit set memory:bob 5",
        "limit set memory:bob 5apples/day",
        "limit set memory:bob -5/day",
        "limit set memory:bob 2 runing",
        "limit set memory:bob weight much",
        "limit set memory:bob hours never-ever",
        "limit set memory:bob models",
        "limit boost",
        "limit boost memory:bob",
        "limit boost memory:bob 100",
        "limit boost memory:bob 100 for ever",
        "limit boost @nobody 100 for 2h",
        "limit show @nobody",
        "limit why",
        "limit why default",
        "limit reset @nobody",
        "limit set nowhere-chat:5 5/day",
        "member",
        "member §§§",
        "member pause",
        "member ban",
        "member ban memory:bob everything",
        "member role",
        "member role memory:bob king",
        "member until",
        "member until memory:bob soon",
        "member hours",
        "member hours memory:bob at night",
        "member invite for ever",
        "member show @nobody",
        "account §§§",
        "account weight",
        "account pause nobody",
        "account weight main heavy",
        "conversation show",
        "conversation delete",
        "conversation give",
      })
  void anExampleWorksAsItStands(String wrong) {
    String reply = by(town.admin, wrong);
    List<String> examples =
        CODE.matcher(town.last(town.admin).reply().body().toString())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples).as(reply).isNotEmpty();
    for (String example : examples) {
      // Its name alone, and what was said of it.
      if (!wrong.startsWith(example)) {
        assertThat(by(town.admin, example))
            .as(wrong + " → /" + example)
            .doesNotContainPattern(MISTAKE);
      }
    }
  }

  @Test
  void aModeratorIsShownSomebodyTheyMayActOn() {
    town.command(town.admin, "member role @bob moderator");
    Matcher example =
        Pattern.compile("/member pause (\\S+) for 2d").matcher(by(town.bob, "member"));
    assertThat(example.find()).as(town.last(town.bob).text()).isTrue();
    assertThat(example.group(1)).isEqualTo("memory:민준");
    assertThat(by(town.bob, example.group().substring(1))).contains("is paused");
  }
}
