package io.switchboard.markup.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.markup.Document;
import io.switchboard.markup.Markdown;
import io.switchboard.picture.SystemFonts;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
  @BeforeAll
  static void fonts() {
    SystemFonts.assumeThere();
  }

  @TempDir private Path folder;

  @Test
  void everythingIsReadable() throws IOException {
    String text =
        """
        # 电话总机 전화 교환기

        一台**总机**把线路*连接*起来。이 문장은 **한국어**예요. \uE000 `x < 3 && y`

        1. one
           - inner
             - third & last
        2. two

        > A quote

        | Name | 数量 |
        |---|--:|
        | 전화 | 42 |

        ```java
        if (a < b) {
        \treturn "中文";
        }
        ```

        $$\\frac{a}{b}$$

        [a link](https://example.org/?a=1&b='2') ~~gone~~
        """;
    byte[] file = made(text);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("总机 <&> 교환기");
      // To look at.
      ImageIO.write(
          new PDFRenderer(pdf).renderImageWithDPI(0, 90), "png", new File("target/pdf.png"));
    }
    assertThat(read(file))
        .contains("电话总机 전화 교환기", "一台总机把线路连接起来。", "이 문장은 한국어예요. [U+E000]", "x < 3 && y")
        .contains("1.  one", "inner", "third & last", "A quote", "Name 数量", "전화 42")
        .contains("if (a < b) {", "    return \"中文\";", "a link", "gone")
        .doesNotContain("frac");
    assertThat(file.length).isLessThan(200_000);
  }

  @Test
  void formulasArePicturesOnTheirLines() throws IOException {
    byte[] file =
        made(
            """
            # The root $\\sqrt{2}$

            So $a^2 + b^2 = c^2$ holds, and $\\frac{a}{b} < \\int_0^1 x\\,dx$ and $'x' \\& y$ too.

            $$x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$$

            - In a list:

              $$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$

            | Name | Formula |
            |---|---|
            | energy | $E = mc^2$ |

            $$1 %s$$

            Not understood: $\\unknown{x}$, 答案是 $\\text{面积} = \\pi r^2$。
            """
                .formatted("+ x_1".repeat(24)));
    try (PDDocument pdf = Loader.loadPDF(file)) {
      int pictures = 0;
      for (var page : pdf.getPages()) {
        for (var name : page.getResources().getXObjectNames()) {
          pictures += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
      assertThat(pictures).isEqualTo(9);
      ImageIO.write(
          new PDFRenderer(pdf).renderImageWithDPI(0, 110),
          "png",
          new File("target/pdf-formulas.png"));
    }
    assertThat(read(file))
        .contains("The root", "holds, and", "\\unknown{x}", "答案是")
        .doesNotContain("sqrt", "frac", "pmatrix", "mc^2", "formula:");
    assertThat(file.length).isLessThan(300_000);
  }

  @Test
  void pictureDataAreNoLettersOfTheDocument() {
    String some = "$x^2 + y^2$ ".repeat(5);
    assertThat(Pdf.of(Markdown.parse("ما هي لوحة التبديل؟ " + some), "t", Locale.ENGLISH))
        .isInstanceOf(Pdf.Made.NoLetters.class);
  }

  @Test
  void writingThatCannotBeLaidOutIsNotShownWrongly() {
    assertThat(Pdf.of(Markdown.parse("ما هي لوحة التبديل؟"), "t", Locale.ENGLISH))
        .isInstanceOf(Pdf.Made.NoLetters.class);
  }

  @Test
  void nothingIsFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    AtomicInteger asked = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try {
      String there = "http://127.0.0.1:" + server.getAddress().getPort();
      String markdown = "![p](%s/a.png) [l](%s/b) <img src=\"%s/c\"> x ![f](%s)";
      made(markdown.formatted(there, there, there, secret.toUri()));
      String hostile =
          """
          <html><head><link rel="stylesheet" href="%1$s/a.css"/>
          <style>@import url(%1$s/b.css);@font-face{font-family:f;src:url(%1$s/f.ttf)}
          body{background:url(%1$s/c.png);}</style></head><body><p style="font-family:text">here</p><p style="font-family:f">x</p>
          <img src="%1$s/d.png"/><img src="%2$s"/><object data="%1$s/e"></object>
          <iframe src="%2$s"></iframe><a href="%2$s" download="x">a</a></body></html>
          """
              .formatted(there, secret.toUri());
      byte[] pdf = Pdf.render(hostile, Script.of(hostile, Locale.ENGLISH));
      assertThat(read(pdf)).contains("here").doesNotContain("the secret");
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getDocumentCatalog().getNames()).isNull();
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void sizeAndTimeAreBounded() {
    assertThat(Pdf.of(Document.plain("x".repeat(Pdf.LONGEST)), "t", Locale.ENGLISH))
        .isInstanceOf(Pdf.Made.TooLong.class);
    for (String piece :
        new String[] {
          "$a_1$ ",
          "$$\\frac{a}{b}$$\n\n",
          "中文文字。",
          "a ",
          "|a|b|c|\n|-|-|-|\n|1|2|3|\n\n",
          "> - > - x\n\n",
          "x"
        }) {
      Document document = Markdown.parse(piece.repeat(60_000 / piece.length()));
      Assertions.assertTimeoutPreemptively(
          Duration.ofMinutes(5), () -> Pdf.of(document, "t", Locale.ENGLISH));
    }
  }

  private static byte[] made(String markdown) {
    Pdf.Made made = Pdf.of(Markdown.parse(markdown), "总机 <&> 교환기", Locale.ENGLISH);
    assertThat(made).isInstanceOf(Pdf.Made.File.class);
    return ((Pdf.Made.File) made).bytes();
  }

  private static String read(byte[] file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(pdf);
    }
  }
}
