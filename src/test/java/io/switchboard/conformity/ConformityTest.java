package io.switchboard.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All examples of the CommonMark and GFM specifications, any beginning of them (which is what
 * streaming sends), and what a fuzzer cuts and glues of them, in as many parts as it takes: taken
 * by the platform's strict reader, and read there as it was meant, so that the parts together give
 * back the text. Prints the figures.
 */
class ConformityTest {
  private static final int GLUED = Integer.getInteger("conformity.glued", 1500);

  private static final List<String> EXAMPLES =
      Stream.of(TestResources.getSpec(), TestResources.getGfmSpec())
          .flatMap(spec -> ExampleReader.readExamples(spec).stream())
          .map(Example::getSource)
          .toList();

  /** What models write that is in no specification. */
  private static final List<String> MODELS =
      List.of(
          "<think>Let me *think*",
          "</think>",
          "So \\(a_b * c\\) and \\[ E = mc^2 \\] and $x_1 < y$ and $$\\frac{a}{b}$$ for $5 and"
              + " $10.",
          "a footnote[^1]\n\n[^1]: The *note*.\n",
          "<details><summary>More</summary>\n\nInside\n\n</details>",
          "@everyone <@123> :smile: <t:1:R> #general </ask:5> ||spoiler|| -# small",
          "| a | b |\n|---|:-:|\n| 1 | `x|y` |\n",
          "```python\nprint('```')\n",
          "中文**加粗**，한국어 👩‍👩‍👧‍👦 é",
          "1. one\n   - two\n     > three\n\n     ```\n     four\n     ```\n",
          "__init__ and snake_case and 2*3*4 and ~5 and C:\\path\\* [x](y)");

  @ParameterizedTest
  @EnumSource(Platform.class)
  void examplesBeginningsAndGlued(Platform platform) {
    Tally examples = new Tally(platform);
    EXAMPLES.forEach(examples::whole);
    MODELS.forEach(examples::whole);
    Tally beginnings = new Tally(platform);
    Tally growing = new Tally(platform);
    for (String example : Stream.concat(EXAMPLES.stream(), MODELS.stream()).toList()) {
      for (int i = 1; i < Math.min(400, example.length()); i++) {
        beginnings.whole(example.substring(0, i));
        growing.beginning(example.substring(0, i));
      }
    }
    Tally glued = new Tally(platform);
    long seed = Long.getLong("conformity.seed", 20260301);
    Random random = new Random(seed);
    for (int i = 0; i < GLUED; i++) {
      String text = glue(random);
      glued.whole(text);
      glued.whole(text.substring(0, random.nextInt(text.length() + 1)));
    }
    Tally inParts = new Tally(platform);
    for (int i = 0; i < GLUED / 50; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 3 * platform.bound()) {
        text.append(glue(random)).append(random.nextBoolean() ? "\n\n" : "");
      }
      // What is told again in each part (a fold's summary, a table's head) is another test's.
      String without = text.toString().replace("details", "detail");
      inParts.whole(i % 2 == 0 ? without : without.replace('|', '/'));
    }
    System.out.printf(
        "%s: examples %s; beginnings %s; while growing %s; cut and glued %s; in parts %s%n",
        platform, examples, beginnings, growing, glued, inParts);
    List<String> wrong = new ArrayList<>(examples.wrong);
    wrong.addAll(beginnings.wrong);
    wrong.addAll(growing.wrong);
    wrong.addAll(inParts.wrong);
    wrong.addAll(glued.wrong);
    assertThat(wrong.stream().limit(Integer.getInteger("conformity.shown", 12)))
        .as(wrong.size() + " in all")
        .isEmpty();
  }

  /** A text of pieces of examples. */
  static String glue(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      List<String> from = random.nextInt(4) == 0 ? MODELS : EXAMPLES;
      String example = from.get(random.nextInt(from.size()));
      int start = random.nextInt(example.length() + 1);
      text.append(example, start, start + random.nextInt(example.length() - start + 1));
    }
    return text.toString();
  }

  /** So many tried, refused, and read differently. */
  private static final class Tally {
    private final Platform platform;
    private final List<String> wrong = new ArrayList<>();
    private int tried;
    private int refused;
    private int different;

    Tally(Platform platform) {
      this.platform = platform;
    }

    void whole(String markdown) {
      read(markdown, platform::difference);
    }

    void beginning(String markdown) {
      read(markdown, platform::differenceWhileGrowing);
    }

    private void read(String markdown, UnaryOperator<String> reader) {
      tried++;
      try {
        String difference = reader.apply(markdown);
        if (!difference.isEmpty()) {
          different++;
          String told = "--- source\n" + markdown + "\n" + difference;
          wrong.add(told.replaceAll("[\\p{Cs}\\p{Cntrl}&&[^\n\t]]", "?"));
        }
      } catch (RuntimeException refusal) {
        refused++;
        wrong.add("--- refused: " + refusal + "\n" + markdown);
      }
    }

    @Override
    public String toString() {
      return "%d tried, %d refused, %d wrong".formatted(tried, refused, different);
    }
  }
}
