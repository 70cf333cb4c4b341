package io.switchboard.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.switchboard.conversation.export.Labels;
import io.switchboard.conversation.export.PrintOut;
import io.switchboard.conversation.export.Whole;
import io.switchboard.markup.PlainText;
import io.switchboard.markup.pdf.Pdf;
import io.switchboard.picture.emoji.ColourEmoji;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintOutTest {
  private static final Labels LABELS = new Labels("Question", "Answer", "Files:", "en");

  private static Whole whole() {
    return new Whole(
        "天空为什么是蓝色的？ 하늘은 왜 파란가요? 🌈",
        List.of(
            part(1, null, "Why?\n  (two lines, <b>no</b> *markup*)", "<think>hm</think>" + RICH),
            part(2, null, "a branch that is not shown", "hidden"),
            part(3, 1, "還有呢？ 👩‍👩‍👧 그리고?", "繁體中文：學習 简体中文：学习 한국어: 공부 日本語：勉強")),
        3);
  }

  private static final String RICH =
      """
      # 标题 제목

      Light is *scattered* by $\\lambda^{-4}$ :

      $$I \\propto \\frac{1}{\\lambda^4}$$

      ```java
      int 世界 = 1; // <b> 한국어 주석
      ```

      | 颜色 | nm | 색 |
      |---|---:|---|
      | 蓝 🔵 | 450 | 파랑 |
      | 红 🔴 | 700 | 빨강 |

      - [x] done ✅
      - ❤️ 1️⃣ 🇰🇷 👍🏽
      """;

  private static Whole.Part part(int number, Integer parent, String question, String answer) {
    return new Whole.Part(
        number,
        parent,
        null,
        number == 3 ? "Ben" : "",
        new Whole.Said(question, answer, true, Instant.parse("2026-03-01T12:00:00Z")),
        number == 1 ? List.of("猫.png") : List.of());
  }

  @Test
  void holdsThePathAsItWasTyped() {
    String text = PlainText.of(PrintOut.of(whole(), LABELS));
    assertThat(text)
        .contains("Why?", "<b>no</b> *markup*", "猫.png", "Ben", "2026-03-01 12:00 UTC")
        .doesNotContain("hidden", "hm");
  }

  /** What there is in the structure, and what is said of pictures. */
  private static List<String> readAloud(PDStructureNode node) {
    List<String> all = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement part) {
        String alternative = part.getAlternateDescription();
        all.add(part.getStructureType() + (alternative == null ? "" : " " + alternative));
        all.addAll(readAloud(part));
      }
    }
    return all;
  }

  private static Optional<BufferedImage> emoji(String cluster) {
    return ColourEmoji.ofSystem().flatMap(all -> all.of(cluster));
  }

  @Test
  void asAPdfItHasAllItsLetters() throws IOException {
    Pdf.Made made =
        Pdf.of(PrintOut.of(whole(), LABELS), whole().title(), Locale.ENGLISH, PrintOutTest::emoji);
    assumeTrue(made instanceof Pdf.Made.File, "this machine has no fonts for it");
    byte[] bytes = ((Pdf.Made.File) made).bytes();
    String kept = System.getProperty("pdf.look", "");
    if (!kept.isEmpty()) {
      Files.write(Path.of(kept), bytes);
    }
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("天空为什么是蓝色的", "하늘은 왜", "学习", "學習", "공부", "한국어 주석", "蓝", "빨강");
      List<String> read = readAloud(pdf.getDocumentCatalog().getStructureTreeRoot());
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).contains("天空为什么是蓝色的");
      assertThat(read)
          .containsSubsequence("H1", "H2", "BlockQuote", "H2", "H3", "P")
          .containsSubsequence("Table", "TH", "TD", "L", "LI")
          .contains("Figure \\lambda^{-4}", "Figure I \\propto \\frac{1}{\\lambda^4}")
          .noneMatch(one -> one.equals("Figure ") || one.equals("H4"));
      if (ColourEmoji.ofSystem().isPresent()) {
        assertThat(read).contains("Figure 🔵", "Figure 👍🏽", "Figure 👩‍👩‍👧");
        assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        assertThat(text).doesNotContain("[U+");
      }
    }
  }
}
