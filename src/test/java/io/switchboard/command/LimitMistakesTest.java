package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.chat.Place;
import io.switchboard.chat.PlaceId;
import io.switchboard.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to an admin who wrote a limit in a way that cannot be meant. */
class LimitMistakesTest extends InTown {
  private static final Place POOL =
      new Place(new PlaceId("memory:pool"), Place.Kind.GROUP, "the pool", List.of("memory-chat:8"));
  private static final Pattern EXAMPLE =
      Pattern.compile("/(limit (?:set|show|boost|pays|why) [^;,]*)");

  @BeforeEach
  void open() {
    town.exchange(town.alice, "Hello", "Hi");
  }

  @Test
  void aNameOfManyPartsIsNobodyToo() {
    assertThat(toAdmin("limit show " + "a-".repeat(20_000))).contains("nobody called");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          set @alice requests 99999999999999999999 | is no limit
          set @alice 99999999999999999999 | too much; 999,999,999,999,999 is the most
          set @alice 99999999999999999999/day | too much; 999,999,999,999,999 is the most
          set @alice 1e9/day | is no limit
          set @alice 0.5/day | only money has decimals
          set @alice -5/day | is no limit
          set @alice 50 | lacks the time it is for
          set @alice 50 tokens | lacks the time it is for
          set @alice 5/fortnight | “fortnight” is no time for a limit
          set @alice 5 bananas/day | “bananas” is nothing that can be limited
          set @alice requests 50/day | is no limit
          set @alice 3 running/day | holds at any moment
          set @alice 0 running | is too little
          set @alice 5.1234567 USD/day | is no limit
          set @alice models | Which models?
          set @alice weight heavy | “heavy” is no weight
          set @alice weight 0 | “0” is no weight
          set @alice weight 1000 | “1000” is no weight
          set @alice hours noon | “noon” says no hours
          set nowhere-place:1 5/day | is no kind of place or role
          set nowhere:1 5/day | nobody called “nowhere:1”
          show nowhere:1 | nobody called “nowhere:1”
          show @nobody | nobody called “@nobody”
          show memory:77 | Nobody with the id memory:77 has written
          why memory:77 | Nobody with the id memory:77 has written
          why here | A private chat
          why default | explained for one member
          show @alice please | “please” is too much
          frob @alice | “frob” is nothing that /limit can do
          pays @alice place | said for a place
          pays memory-chat:8 nobody | “nobody” cannot pay
          boost @alice 100 | for how long?
          boost @alice 100 for ever | “ever” is no time for a boost
          boost @alice 100 for 31d | “31d” is no time for a boost
          boost @alice many for 2h | “many” is nothing that somebody can have more of
          boost @alice 3 running for 2h | “3 running” is nothing that somebody can have more of
          boost @alice 0 for 2h | “0” is nothing that somebody can have more of
          """)
  void eachIsNamedWithAnExampleThatWorks(String line, String said) {
    String reply = toAdmin("limit " + line);
    assertThat(reply).contains(said).hasSizeLessThan(330);
    if (reply.contains("private chat")) {
      return;
    }
    Matcher example = EXAMPLE.matcher(reply);
    assertThat(example.find()).as(reply).isTrue();
    String right =
        example.group(1).replaceAll(" (or|gives).*", "").replaceAll("[.”]+$", "").strip();
    assertThat(toAdmin(right)).as(right).doesNotContain("“", "cannot", "Nobody with", "Choose");
  }

  @Test
  void whatIsMissingIsAskedForWithAnExampleOfThatCommand() {
    assertThat(toAdmin("limit boost @alice")).contains("/limit boost @alice 100 for 2h");
    assertThat(toAdmin("limit SET @alice")).contains("/limit set @alice 50/day");
    assertThat(toAdmin("limit why")).contains("/limit why @alice");
    assertThat(toAdmin("limit pays")).contains("/limit pays here place");
    assertThat(toAdmin("member until @alice")).contains("/member until @alice 2026-03-31");
  }

  @Test
  void signsOfOtherScriptsAndCommasAreRead() {
    assertThat(toAdmin("limit set @alice ５０／day")).contains("50 questions per day");
    assertThat(toAdmin("limit set @alice 20,000 tokens/hour")).contains("20,000 tokens per hour");
    assertThat(toAdmin("limit boost @alice １００ for ２h")).contains("100 questions more");
  }

  @Test
  void aVeryLongArgumentIsQuotedInPart() {
    String reply = toAdmin("limit set @alice " + "🙈 ".repeat(900));
    assertThat(reply).contains("…”").hasSizeLessThan(330).contains("/limit set @alice 50/day");
    reply = toAdmin("limit show " + "ß".repeat(1500));
    assertThat(reply).contains("…”").hasSizeLessThan(330).contains("/limit show @alice");
  }

  @Test
  void everyLanguageHasAnExample() {
    for (Locale language : Texts.languages()) {
      Person admin = Town.person("admin", language);
      town.command(admin, "language " + language.toLanguageTag());
      for (String line :
          List.of("limit set @alice 5/fortnight", "limit boost @alice 5", "limit frob")) {
        town.command(admin, line);
        assertThat(town.last(admin).text()).as(language + " " + line).contains("/limit ");
      }
    }
  }

  @Test
  void whoPaysIsShownWithThePlace() {
    town.command(town.admin, POOL, "limit show here");
    assertThat(town.platform.last(POOL.id()).text()).contains("and for the pool of the place");
    toAdmin("limit pays memory-chat:8 place");
    assertThat(toAdmin("limit show memory-chat:8")).contains("the pool of the place pays");
    assertThat(toAdmin("limit show memory-chat:9")).contains("There is no pool here");
  }

  @Test
  void whoeverTakesNoAccountOutIsToldHow() {
    town.command(town.alice, "link off");
    assertThat(town.last(town.alice).text()).contains("/link remove");
    town.command(town.alice, "link nonsense");
    assertThat(town.last(town.alice).text()).contains("/link remove");
  }
}
