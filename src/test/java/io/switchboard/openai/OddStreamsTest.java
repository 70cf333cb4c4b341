package io.switchboard.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.account.Failure.Kind;
import io.switchboard.account.Piece;
import io.switchboard.fake.openai.Script;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat completions as servers and proxies send them that are not OpenAI's, over the wire. */
class OddStreamsTest extends AccountBench {
  private static final String STREAM = "text/event-stream";

  @Override
  OpenAiSettings.Api api() {
    return OpenAiSettings.Api.CHAT;
  }

  private List<Piece> raw(String type, String body, int bytes) {
    server.next(Script.raw(type, body, bytes));
    return read(account().open(prompt("q")));
  }

  private List<Piece> stream(String... events) {
    return raw(STREAM, "data: " + String.join("\n\ndata: ", events) + "\n\n", 7);
  }

  private static String delta(String content) {
    return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}";
  }

  private static String finish(String reason) {
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}";
  }

  private static Piece.By by(List<Piece> pieces) {
    assertThat(pieces.getLast()).isInstanceOf(Piece.Ended.class);
    return ((Piece.Ended) pieces.getLast()).by();
  }

  @Test
  void doneWithoutAReasonIsWholeIfThereIsText() {
    List<Piece> pieces = stream(delta("all of "), delta("it"), "[DONE]");
    assertThat(text(pieces)).isEqualTo("all of it");
    assertThat(by(pieces)).isEqualTo(Piece.By.ITSELF);
    assertThat(failure(stream(delta(""), "[DONE]")).kind()).isEqualTo(Kind.CUT_OFF);
    assertThat(failure(stream(delta("half"))).kind()).isEqualTo(Kind.CUT_OFF);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096})
  void isReadThoughItIsZippedUnasked(int bytes) {
    String events = "data: " + delta("all of it") + "\n\ndata: " + finish("stop") + "\n\n";
    server.next(Script.raw(STREAM, events, bytes).header("Content-Encoding", "gzip"));
    assertThat(text(read(account().open(prompt("q"))))).isEqualTo("all of it");
    String document =
        "{\"choices\":[{\"message\":{\"content\":\"all at once\"},\"finish_reason\":\"stop\"}]}";
    server.next(Script.raw("application/json", document, bytes).header("Content-Encoding", "gzip"));
    assertThat(text(read(account().open(prompt("q"))))).isEqualTo("all at once");
  }

  @Test
  void aRefusalIsReadThoughItIsZippedUnasked() {
    server.next(Script.outOfMoney().header("Content-Encoding", "gzip"));
    assertThat(failure(read(account().open(prompt("q")))).kind()).isEqualTo(Kind.OUT_OF_MONEY);
  }

  @Test
  void whatIsCalledGzipAndIsNoneIsNoAnswer() {
    server.next(Script.refuse(429, "{}").header("Content-Encoding", "x-gzip"));
    assertThat(failure(read(account().open(prompt("q")))).kind()).isEqualTo(Kind.BUSY);
  }

  @Test
  void whatEndedItIsTold() {
    assertThat(by(stream(delta("a"), finish("content_filter"), "[DONE]")))
        .isEqualTo(Piece.By.FILTER);
    assertThat(by(stream(delta("a"), finish("length"), "[DONE]"))).isEqualTo(Piece.By.LENGTH);
    assertThat(failure(stream(finish("content_filter"), "[DONE]")).kind()).isEqualTo(Kind.REFUSED);
    String thought = "{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}";
    assertThat(failure(stream(thought, finish("content_filter"), "[DONE]")).kind())
        .isEqualTo(Kind.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4096})
  void isReadHoweverItIsWritten(int bytes) {
    String odd =
        "\uFEFF: hello\r\n\r\n"
            + "data: {\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0}]}\r\n\r\n"
            + ": keep-alive\r\n\r\n"
            + "event: message\r\nid: 7\r\ndata: {\"choices\":\r\n"
            + "data: [{\"delta\":{\"content\":\"é😀\"}}]}\r\n\r\n"
            + ("data: " + delta("한국어") + "\r\r")
            + "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":"
            + "{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}\n\n"
            + ("data:" + finish("stop") + "\n\n")
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n"
            + "data: [DONE]";
    List<Piece> pieces = raw(STREAM, odd, bytes);
    assertThat(text(pieces)).isEqualTo("é😀한국어");
    assertThat(((Piece.Ended) pieces.getLast()).use().in()).isEqualTo(3);
  }

  @Test
  void otherServersHaveOtherWordsForTheSameEnd() {
    for (String cut : List.of("max_tokens", "MAX_TOKENS", "model_length", "max_output_tokens")) {
      assertThat(by(stream(delta("a"), finish(cut)))).as(cut).isEqualTo(Piece.By.LENGTH);
    }
    for (String filter : List.of("SAFETY", "RECITATION", "PROHIBITED_CONTENT")) {
      assertThat(by(stream(delta("a"), finish(filter)))).as(filter).isEqualTo(Piece.By.FILTER);
      assertThat(failure(stream(finish(filter))).kind()).as(filter).isEqualTo(Kind.REFUSED);
    }
    assertThat(failure(stream(delta("a"), finish("abort"))).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(by(stream(delta("a"), finish("tool_calls")))).isEqualTo(Piece.By.ITSELF);
  }

  @Test
  void aRefusalIsAParagraphOfItsOwn() {
    String no = "{\"choices\":[{\"delta\":{\"content\":null,\"refusal\":\"%s\"}}]}";
    List<Piece> pieces =
        stream(delta("Well,"), no.formatted("I can"), no.formatted("not."), finish("stop"));
    assertThat(text(pieces)).isEqualTo("Well,\n\nI cannot.");
    assertThat(text(stream(no.formatted("No."), finish("stop")))).isEqualTo("No.");
  }

  @Test
  void thoughtsMayBePartsOfTheContent() {
    List<Piece> pieces =
        stream(
            "{\"choices\":[{\"delta\":{\"content\":[{\"type\":\"thinking\",\"thinking\":"
                + "[{\"type\":\"text\",\"text\":\"hm\"}]},{\"type\":\"text\",\"text\":\"Hi\"}]}}]}",
            finish("stop"));
    assertThat(text(pieces)).isEqualTo("Hi");
    assertThat(pieces).contains(new Piece.Thought("hm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/event-stream", "text/plain; charset=utf-8", ""})
  void aServerMayNotStreamWhateverItCallsThat(String type) {
    String whole =
        """

        {
          "id": "x", "object": "chat.completion",
          "choices": [
            {"index": 0, "finish_reason": "stop",
             "message": {"role": "assistant", "content": "All of it", "refusal": null}}
          ],
          "usage": {"prompt_tokens": 3, "completion_tokens": 2}
        }
        """;
    List<Piece> pieces = raw(type, whole, 11);
    assertThat(text(pieces)).isEqualTo("All of it");
    assertThat(by(pieces)).isEqualTo(Piece.By.ITSELF);
    String error = "{\n  \"error\": {\"message\": \"no\", \"code\": \"insufficient_quota\"}\n}";
    assertThat(failure(raw(type, error, 11)).kind()).isEqualTo(Kind.OUT_OF_MONEY);
    assertThat(failure(raw(type, "[" + error + "]", 11)).kind()).isEqualTo(Kind.OUT_OF_MONEY);
    assertThat(text(raw(type, "data: " + delta("events") + "\n\n" + "data: [DONE]\n\n", 3)))
        .isEqualTo("events");
    assertThat(text(raw(type, delta("lines") + "\n" + finish("stop") + "\n", 3)))
        .isEqualTo("lines");
  }

  @Test
  void fiveThousandChunksAtOnceAreRead() {
    String[] events = new String[5_001];
    Arrays.fill(events, delta("0123456789"));
    events[5_000] = finish("stop");
    server.next(Script.raw(STREAM, "data: " + String.join("\n\ndata: ", events) + "\n\n", 100_000));
    assertThat(text(read(account().open(prompt("q"))))).hasSize(50_000);
  }

  @Test
  void aLargeEventIsRead() {
    String large = "x".repeat(100_000);
    List<Piece> pieces =
        raw(STREAM, "data: " + delta(large) + "\n\ndata: " + finish("stop") + "\n\n", 9_000);
    assertThat(text(pieces)).isEqualTo(large);
    assertThat(by(pieces)).isEqualTo(Piece.By.ITSELF);
  }

  @Test
  void anErrorInTheMiddleIsOne() {
    String error = "{\"error\":{\"message\":\"slow down\",\"code\":429}}";
    List<Piece> pieces = stream(delta("half"), error, "[DONE]");
    assertThat(text(pieces)).isEqualTo("half");
    assertThat(failure(pieces).kind()).isEqualTo(Kind.BUSY);
  }

  @Test
  void aPageIsNoAnswerThatBrokeOff() {
    String page = "<!doctype html>\n<html>\n<body>\n<h1>Sorry</h1>\n</body>\n</html>\n";
    assertThat(failure(raw("text/html", page, 10)).kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure(raw(STREAM, "", 1)).kind()).isEqualTo(Kind.UNAVAILABLE);
  }
}
