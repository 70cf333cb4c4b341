package io.switchboard.scenario;

import static io.switchboard.scenario.Line.next;
import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.db.TestDatabases;
import io.switchboard.fake.openai.Script;
import io.switchboard.scenario.Stage.Seen;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What links show, to whom, how often and until when: on each platform, each on a database. */
class LinksScenarioTest {
  @Nested
  class OnDiscord extends Cases {
    @Override
    Stage stage() {
      return new DiscordStage();
    }
  }

  @Nested
  class OnTelegramWithPostgres extends Cases {
    @Override
    Stage stage() {
      return new TelegramStage();
    }

    @BeforeEach
    void onPostgres() {
      line.database("{url: \"%s\"}".formatted(TestDatabases.postgresUrl()));
    }
  }

  abstract static class Cases extends Play {
    private final Surfer anybody = new Surfer();

    @AfterEach
    void closeTheBrowser() {
      anybody.close();
    }

    private Seen ask(String person, String question) {
      stage.say(person, question);
      return see(() -> stage.inPrivate(person), question, AGAIN);
    }

    private Seen preview(String arguments) {
      return next(
          () -> stage.inPrivate("Ben"),
          "Nothing is shared yet",
          () -> stage.command("Ben", "share", arguments));
    }

    /** Ben's only link. */
    private String publish(Seen preview) {
      stage.press("Ben", preview, "Share");
      return link(see(() -> stage.inPrivate("Ben"), "The link ends:", "End this link"));
    }

    private static String link(Seen message) {
      return Surfer.link(message, "/s/");
    }

    /** Sees what Ben's command about his only link says. */
    private Seen change(String command, String said) {
      return next(
          () -> stage.inPrivate("Ben"),
          said,
          () -> stage.command("Ben", "shares", command.replace("#", number())));
    }

    private String number() {
      Seen list =
          next(
              () -> stage.inPrivate("Ben"),
              "You have one live link",
              () -> stage.command("Ben", "shares", ""));
      return list.text().replaceAll("(?s).*?(\\d+)\\. .*", "$1");
    }

    /** Everything that is read there, but for the time that is left. */
    private List<String> shown(String link) {
      String page = line.get(link).body();
      return List.of(
          page.replaceAll("(?s).*<h1([^/]*)</h1>.*", "$1"),
          page.replaceAll("(?s).*?<span>(Shared .*?)</span>.*", "$1"),
          page.replaceAll("(?s).*<main[^>]*>(.*)</main>.*", "$1"),
          line.get(link + ".md").body(),
          line.get(link + ".json").body().replaceAll("\"endsAt\" : .*", ""));
    }

    @Test
    void whatThePreviewShowedIsExactlyWhatGoesOut() {
      line.start("");
      Seen one = ask("Ben", "Write to ben.secret@example.org");
      line.account.next(Script.answer("Another answer, ben.secret@example.org"));
      stage.press("Ben", one, AGAIN);
      Seen other = see(() -> stage.inPrivate("Ben"), "Another answer", "2/2");
      stage.press("Ben", preview("all history named"), "Cover what was found");
      Seen covered = see(() -> stage.inPrivate("Ben"), "(covered)");
      List<String> wanted = shown(link(covered));
      assertThat(wanted.toString())
          .contains("█████", "Another answer", "Shared by", "\"owner\" : \"Ben\"")
          .doesNotContain("ben.secret");
      // Nothing has gone out, and what happens meanwhile does not go out with it.
      line.account.next(Script.answer("One that nobody looked at"));
      stage.press("Ben", other, AGAIN);
      see(() -> stage.inPrivate("Ben"), "nobody looked at", "3/3");
      ask("Ben", "Said later");
      stage.command("Ben", "shares", "");
      see(() -> stage.inPrivate("Ben"), "You have no live links");
      assertThat(shown(link(covered))).isEqualTo(wanted);
      String link = publish(covered);
      assertThat(shown(link)).isEqualTo(wanted);
      assertThat(line.get(link(covered)).statusCode()).isEqualTo(404);
    }

    @Test
    void theVersionBeforeIsForItsOwnersEyesAlone() {
      line.start("");
      ask("Ben", "The beginning");
      String link = publish(preview("all"));
      ask("Ben", "The sequel");
      Seen update = change("update #", "New version of");
      stage.press("Ben", update, "Update the link");
      see(() -> stage.inPrivate("Ben"), "now shows version 2");
      assertThat(line.get(link).body()).contains("The sequel");
      Seen one = change("look #", "For your eyes");
      assertThat(line.get(link(one)).body()).contains("The sequel");
      Seen facts = change("anonymous #", "version 2");
      Seen before =
          next(
              () -> stage.inPrivate("Ben"),
              "For your eyes",
              () -> stage.press("Ben", facts, "The version before"));
      assertThat(line.get(link(before)).body())
          .contains("The beginning")
          .doesNotContain("The sequel");
      line.clock.step(Duration.ofMinutes(16));
      assertThat(line.get(link(before)).statusCode()).isEqualTo(404);
      assertThat(line.get(link).body()).contains("The sequel");
    }

