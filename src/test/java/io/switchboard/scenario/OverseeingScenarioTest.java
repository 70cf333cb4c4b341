package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.scenario.Stage.Seen;
import org.junit.jupiter.api.Test;

/** What admins see and do beside limits and members, through each real client library. */
abstract class OverseeingScenarioTest extends Play {
  @Test
  void anOwnerHasTheFilesReadAnew() {
    line.start("");
    stage.command("Ada", "reload", "");
    see(() -> stage.inPrivate("Ada"), "are as the files say");
    line.write("limits: {default: {requests: [none at all]}}");
    stage.command("Ada", "reload", "");
    see(() -> stage.inPrivate("Ada"), "cannot be read; everything stays as it was");
    stage.command("Ben", "reload", "");
    see(() -> stage.inPrivate("Ben"), "for owners only");
  }

  @Test
  void whatAdminsDoIsTakenBackAndCounted() {
    line.start("");
    stage.say("Ben", "hello");
    see(() -> stage.inPrivate("Ben"), "hello", AGAIN);
    stage.command("Ada", "limit", "set " + stage.id("Ben") + " 5/day");
    see(() -> stage.inPrivate("Ada"), "is now 5 questions per day");
    stage.command("Ada", "undo", "");
    see(() -> stage.inPrivate("Ada"), "5/day → by the rules", "Undo this");
    stage.command("Ada", "stats", "members");
    see(() -> stage.inPrivate("Ada"), "1 answer, ");
    stage.command("Ada", "logs", "start warn");
    see(() -> stage.inPrivate("Ada"), "No staff channel is configured");
    stage.command("Ben", "undo", "");
    see(() -> stage.inPrivate("Ben"), "for admins only");
  }

  @Test
  void anAdminEndsALinkAndItsOwnerHearsWhy() {
    line.start("");
    stage.say("Ben", "Buy my pears");
    see(() -> stage.inPrivate("Ben"), "Buy my pears", AGAIN);
    stage.command("Ben", "share", "24h");
    stage.press("Ben", see(() -> stage.inPrivate("Ben"), "Nothing is shared yet"), "Share");
    Seen shared = see(() -> stage.inPrivate("Ben"), "The link ends:", "End this link");
    String link = shared.links().stream().filter(l -> l.contains("/s/")).findFirst().orElseThrow();
    stage.command("Ada", "revoke", "");
    Seen list = see(() -> stage.inPrivate("Ada"), "Live links of members");
    String number = list.text().replaceAll("(?s).*?#(\\d+).*", "$1");
    stage.command("Ben", "revoke", number);
    see(() -> stage.inPrivate("Ben"), "for admins only");
    assertThat(line.get(link).statusCode()).isEqualTo(200);
    stage.command("Ada", "revoke", number + " advertising");
    see(() -> stage.inPrivate("Ada"), "has ended. It cannot be brought back");
    see(() -> stage.inPrivate("Ben"), "advertising. Your conversation is still there");
    assertThat(line.get(link).statusCode()).isEqualTo(404);
    see(() -> stage.inPrivate("Ben"), "was shared here. The link has been withdrawn");
  }
}
