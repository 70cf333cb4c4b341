package io.switchboard.conformity;

import io.switchboard.discord.markdown.DiscordMarkdown;
import io.switchboard.fake.discord.client.Screen;
import io.switchboard.fake.telegram.Visible;
import io.switchboard.markup.Cut;
import io.switchboard.markup.Document;
import io.switchboard.markup.GrowingMarkdown;
import io.switchboard.markup.Markdown;
import io.switchboard.markup.drawn.FormulaText;
import io.switchboard.telegram.render.TelegramHtml;
import io.switchboard.telegram.render.TelegramRich;
import io.switchboard.telegram.render.WebAddress;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Each form in which an answer is shown, with who reads it there. */
enum Platform {
  DISCORD(
      whole -> Cut.into(whole, DiscordMarkdown::size, DiscordMarkdown.BOUND),
      DiscordMarkdown::of,
      Platform::onDiscord),
  TELEGRAM_HTML(
      whole -> Cut.into(whole, part -> TelegramHtml.of(part).length(), TelegramHtml.LONGEST),
      part -> TelegramHtml.of(part).html(),
      Visible::of),
  TELEGRAM_RICH(
      whole -> Cut.into(whole, TelegramRich::fullness, 1_000), TelegramRich::html, Visible::ofRich);

  private final Function<Document, List<Document>> cut;
  private final Function<Document, String> render;
  private final UnaryOperator<String> read;

  Platform(
      Function<Document, List<Document>> cut,
      Function<Document, String> render,
      UnaryOperator<String> read) {
    this.cut = cut;
    this.render = render;
    this.read = read;
  }

  /** About how many characters fit a message. */
  int bound() {
    return switch (this) {
      case DISCORD -> DiscordMarkdown.BOUND;
      case TELEGRAM_HTML -> TelegramHtml.LONGEST;
      case TELEGRAM_RICH -> 32_768;
    };
  }

  /** In how many messages it is shown. */
  int messages(String markdown) {
    return parts(Markdown.parse(markdown)).size();
  }

  /** What each message shows. */
  List<Document> parts(Document document) {
    return cut.apply(document);
  }

  private static String onDiscord(String content) {
    if (content.length() > DiscordMarkdown.BOUND) {
      throw new IllegalArgumentException("too long: " + content.length());
    }
    List<String> acting = Screen.acting(content);
    if (!acting.isEmpty()) {
      throw new IllegalArgumentException("acts: " + acting + " in " + content);
    }
    return Screen.text(content);
  }

  /**
   * What is read otherwise than meant; empty if all is well.
   *
   * @throws RuntimeException if the platform refuses it
   */
  String difference(String markdown) {
    return difference(Markdown.parse(markdown));
  }

  /** The same of a text whose rest is still to come. */
  String differenceWhileGrowing(String beginning) {
    return difference(new GrowingMarkdown().parse(beginning));
  }

  String difference(Document document) {
    StringBuilder shown = new StringBuilder();
    StringBuilder sent = new StringBuilder();
    for (Document part : cut.apply(document)) {
      String rendered = render.apply(part);
      if (!rendered.isBlank()) {
        sent.append(rendered).append('\n');
        shown.append(read.apply(rendered)).append('\n');
      }
    }
    String meant = Meaning.of(document, this::besideLink, this::formula, this::nameless);
    String letters = Meaning.letters(shown.toString());
    if (this == DISCORD) {
      meant = encoded(meant);
      letters = encoded(letters);
    }
    if (letters.equals(meant)
        || Meaning.hasTable(document.blocks()) && sameLetters(letters, meant)) {
      return "";
    }
    return "--- meant\n" + meant + "\n--- shown\n" + letters + "\n--- sent\n" + sent;
  }

  /** Signs that would act are encoded in addresses, which are the same addresses then. */
  private static String encoded(String text) {
    return text.replace("%7C", "")
        .replace("*", "%2A")
        .replace("`", "%60")
        .replace("~", "%7E")
        .replace("\\", "%5C");
  }

  /** Rows may become fields, which tell their heads again. */
  private static boolean sameLetters(String shown, String meant) {
    return meant.chars().distinct().allMatch(c -> shown.indexOf(c) >= 0);
  }

  private String besideLink(String url, String label) {
    boolean web = WebAddress.isWeb(url);
    if (this == DISCORD) {
      boolean mail = url.startsWith("mailto:") && !label.contains("@");
      if (web && label.contains("://") && !label.equals(url)) {
        return " (" + url + ")";
      }
      return mail ? " (" + url.substring(7) + ")" : "";
    }
    return web && !WebAddress.isPublic(url) && !label.equals(url) ? " (" + url + ")" : "";
  }

  private String nameless(String url) {
    return this == DISCORD && !WebAddress.isWeb(url) ? "" : url;
  }

  private String formula(String latex) {
    return switch (this) {
      case TELEGRAM_RICH -> latex.replace("<", "\\lt ").replace(">", "\\gt ");
      case TELEGRAM_HTML -> FormulaText.of(latex).orElse(latex);
      case DISCORD -> latex;
    };
  }
}
