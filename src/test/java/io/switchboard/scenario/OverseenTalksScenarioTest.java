package io.switchboard.scenario;

import static io.switchboard.scenario.Line.next;
import static io.switchboard.scenario.Line.see;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.scenario.Stage.Seen;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What admins see of members' conversations and in the files about them, on each platform. */
class OverseenTalksScenarioTest {
  @Nested
  class OnDiscord extends Cases {
    @Override
    Stage stage() {
      return new DiscordStage();
    }
  }

  @Nested
  class OnTelegram extends Cases {
    @Override
    Stage stage() {
      return new TelegramStage();
    }
  }

  abstract static class Cases extends Play {
    private Seen admin(String command, String arguments, String said) {
      return next(
          () -> stage.inPrivate("Ada"), said, () -> stage.command("Ada", command, arguments));
    }

    private Seen ben(String command, String arguments, String said) {
      return next(
          () -> stage.inPrivate("Ben"), said, () -> stage.command("Ben", command, arguments));
    }

    private void ask(String person, String question) {
      stage.say(person, question);
      see(() -> stage.inPrivate(person), question, AGAIN);
    }

    private String number() {
      return admin("conversation", "find " + stage.id("Ben"), "Ben")
          .text()
          .replaceAll("(?s).*?(#\\d+).*", "$1");
    }

    @Test
    void whatAnAdminReadsIsAllowedByItsOwnerWhoSeesThatItWasRead() {
      line.start("conversations: {titles: false, adminsMayRead: true}");
      ask("Ben", "About pears");
      Seen found = admin("conversation", "find", "Not open to admins");
      assertThat(found.text()).doesNotContain("pears");
      admin("conversation", "find pears", "No conversation");
      String number = number();
      admin("conversation", "show " + number, "does not let admins read");
      Seen may = ben("conversations", "admins", "Admins cannot read");
      stage.press("Ben", may, "Let admins read");
      see(() -> stage.inPrivate("Ben"), "Admins may read");
      admin("conversation", "find pears", "About pears");
      Seen read = admin("conversation", "show " + number, "It is written down that you looked");
      assertThat(new String(stage.contents(read).getFirst(), UTF_8))
          .contains("About pears", "Answer to: About pears");
      Seen looks = ben("conversations", "admins", "Ada at " + number);
      assertThat(looks.text()).contains("About pears");
      admin("audit", "", "conversation show");
      stage.press("Ben", looks, "Let them read no longer");
      see(() -> stage.inPrivate("Ben"), "Admins cannot read");
      admin("conversation", "show " + number, "does not let admins read");
    }

    @Test
    void whatAnAdminDeletesOrGivesAwayIsToldToItsOwner() {
      line.start("");
      ask("Ben", "About pears");
      ask("Cleo", "About plums");
      String number = number();
      admin("conversation", "give " + number + " " + stage.id("Cleo"), "once both agree");
      Seen giver = see(() -> stage.inPrivate("Ben"), "could then read it all", "Yes");
      stage.press("Cleo", see(() -> stage.inPrivate("Cleo"), "is to be yours", "Yes"), "Yes");
      see(() -> stage.inPrivate("Cleo"), "has still to agree");
      stage.press("Ben", giver, "Yes");
      see(() -> stage.inPrivate("Ben"), "is Cleo’s now");
      stage.command("Cleo", "conversations", "search pears");
      see(() -> stage.inPrivate("Cleo"), "About pears");
      ben("conversations", "", "no conversations");

      Seen sure = admin("conversation", "delete " + number, "Delete “" + number + "”");
      stage.press("Ada", sure, "Yes, delete it");
      see(() -> stage.inPrivate("Cleo"), "An admin has deleted");
      stage.command("Cleo", "conversations", "");
      Seen left = see(() -> stage.inPrivate("Cleo"), "About plums", "Delete");
      assertThat(left.text()).doesNotContain("pears");
    }

    @Test
    void theFileOfStatisticsIsOneThatSpreadsheetsRunNothingOf() {
      String evil = "=1+1;=2+2";
      line.written(yaml -> yaml.replace("allow: [", "allow: [\"" + stage.id(evil) + "\", "));
      line.start("");
      ask(evil, "One");
      ask("Ben", "Two");
      stage.command("Ben", "stats", "csv today");
      see(() -> stage.inPrivate("Ben"), "for admins only");
      stage.command("Ada", "stats", "csv today");
      Seen file =
          await()
              .until(
                  () ->
                      stage.inPrivate("Ada").stream()
                          .filter(m -> stage.files(m).toString().contains(".csv"))
                          .findFirst(),
                  Optional::isPresent)
              .orElseThrow();
      String csv = new String(stage.contents(file).getFirst(), UTF_8);
      assertThat(csv)
          .startsWith("\uFEFFday,by,id,name,answered")
          .contains(",'=1+1;'=2+2,1,0,1,", ",Ben,1,0,1,")
          .doesNotContain(",=", ";=");
      assertThat(csv.lines()).allMatch(row -> row.split(",", -1).length == 13);
    }
  }
}
