package io.switchboard.openai.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.config.Secret;
import io.switchboard.openai.wire.ErrorAnswer;
import io.switchboard.openai.wire.RetryAfter;
import io.switchboard.openai.wire.ServerEvents;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams as they are found in the wild, in every way of cutting them. */
class ServerEventsTest {
  @Test
  void readsEventsHoweverTheyAreCut() throws Exception {
    String stream =
        "\uFEFF: comment\r\n\r\nevent: x\rdata: 你好\r\rdata:two\ndata: lines 🎉\nid: 1\n\n"
            + "retry: 5\n\nunknown\n\ndata\n\nerror: {\"code\":500}\n\n{\"bare\":1}\n\ndata: last";
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (int step = 1; step < 12; step++) {
      List<ServerEvents.Event> found = new ArrayList<>();
      ServerEvents events = new ServerEvents(1000, found::add);
      for (int i = 0; i < bytes.length; i += step) {
        events.feed(ByteBuffer.wrap(bytes, i, Math.min(step, bytes.length - i)));
      }
      events.end();
      assertThat(found)
          .containsExactly(
              new ServerEvents.Event("x", "你好"),
              new ServerEvents.Event("", "two\nlines 🎉"),
              new ServerEvents.Event("", ""),
              new ServerEvents.Event("error", "{\"code\":500}"),
              new ServerEvents.Event("", "{\"bare\":1}"),
              new ServerEvents.Event("", "last"));
    }
  }

  @Test
  void anEndlessLineIsNotKept() {
    ServerEvents events = new ServerEvents(1000, event -> {});
    byte[] much = new byte[2000];
    Arrays.fill(much, (byte) 'x');
    assertThatThrownBy(() -> events.feed(ByteBuffer.wrap(much)))
        .isInstanceOf(ServerEvents.TooLarge.class);
  }

  @Test
  void anEndlessEventIsNotKept() {
    ServerEvents events = new ServerEvents(1000, event -> {});
    byte[] line = ("data: " + "x".repeat(300) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                events.feed(ByteBuffer.wrap(line));
              }
            })
        .isInstanceOf(ServerEvents.TooLarge.class);
  }

  @Test
  void readsWhatServersSend() {
    assertThat(
            pieces(
                """
                data: {"choices":[{"delta":{"role":"assistant","content":null},"finish_reason":null}]}

                data: {"choices":[{"delta":{"reasoning":"hm"}}]}
                data: {"choices":[{"delta":{"content":"a"}}]}

                data: ping

                event: something.new
                data: {"type":"something.new"}

                data: {"choices":[{"delta":{"content":"b"},"finish_reason":"stop"}],"usage":null}

                data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}

                data: [DONE]

                """))
        .extracting(Object::toString)
        .containsExactly(
            "Thought[more=hm]",
            "Text[more=a]",
            "Text[more=b]",
            "Ended[use=TokenUse[in=3, cachedIn=0, out=2, counted=true], by=ITSELF]");
  }

  @Test
  void readsErrorsInTheStream() {
    assertThat(kind("data: {\"error\":{\"message\":\"m\",\"code\":429}}\n\n")).isEqualTo(Kind.BUSY);
    assertThat(kind("data: {\"error\":\"overloaded\"}\n\n")).isEqualTo(Kind.UNAVAILABLE);
    assertThat(kind("event: error\ndata: {\"message\":\"m\",\"type\":\"insufficient_quota\"}\n\n"))
        .isEqualTo(Kind.OUT_OF_MONEY);
    assertThat(kind("error: {\"code\":400,\"type\":\"exceed_context_size_error\"}\n\n"))
        .isEqualTo(Kind.TOO_LONG);
    assertThat(
            kind(
                "data: {\"choices\":[{\"error\":{\"code\":502},\"finish_reason\":\"error\"}]}\n\n"))
        .isEqualTo(Kind.UNAVAILABLE);
    assertThat(kind("data: {\"choices\":[{\"del\n\n")).isEqualTo(Kind.CUT_OFF);
    assertThat(kind("")).isEqualTo(Kind.CUT_OFF);
  }

  private static Kind kind(String stream) {
    return ((Piece.Broken) pieces(stream).getFirst()).failure().kind();
  }

  private static List<Piece> pieces(String stream) {
    try {
      ArrayDeque<Piece> pieces = new ArrayDeque<>();
      ErrorAnswer errors = new ErrorAnswer(new RetryAfter(InstantSource.system()), Secret.of(""));
      ChatChunks chunks = new ChatChunks(errors, pieces);
      ServerEvents events = new ServerEvents(10_000, chunks::take);
      events.feed(ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8)));
      events.end();
      pieces.add(chunks.last(1));
      return List.copyOf(pieces);
    } catch (ServerEvents.TooLarge e) {
      throw new AssertionError(e);
    }
  }
}
