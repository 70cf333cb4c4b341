package io.switchboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.chat.Person;
import io.switchboard.text.Texts;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same visit in every language: everything is said, in that language, with nothing left open.
 */
class EveryLanguageTest {
  static Iterable<Locale> languages() {
    return Texts.languages();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aWholeVisit(Locale language) {
    try (Town town = new Town()) {
      Person kim = Town.person("kim", language);
      Person admin = Town.person("admin", language);
      for (String line :
          new String[] {
            "help",
            "usage",
            "status",
            "share",
            "shares",
            "retry",
            "stop",
            "ask",
            "conversations",
            "language",
            "model",
            "model large",
            "model nothing",
            "model auto",
            "persona",
            "persona poet",
            "persona nobody",
            "limit show kim",
            "hlep",
            "nonsense",
            "new"
          }) {
        town.command(kim, line);
      }
      town.exchange(kim, "나는 누구? 我是谁?", "?");
      town.command(kim, "share 24h");
      MemoryPlatform.Shown preview = town.last(kim);
      town.press(kim, Town.alone(kim), preview, preview.presses().getFirst());
      town.command(kim, "share");
      town.command(kim, "shares");
      town.command(kim, "conversations");
      town.say(kim, "first");
      assertThat(town.queue.claim("main", 1)).isPresent();
      town.say(kim, "second");
      town.say(kim, "x".repeat(101));
      town.say(kim, "over the limit");
      town.command(kim, "status");
      town.command(kim, "stop");
      town.say(Town.person("somebody", language), "hello");
      town.command(admin, "limit set @kim 5/day");
      town.command(admin, "limit show @kim");
      town.command(admin, "limit boost @kim 100 for 2h");
      town.command(admin, "limit boost @kim 100");
      town.command(admin, "limit why @kim");
      town.command(kim, "usage");
      town.command(admin, "limit pays here place");
      town.command(kim, "link");
      town.command(kim, "link x");
      town.command(admin, "member invite");
      town.command(admin, "member show @kim");
      town.command(admin, "member ban");
      town.command(admin, "member pause memory:x for 2d");
      town.command(Town.person("x", language), "status");
      town.command(admin, "limit reset @kim");
      town.command(admin, "usage");
      town.command(admin, "limit set");
      town.command(admin, "account");
      town.command(admin, "account pause main");
      town.command(admin, "account resume main");
      town.command(admin, "account weight main 2");
      town.command(admin, "account weight main");
      town.command(admin, "account pause nobody");
      town.command(admin, "community on");
      town.command(admin, "community maybe");
      town.command(kim, "share");
      preview = town.last(kim);
      town.press(kim, Town.alone(kim), preview, preview.presses().get(3));
      MemoryPlatform.Shown posted = town.last(kim);
      town.press(kim, Town.alone(kim), posted, posted.presses().getFirst());
      town.press(kim, Town.alone(kim), posted, posted.presses().getFirst());
      town.command(admin, "community off");
      town.time.step(Duration.ofDays(8));

      assertThat(town.platform.everything()).doesNotContain("{").doesNotContain("\uE000");
      if (!language.equals(Locale.ENGLISH)) {
        assertThat(town.chat(kim))
            .filteredOn(shown -> shown.text().length() > 1)
            .allSatisfy(shown -> assertThat(shown.text()).matches(script(language)));
      }
    }
  }

  private static String script(Locale language) {
    return language.getLanguage().equals("ko") ? "(?s).*\\p{IsHangul}.*" : "(?s).*\\p{IsHan}.*";
  }
}
