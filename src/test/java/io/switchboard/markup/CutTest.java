package io.switchboard.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.commonmark.testutil.example.Example;
import org.junit.jupiter.api.Test;

/** Whole answers in as few parts as possible, cut where it hurts least. */
class CutTest {
  private static final ToIntFunction<Document> PLAIN = d -> PlainText.of(d).length();
  private static final ToIntFunction<Document> HTML = d -> Html.of(d).length();
  private static final List<String> EXAMPLES =
      Samples.examples().stream().map(Example::getSource).toList();

  private static List<String> plain(String markdown, int bound) {
    return Cut.into(Markdown.parse(markdown), PLAIN, bound).stream().map(PlainText::of).toList();
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
  }

  @Property(tries = 300)
  void partsFitAndGiveBackTheText(
      @ForAll("documents") Document document, @ForAll @IntRange(min = 200, max = 900) int bound) {
    List<Document> parts = Cut.into(document, PLAIN, bound);
    assertThat(parts).allMatch(part -> PLAIN.applyAsInt(part) <= bound);
    assertThat(parts.stream().map(Samples::letters).collect(Collectors.joining()))
        .isEqualTo(Samples.letters(document));
  }

  @Property(tries = 100)
  void otherMeasuresOfSizeToo(
      @ForAll("documents") Document document, @ForAll @IntRange(min = 500, max = 2000) int bound) {
    List<Document> parts = Cut.into(document, HTML, bound);
    assertThat(parts.stream().map(Samples::letters).collect(Collectors.joining()))
        .isEqualTo(Samples.letters(document));
    assertThat(parts).allMatch(part -> HTML.applyAsInt(part) <= bound);
  }

  @Property(tries = 200)
  void endsEvenWithTheSmallestBounds(
      @ForAll("documents") Document document, @ForAll @IntRange(min = 1, max = 12) int bound) {
    List<Document> parts = Cut.into(document, PLAIN, bound);
    Set<String> clusters = new HashSet<>(clusters(PlainText.of(document)));
    for (Document part : parts) {
      if (PLAIN.applyAsInt(part) > bound) {
        List<String> all = clusters(Samples.letters(part));
        assertThat(all.size()).as(PlainText.of(part)).isLessThanOrEqualTo(1);
        assertThat(clusters).containsAll(all);
      }
    }
  }

  @Provide
  Arbitrary<Document> documents() {
    return Arbitraries.randomValue(CutTest::document);
  }

