package io.switchboard.scenario;

import static io.switchboard.scenario.Line.see;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.fake.openai.Script;
import io.switchboard.logs.SafeJson;
import io.switchboard.logs.SafeText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** The number of a question stands in what all rooms log about it, in text and in JSON. */
@Isolated("hears what all log")
class FollowedInLogsTest {
  private static final Logger HOUSE = (Logger) LoggerFactory.getLogger("io.switchboard");

  @TempDir Path folder;
  private final DiscordStage discord = new DiscordStage();
  private final Caught caught = new Caught();
  private Line line;

  private static final class Caught extends AppenderBase<ILoggingEvent> {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      event.prepareForDeferredProcessing();
      events.add(event);
    }

    List<ILoggingEvent> of(String room, String text) {
      return events.stream()
          .filter(e -> e.getLoggerName().startsWith("io.switchboard." + room))
          .filter(e -> e.getFormattedMessage().contains(text))
          .toList();
    }
  }

  @BeforeEach
  void listen() {
    HOUSE.setLevel(Level.INFO);
    caught.setContext(HOUSE.getLoggerContext());
    caught.start();
    HOUSE.addAppender(caught);
    line = new Line(folder, discord);
  }

  @AfterEach
  void close() {
    line.close();
    HOUSE.detachAppender(caught);
    HOUSE.setLevel(null);
  }

  @Test
  void fromTheQueueToTheDelivery() throws Exception {
    line.account.next(Script.busy(1));
    line.start("");
    discord.say("Ben", "Follow me");
    see(() -> discord.inPrivate("Ben"), "Follow me", "Try again");
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> !caught.of("queue", "was worked on").isEmpty());
    String number = caught.of("queue", "is queued").getFirst().getMDCPropertyMap().get("request");
    assertThat(number).isNotBlank();
    assertThat(caught.of("queue", "is queued").getFirst().getMDCPropertyMap()).containsKey("event");
    for (List<ILoggingEvent> said :
        List.of(
            caught.of("queue", "is answered by"),
            caught.of("answer", "BUSY"),
            caught.of("queue", "was worked on"))) {
      assertThat(said)
          .isNotEmpty()
          .allSatisfy(e -> assertThat(e.getMDCPropertyMap()).containsEntry("request", number));
    }
    ILoggingEvent one = caught.of("answer", "BUSY").getFirst();
    assertThat(json(one)).isEqualTo(number);
    assertThat(text(one)).contains(" [" + number + "] ");
  }

  private String json(ILoggingEvent event) throws Exception {
    SafeJson json = new SafeJson();
    json.setContext(HOUSE.getLoggerContext());
    json.start();
    return new ObjectMapper().readTree(json.encode(event)).path("mdc").path("request").asText();
  }

  private String text(ILoggingEvent event) {
    SafeText text = new SafeText();
    text.setContext(HOUSE.getLoggerContext());
    text.start();
    return new String(text.encode(event), UTF_8);
  }
}
