package io.switchboard.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.fake.discord.client.Screen;
import io.switchboard.fake.telegram.Visible;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.PlainText;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts made of nothing but signs that act somewhere: as plain words, as Markdown, and as any
 * running text that a tree can hold. What is seen is what was meant, and nothing looks like
 * something that it is not.
 */
class HostileTest {
  private static final int MANY = Integer.getInteger("hostile.many", 4000);
  private static final long SEED = Long.getLong("hostile.seed", 20261121);

  private static final List<String> SIGNS =
      List.of(
          "*",
          "**",
          "***",
          "_",
          "__",
          "~",
          "~~",
          "`",
          "``",
          "```",
          "|",
          "||",
          "[",
          "]",
          "(",
          ")",
          "](",
          "<",
          ">",
          ">>> ",
          "> ",
          "#",
          "# ",
          "-# ",
          "- ",
          "1. ",
          "\\",
          "!",
          "@",
          "@everyone",
          "<@1>",
          "<#1>",
          "<t:1:R>",
          "</a:1>",
          "<:a:1>",
          ":smile:",
          ":+1:",
          ":",
          "http://a.bc",
          "https://x.yz/q_r",
          "http://",
          "www.a.bc",
          "a@b.cd",
          "<a@b.cd>",
          "<+12>",
          "&",
          "&lt;",
          "&#60;",
          "<b>",
          "</b>",
          "<br>",
          "$",
          "$$",
          "^",
          "[^1]",
          "/",
          ".",
          ",",
          "。",
          "）",
          "—",
          "\u00a0",
          "\u3000",
          "\u200b",
          "é",
          "中",
          "x",
          "y z",
          "1",
          "7",
          " ",
          " ",
          "\n",
          "\n\n",
          "    ",
          "~~~");

  private static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      text.append(SIGNS.get(random.nextInt(SIGNS.size())));
    }
    return text.toString();
  }

  private static String exact(String text) {
    return text.replaceAll("[\\s\\p{Z}\\u200b]+", "");
  }

  /** Calls and addresses are shown as such by name; all else is seen sign by sign. */
  @Test
  void plainWordsAreSeenAsTheyAreOnDiscord() {
    wrong(
        random -> {
          String text = text(random, 10);
          String sent = DiscordMarkdown.of(Document.plain(text));
          StringBuilder seen = new StringBuilder();
          Set<Screen.Kind> kinds = EnumSet.noneOf(Screen.Kind.class);
          for (Screen.Seen one : Screen.seen(sent)) {
            seen.append(one.sign());
            kinds.addAll(one.kinds());
          }
          kinds.remove(Screen.Kind.URL);
          kinds.remove(Screen.Kind.AUTOLINK);
          boolean same =
              encoded(exact(seen.toString())).equals(encoded(exact(text)))
                  && kinds.isEmpty()
                  && Screen.acting(sent).isEmpty();
          return same ? "" : told(text, sent, seen.toString()) + kinds + Screen.acting(sent);
        });
  }

  @Test
  void plainWordsAreSeenAsTheyAreOnTelegram() {
    wrong(
        random -> {
          String text = text(random, 10);
          Document document = Document.plain(text);
          String sent = TelegramHtml.of(document).html();
          String rich = TelegramRich.html(document);
          boolean same =
              exact(text).isEmpty()
                  || (exact(Visible.of(sent)).equals(exact(text))
                      && exact(Visible.ofRich(rich)).equals(exact(text)));
          return same ? "" : told(text, sent, Visible.of(sent));
        });
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void markdown(Platform platform) {
    wrong(random -> read(platform, Markdown.parse(text(random, 14))));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void runningText(Platform platform) {
    wrong(
        random ->
            read(
                platform,
                new Document(List.of(new Block.Paragraph(inlines(random, 0, text -> text))))));
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void addressesBesideEverything(Platform platform) {
    List<String> beside =
        List.of(
            "http://a.bc",
            "http://a.bc/d",
            "*",
            "**",
            "~~",
            "`",
            "`z`",
            "(",
            ")",
            "。",
            "，",
            "）",
            "x",
            "中",
            "é",
            " ",
            ".",
            ",",
            "_",
            "<",
            ">",
            "[",
            "]",
            "](http://u.vw)",
            "|",
            "\n",
            "\"",
            "'",
            "1",
            "&",
            "$",
            "\\",
            "http://",
            "https://k.lm?a=b&c=d#e_f");
    wrong(
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(7) + 2; i > 0; i--) {
            text.append(beside.get(random.nextInt(beside.size())));
          }
          return read(platform, Markdown.parse(text.toString()));
        });
  }

  private static List<Inline> inlines(Random random, int depth, Function<String, String> words) {
    List<Inline> all = new ArrayList<>();
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      all.add(inline(random, depth, words));
    }
    return all;
  }

  private static Inline inline(Random random, int depth, Function<String, String> words) {
    return switch (random.nextInt(depth > 3 ? 4 : 9)) {
      case 0, 1, 2 -> new Inline.Text(words.apply(text(random, 3)));
      case 3 -> new Inline.Code(text(random, 3));
      case 4 -> new Inline.Emphasis(inlines(random, depth + 1, words));
      case 5 -> new Inline.Strong(inlines(random, depth + 1, words));
      case 6 -> new Inline.Strike(inlines(random, depth + 1, words));
      case 7 -> link(inlines(random, 9, words));
      default -> new Inline.SoftBreak();
    };
  }

  private static Inline link(List<Inline> label) {
    boolean seen = !Meaning.letters(PlainText.of(label)).isEmpty();
    return new Inline.Link("https://e.org/a", seen ? label : List.of());
  }

  private static String read(Platform platform, Document document) {
    try {
      String difference = platform.difference(document);
      return difference;
    } catch (RuntimeException refused) {
      return "refused: " + refused + "\n" + document;
    }
  }

  private static String told(String meant, String sent, String seen) {
    return "--- meant\n" + meant + "\n--- sent\n" + sent + "\n--- seen\n" + seen + "\n";
  }

  private static String encoded(String text) {
    return text.replace("*", "%2A").replace("`", "%60").replace("|", "%7C").replace("~~", "%7E%7E");
  }

  private static void wrong(Function<Random, String> one) {
    Random random = new Random(SEED);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String difference = one.apply(random);
      if (!difference.isEmpty()) {
        wrong.add(difference);
      }
    }
    wrong.sort(Comparator.comparingInt(String::length));
    assertThat(wrong.stream().limit(12)).as(wrong.size() + " of " + MANY).isEmpty();
  }
}
