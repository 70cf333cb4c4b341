package io.switchboard.answer.shown;

import io.switchboard.chat.Destination;
import io.switchboard.chat.MessageId;
import io.switchboard.chat.PlaceId;
import io.switchboard.chat.message.Delivery;
import io.switchboard.chat.message.Messenger;
import io.switchboard.chat.message.Rate;
import io.switchboard.chat.message.Reply;
import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.GrowingMarkdown;
import io.switchboard.markup.Markdown;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an answer of 32 KB costs: from the beginning, and for each edit while it is streamed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class Rendering {
  private static final int LENGTH = 32_000;
  private static final int STEP = 12;
  private static final String SECTION =
      """
      ## What it is

      A paragraph with *emphasis*, **strong words**, `code`, a [link](https://example.org/a?b=c) and
      a formula $x^2 + y^2$; then some more words, so that it is about as long as paragraphs are.

      - one thing
      - another thing, of which there is more to say
        1. first
        2. second

      | Name | Size | Number |
      |:-----|:----:|-------:|
      | a `x` | **b** | 10 |
      | c | d | 3 |

      > What somebody said about it.

      ```python
      def f(x):
          return "some code" + x
      ```

      $$
      \\int_0^1 x^2 \\, dx = \\frac{1}{3}
      $$

      """;

  /** The forms in which answers are sent. */
  public enum Form {
    /** Discord's Markdown. */
    DISCORD(
        whole -> Cut.into(whole, DiscordMarkdown::size, DiscordMarkdown.BOUND),
        DiscordMarkdown::of),
    /** Telegram's plain messages. */
    TELEGRAM_HTML(
        whole -> Cut.into(whole, part -> TelegramHtml.of(part).length(), TelegramHtml.LONGEST),
        part -> TelegramHtml.of(part).html()),
    /** Telegram's rich messages. */
    TELEGRAM_RICH(whole -> Cut.into(whole, TelegramRich::fullness, 1_000), TelegramRich::html);

    private final Function<Document, List<Document>> cut;
    private final Function<Document, String> render;

    Form(Function<Document, List<Document>> cut, Function<Document, String> render) {
      this.cut = cut;
      this.render = render;
    }
  }

  @Param public Form form;

  private String text = "";
  private int length;
  private GrowingMarkdown reader = new GrowingMarkdown();
  private GrowingParts parts = new GrowingParts(new Cutting(Form.DISCORD));

  /** An answer of which the second half is still to come. */
  @Setup
  public void begin() {
    text = SECTION.repeat(LENGTH / SECTION.length() + 1).substring(0, LENGTH);
    again();
  }

  private void again() {
    length = LENGTH / 2;
    reader = new GrowingMarkdown();
    parts = new GrowingParts(new Cutting(form));
  }

  /** Parse, cut and render all of it. */
  @Benchmark
  public int fromTheBeginning() {
    int characters = 0;
    for (Document part : form.cut.apply(Markdown.parse(text))) {
      characters += form.render.apply(part).length();
    }
    return characters;
  }

  /** Parse, cut and render what a few more words need, in the second half. */
  @Benchmark
  public String streamingEdit() {
    length += STEP;
    if (length > LENGTH) {
      again();
    }
    List<Document> now = parts.of(reader.parse(text.substring(0, length)));
    return form.render.apply(now.getLast());
  }

  private record Cutting(Form form) implements Messenger {
    @Override
    public String platform() {
      return "bench";
    }

    @Override
    public List<Document> cut(Document whole) {
      return form.cut.apply(whole);
    }

    @Override
    public Delivery send(Destination to, Reply reply, String nonce) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Delivery edit(MessageId message, Reply reply) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Delivery delete(MessageId message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void typing(PlaceId place) {}

    @Override
    public List<Rate> rates(PlaceId place) {
      return List.of();
    }
  }
}
