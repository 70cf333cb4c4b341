package io.switchboard.openai.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.account.TokenUse;
import io.switchboard.config.Secret;
import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.RetryAfter;
import io.switchboard.openai.wire.ServerEvents;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events as servers send them, also odd ones. */
class ResponseEventsTest {
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private final ResponseEvents events =
      new ResponseEvents(
          new ErrorAnswer(new RetryAfter(InstantSource.system()), Secret.of("")), pieces);

  private void take(String name, String data) {
    events.take(new ServerEvents.Event(name, data));
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(p -> text.append(p instanceof Piece.Text(String more) ? more : ""));
    return text.toString();
  }

  private Kind failure() {
    return pieces.stream()
        .flatMap(p -> p instanceof Piece.Broken(var why) ? Stream.of(why) : null)
        .findFirst()
        .orElseThrow()
        .kind();
  }

  @Test
  void theTypeMayBeOnlyInTheEventsName() {
    take("response.output_text.delta", "{\"delta\":\"Hi\"}");
    take("response.completed", "{\"response\":{\"usage\":{\"input_tokens\":7}}}");
    assertThat(text()).isEqualTo("Hi");
    assertThat(events.last(1))
        .isEqualTo(new Piece.Ended(new TokenUse(7, 0, true), Piece.By.ITSELF));
  }

  @Test
  void whatTheServerRememberedIsCountedApart() {
    take("response.output_text.delta", "{\"delta\":\"Hi\"}");
    take(
        "response.completed",
        "{\"response\":{\"usage\":{\"input_tokens\":70,\"input_tokens_details\":{\"cached_tokens\":64},"
            + "\"output_tokens\":3}}}");
    assertThat(events.last(1))
        .isEqualTo(new Piece.Ended(new TokenUse(70, 64, 3, true), Piece.By.ITSELF));
  }

  @Test
  void aServerMayTellTheTextOnlyAtTheEnd() {
    take(
        "",
        "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":["
            + "{\"type\":\"reasoning\",\"summary\":[{\"text\":\"hm\"}]},"
            + "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"All\"}]}]}}");
    assertThat(text()).isEqualTo("All");
    assertThat(pieces).contains(new Piece.Thought("hm"));
    assertThat(events.finished()).isTrue();
  }

  @Test
  void aSecondMessageBeginsAParagraph() {
    take("", "{\"type\":\"response.output_text.delta\",\"item_id\":\"a\",\"delta\":\"One\"}");
    take("", "{\"type\":\"response.output_text.delta\",\"item_id\":\"b\",\"delta\":\"Two\"}");
    assertThat(text()).isEqualTo("One\n\nTwo");
  }

  @Test
  void unknownEventsArePassedOver() {
    take("", "{\"type\":\"response.something.new\",\"delta\":\"x\"}");
    take("keepalive", "{}");
    take("", "[DONE]");
    take("", "");
    assertThat(pieces).isEmpty();
    assertThat(events.last(1)).isInstanceOf(Piece.Broken.class);
  }

  @Test
  void errorsComeInManyForms() {
    for (String data :
        new String[] {
          "{\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}",
          "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"x\"}}",
          "{\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":"
              + "{\"code\":\"rate_limit_exceeded\",\"message\":\"x\"}}}",
          "{\"error\":{\"code\":429,\"message\":\"x\"}}"
        }) {
      Queue<Piece> own = new ArrayDeque<>();
      ResponseEvents reader =
          new ResponseEvents(
              new ErrorAnswer(new RetryAfter(InstantSource.system()), Secret.of("")), own);
      reader.take(new ServerEvents.Event("", data));
      assertThat(own.peek())
          .as(data)
          .isInstanceOfSatisfying(
              Piece.Broken.class,
              broken -> assertThat(broken.failure().kind()).isEqualTo(Kind.BUSY));
    }
  }

  @Test
  void whatIsNoJsonEndsIt() {
    take("", "{\"type\":\"response.output");
    assertThat(failure()).isEqualTo(Kind.CUT_OFF);
    assertThat(events.done()).isTrue();
  }

  @Test
  void aCancelledResponseIsNoAnswer() {
    take("", "{\"type\":\"response.completed\",\"response\":{\"status\":\"cancelled\"}}");
    assertThat(failure()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void anEndlessAnswerEnds() {
    String delta = "{\"type\":\"response.output_text.delta\",\"delta\":\"" + "x".repeat(900_000);
    for (int i = 0; i < 6; i++) {
      take("", delta + "\"}");
    }
    assertThat(events.last(1))
        .isInstanceOfSatisfying(
            Piece.Ended.class, e -> assertThat(e.by()).isEqualTo(Piece.By.LENGTH));
    assertThat(text().length()).isBetween(4_000_000, 5_000_000);
  }
}