  private static Document document(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(
          random.nextInt(4) == 0 ? Samples.RICH : EXAMPLES.get(random.nextInt(EXAMPLES.size())));
      text.append("\n\n")
          .append(random.nextBoolean() ? words(random.nextInt(200)) : "")
          .append("\n\n");
    }
    return Markdown.parse(text.toString());
  }

  private static List<String> clusters(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> clusters = new ArrayList<>();
    for (int from = breaks.first(), to = breaks.next();
        to != BreakIterator.DONE;
        to = breaks.next()) {
      clusters.add(text.substring(from, to));
      from = to;
    }
    return clusters;
  }

  @Test
  void whatFitsStaysWhole() {
    Document document = Markdown.parse(Samples.RICH);
    assertThat(Cut.into(document, PLAIN, 10_000)).containsExactly(document);
  }

  @Test
  void betweenBlocks() {
    assertThat(plain("aaaa bbbb\n\ncccc dddd eeee\n\nffff", 20))
        .containsExactly("aaaa bbbb\n\ncccc dddd", "eeee\n\nffff");
    assertThat(plain("aaaa bbbb cccc\n\ndddd eeee", 18))
        .containsExactly("aaaa bbbb cccc", "dddd eeee");
  }

  @Test
  void asFewAsPossible() {
    // Three blocks of 250 fit two parts of 400 only if the middle one is cut.
    String block = words(80).substring(0, 250).strip();
    assertThat(plain(block + "\n\n" + block + "\n\n" + block, 400)).hasSize(2);
    assertThat(plain(words(5_000), 1_000))
        .hasSize((int) Math.ceil(words(5_000).length() / 1_000.0));
  }

  @Test
  void behindSentencesElseWords() {
    assertThat(plain("One is here. Two is there. Three is gone.", 30))
        .containsExactly("One is here. Two is there.", "Three is gone.");
    assertThat(plain("one two three four", 9)).containsExactly("one two", "three", "four");
    assertThat(plain("这是第一句话。这是第二句话。这是第三句。", 14)).containsExactly("这是第一句话。这是第二句话。", "这是第三句。");
  }

  @Test
  void neverWithinAGraphemeCluster() {
    String family = "👩‍👩‍👧‍👦";
    assertThat(plain(family.repeat(5), family.length() * 2 + 3))
        .containsExactly(family.repeat(2), family.repeat(2), family);
    assertThat(plain(family.repeat(2), 3)).containsExactly(family, family);
    assertThat(plain("e\u0301".repeat(4), 3)).hasSize(4).containsOnly("e\u0301");
  }

  @Test
  void codeGoesOnInItsLanguage() {
    String code =
        IntStream.range(0, 20).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    List<Document> parts = Cut.into(Markdown.parse("```java\n" + code + "\n```"), PLAIN, 50);
    assertThat(parts.size()).isGreaterThan(2);
    assertThat(parts)
        .allMatch(
            p -> p.blocks().getFirst() instanceof Block.Code(String l, var c) && l.equals("java"));
    assertThat(parts.stream().map(PlainText::of).collect(Collectors.joining("\n"))).isEqualTo(code);
  }

  @Test
  void numbersGoOnCounting() {
    assertThat(plain("8. aaaa\n9. bbbb\n10. cccc\n11. dddd", 15))
        .containsExactly("8. aaaa\n9. bbbb", "10. cccc", "11. dddd");
  }

  @Test
  void whatGoesOnOfAnItemHasNoSignOfItsOwn() {
    assertThat(plain("1. aaaa bbbb cccc dddd\n2. eeee\n3. ffff", 12))
        .containsExactly("1. aaaa bbbb", "cccc dddd", "2. eeee", "3. ffff");
    assertThat(plain("7. aaaa bbbb cccc dddd\n8. eeee\n9. ffff", 20))
        .containsExactly("7. aaaa bbbb cccc", "dddd\n\n8. eeee", "9. ffff");
    assertThat(plain("- aaaa bbbb cccc\n  - dddd eeee\n- ffff", 11))
        .containsExactly("• aaaa bbbb", "cccc", "• dddd eeee", "• ffff");
  }

  @Test
  void aTablesHeadIsRepeated() {
    List<Document> parts = Cut.into(Markdown.parse("|a|b|\n|-|-|\n|1|2|\n|3|4|\n|5|6|"), PLAIN, 17);
    assertThat(parts).hasSize(3);
    assertThat(parts)
        .allMatch(p -> p.blocks().getFirst() instanceof Block.Table t && t.head().size() == 2);
  }

  @Test
  void wrappersStayAround() {
    List<Document> parts = Cut.into(Markdown.parse("> - **aaaa bbbb cccc**"), PLAIN, 10);
    assertThat(parts).hasSize(3);
    assertThat(parts.get(1).blocks()).isEqualTo(Markdown.parse("> **bbbb**").blocks());
  }

  @Test
  void aHeadingStaysWithItsText() {
    assertThat(plain("aaaa bbbb cccc\n\n# Head\n\n" + "dddd eeee ffff", 24).getFirst())
        .doesNotContain("Head");
  }

  @Test
  void whatWouldFillEveryPartIsTextOnce() {
    String url = "https://example.org/" + "x".repeat(300);
    Document document = Markdown.parse("[" + words(100) + "](" + url + ")");
    assertThat(Cut.into(document, HTML, 400).size()).isLessThan(6);
    String table = "|" + words(100) + "|b|\n|-|-|\n|1|2|\n|3|4|\n";
    assertThat(Cut.into(Markdown.parse(table), PLAIN, 100))
        .allMatch(p -> PLAIN.applyAsInt(p) <= 100);
  }

  @Test
  void asksForFewSizes() {
    AtomicInteger asked = new AtomicInteger();
    List<Document> parts =
        Cut.into(
            Markdown.parse(Samples.rich(32_000)),
            d -> {
              asked.incrementAndGet();
              return PLAIN.applyAsInt(d);
            },
            2_000);
    System.out.println(parts.size() + " parts, " + asked + " sizes");
    assertThat(asked.get()).isLessThan(parts.size() * 30);
  }
}
