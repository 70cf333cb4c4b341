package io.switchboard.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A numbered list over several messages: each number once, in its order, and every word once. */
class ListsOverMessagesTest {
  private static final Pattern NUMBER = Pattern.compile("(?m)^ *(\\d+)\\. ");
  private static final Pattern WORD = Pattern.compile("w\\d+x\\d+");

  @Property(tries = 100)
  void onDiscord(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 60) Integer> items,
      @ForAll @IntRange(min = 30, max = 200) int bound) {
    holds(items, bound, DiscordMarkdown::of);
  }

  @Property(tries = 100)
  void onTelegram(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 60) Integer> items,
      @ForAll @IntRange(min = 30, max = 200) int bound) {
    holds(items, bound, part -> TelegramHtml.of(part).html());
  }

  @Property(tries = 100)
  void inRichMessages(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 60) Integer> items,
      @ForAll @IntRange(min = 120, max = 300) int bound) {
    List<Document> parts = Cut.into(list(items), part -> TelegramRich.html(part).length(), bound);
    String shown = parts.stream().map(TelegramRich::html).collect(Collectors.joining("\n"));
    assertThat(Pattern.compile("<li>").matcher(shown).results()).hasSize(items.size());
    assertThat(found(WORD, shown)).isEqualTo(words(items));
  }

  private static void holds(List<Integer> items, int bound, Function<Document, String> render) {
    List<Document> parts = Cut.into(list(items), part -> render.apply(part).length(), bound);
    String shown = parts.stream().map(render).collect(Collectors.joining("\n"));
    assertThat(found(NUMBER, shown))
        .isEqualTo(IntStream.rangeClosed(1, items.size()).mapToObj(String::valueOf).toList());
    assertThat(found(WORD, shown)).isEqualTo(words(items));
  }

  private static List<String> words(List<Integer> items) {
    return IntStream.range(0, items.size())
        .boxed()
        .flatMap(i -> IntStream.range(0, items.get(i)).mapToObj(w -> "w" + i + "x" + w))
        .toList();
  }

  /** With paragraphs in the long ones. */
  private static Document list(List<Integer> items) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      text.append(i + 1).append(".");
      for (int w = 0; w < items.get(i); w++) {
        text.append(w % 25 == 24 ? "\n\n   " : " ").append("w" + i + "x" + w);
      }
      text.append("\n");
    }
    return Markdown.parse(text.toString());
  }

  private static List<String> found(Pattern what, String text) {
    return what.matcher(text)
        .results()
        .map((MatchResult found) -> found.groupCount() > 0 ? found.group(1) : found.group())
        .toList();
  }
}
