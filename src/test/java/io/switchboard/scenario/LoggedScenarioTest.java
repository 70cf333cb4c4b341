package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is in the log of what people do, and who reads it, through each real client library. */
@Execution(ExecutionMode.SAME_THREAD)
abstract class LoggedScenarioTest extends Play {
  private static final String CANARY = "kanarienvogel";

  @Test
  void whatMembersWriteIsInNoLineOfTheLog() {
    HeardLog log = new HeardLog();
    log.begin();
    try {
      line.start("");
      stage.say("Ben", CANARY + " one");
      see(() -> stage.inPrivate("Ben"), CANARY + " one", AGAIN);
      stage.sayInGroup("Ben", CANARY + " two");
      see(() -> stage.inGroup("Ben"), CANARY + " two");
      stage.command("Ben", "ask", CANARY + " three");
      see(() -> stage.inPrivate("Ben"), CANARY + " three", AGAIN);
      stage.command("Ben", "new", CANARY + " title");
      stage.command("Ben", "conversations", "search " + CANARY);
      stage.command("Ben", "share", "24h " + CANARY + " shared");
      stage.command("Ben", "persona", CANARY);
      stage.command("Ben", "limit", "set " + CANARY);
      stage.command("Ben", "login", CANARY);
      stage.send("Ben", CANARY + " with", CANARY + ".txt", CANARY.getBytes(StandardCharsets.UTF_8));
      see(() -> stage.inPrivate("Ben"), CANARY + " with", AGAIN);
      stage.command("Ada", "announce", "all " + CANARY + " for all");
      see(() -> stage.inPrivate("Ada"), CANARY + " for all", "Send it");
      assertThat(log.lines()).isNotEmpty();
      assertThat(log.lines()).noneMatch(said -> said.contains(CANARY));
    } finally {
      log.end();
    }
  }

  @Test
  void theStaffReadsAlongInTheLog() {
    line.start("staff: {channels: [\"" + stage.staffChannel() + "\"]}\n");
    stage.command("Ben", "logs", "start info");
    see(() -> stage.inPrivate("Ben"), "for admins only");
    stage.command("Ada", "logs", "start warn");
    see(() -> stage.inPrivate("Ada"), "follow the log from now on");
    Logger engine = LoggerFactory.getLogger("io.switchboard.test.Engine");
    // Nobody can see when it has begun to listen.
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              engine.warn("it creaks, token={}", "sk-proj-9f8e7d6c5b4a39281706");
              engine.info("it hums");
              line.clock.step(Duration.ofSeconds(10));
              return stage.inStaff("Ada").stream().anyMatch(m -> m.text().contains("it creaks"));
            });
    assertThat(stage.inStaff("Ada"))
        .noneMatch(m -> m.text().contains("9f8e7d6c"))
        .noneMatch(m -> m.text().contains("it hums"));
    stage.command("Ada", "logs", "stop");
    see(() -> stage.inPrivate("Ada"), "do not follow the log any more");
  }
}
