package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.switchboard.scenario.Stage.Seen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;

/** What admins see and do beside limits and members, through each real client library. */
@Execution(ExecutionMode.SAME_THREAD)
abstract class OverseeingScenarioTest extends Play {
  private static final String CANARY = "kanarienvogel";

  /** All that is logged, by anybody, at any level. */
  private static final class Everything extends AppenderBase<ILoggingEvent> {
    final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
    }
  }

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
  void whatMembersWriteIsInNoLineOfTheLog() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    Everything all = new Everything();
    all.setContext(root.getLoggerContext());
    all.start();
    root.addAppender(all);
    root.setLevel(Level.DEBUG);
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
      assertThat(all.lines).isNotEmpty();
      assertThat(all.lines).noneMatch(said -> said.contains(CANARY));
    } finally {
      root.setLevel(before);
      root.detachAppender(all);
    }
  }

  @Test
  void theStaffReadsAlongInTheLog() {
    line.start("staff: {channels: [\"" + stage.staffChannel() + "\"]}\n");
    stage.command("Ben", "logs", "start info");
    see(() -> stage.inPrivate("Ben"), "for admins only");
    stage.command("Ada", "logs", "start warn");
    see(() -> stage.inPrivate("Ada"), "follow the log from now on");
    org.slf4j.Logger engine = LoggerFactory.getLogger("io.switchboard.test.Engine");
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