    @Test
    void whoReadsItIsChangedAtAnyTime() {
      line.start("");
      line.account.next(Script.answer("First thoughts"));
      Seen one = ask2("Ben", "Who reads this?", "First thoughts");
      line.account.next(Script.answer("Second thoughts"));
      stage.press("Ben", one, AGAIN);
      see(() -> stage.inPrivate("Ben"), "Second thoughts", "2/2");
      String link = publish(preview("Read me"));
      assertThat(anybody.get(link).body())
          .contains("Read me", "Second thoughts", "Shared anonymously")
          .doesNotContain("First thoughts", "Ben");
      change("history #", "with all variants");
      assertThat(anybody.get(link).body()).contains("First thoughts", "Second thoughts");
      change("named #", "It shows your name: Ben");
      assertThat(anybody.get(link).body()).contains("Shared by", ">Ben<");
      change("rename # Whoever you are", "Whoever you are");
      assertThat(anybody.get(link).body()).contains("Whoever you are").doesNotContain("Read me");
      ask("Cleo", "Let me in");
      try (Surfer ben = new Surfer();
          Surfer cleo = new Surfer()) {
        ben.signIn(stage, "Ben");
        cleo.signIn(stage, "Cleo");
        change("members #", "Members who have signed in");
        assertThat(anybody.get(link).statusCode()).isEqualTo(404);
        assertThat(cleo.get(link).body()).contains("Second thoughts").doesNotContain("First");
        change("private #", "Only you will be able");
        assertThat(cleo.get(link).statusCode()).isEqualTo(404);
        assertThat(ben.get(link).body()).contains("Second thoughts");
      }
      change("public #", "Whoever has the link");
      assertThat(anybody.get(link).body()).contains("Second thoughts");
    }

    private Seen ask2(String person, String question, String answer) {
      stage.say(person, question);
      return see(() -> stage.inPrivate(person), answer, AGAIN);
    }

    @Test
    void aPasswordACapAndALastOpeningStandTogether() {
      line.start("");
      ask("Ben", "For two friends");
      String link = publish(preview("2 views"));
      String unknown = line.address() + "/s/" + "x".repeat(22);
      change("password # open sesame", "It asks for a password.");
      assertThat(anybody.get(link).body()).contains("type=\"password\"", "only so often");
      HttpResponse<String> wrong = anybody.post(link, "password=sesame");
      assertThat(wrong.statusCode()).isEqualTo(403);
      assertThat(wrong.body()).doesNotContain("two friends");
      String inside = enter(link);
      assertThat(anybody.get(inside).body()).contains("For two friends");
      assertThat(anybody.get(inside).body()).as("looked at again").contains("For two friends");
      Seen list = see(() -> stage.inPrivate("Ben"), "You have one live link");
      Seen counted = change("anonymous #", "Viewed once");
      assertThat(counted.text()).contains("It can be opened once", "It asks for a password");
      assertThat(list.buttons()).isNotEmpty();

      // The last one goes to somebody who goes on with it.
      stage.command("Cleo", "import", link);
      see(() -> stage.inPrivate("Cleo"), "It asks for a password");
      stage.command("Cleo", "import", link + " open sesame");
      see(() -> stage.inPrivate("Cleo"), "is yours now");
      same(anybody.get(link), anybody.get(unknown));
      same(anybody.post(link, "password=open+sesame"), anybody.get(unknown));
      stage.command("Dan", "import", link + " open sesame");
      see(() -> stage.inPrivate("Dan"), "nothing at that link for you");
      // Whoever opened it has some minutes left, then its message says so.
      line.clock.step(Duration.ofMinutes(11));
      line.sweep();
      see(() -> stage.inPrivate("Ben"), "The link has expired");
      same(anybody.get(inside), anybody.get(unknown));
    }

    private String enter(String link) {
      HttpResponse<String> in = anybody.post(link, "password=open+sesame");
      assertThat(in.statusCode()).isEqualTo(303);
      return line.address() + in.headers().firstValue("Location").orElseThrow();
    }

    private static void same(HttpResponse<String> one, HttpResponse<String> other) {
      assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(404);
      assertThat(one.body()).isEqualTo(other.body());
    }
  }
}
