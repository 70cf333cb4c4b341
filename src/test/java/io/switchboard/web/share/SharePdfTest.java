package io.switchboard.web.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.picture.SystemFonts;
import io.switchboard.share.SharedCopy.SharedTurn;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharePdfTest {
  @BeforeAll
  static void fonts() {
    SystemFonts.assumeThere();
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final Shelf shelf = new Shelf(0);

  @AfterEach
  void stop() {
    shelf.close();
    client.close();
  }

  @Test
  void aShareIsAPdf() throws Exception {
    shelf.with("t", "电话 전화", "Ada", false, new SharedTurn("What?\nAnd <b>?", Rich.TEXT));
    assertThat(new String(get("/s/t").body(), StandardCharsets.UTF_8))
        .contains("<a href=\"/s/t.pdf\" download>PDF</a>");
    HttpResponse<byte[]> file = get("/s/t.pdf");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"share.pdf\"; filename*=UTF-8''%E7%94%B5");
    HttpResponse<byte[]> markdown = get("/s/t.md");
    for (String header : new String[] {"Cache-Control", "X-Robots-Tag", "Referrer-Policy"}) {
      assertThat(file.headers().firstValue(header))
          .as(header)
          .isPresent()
          .isEqualTo(markdown.headers().firstValue(header));
    }
    try (PDDocument pdf = Loader.loadPDF(file.body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("电话 전화", "What?", "And <b>?", "How a call went");
    }
  }

  @Test
  void aDraftIsItsOwnersPdfToo() throws Exception {
    shelf.with("d", "Title", null, true, new SharedTurn("What?", "<think>no</think>That."));
    try (PDDocument pdf = Loader.loadPDF(get("/s/d.pdf").body())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("That.").doesNotContain("no");
    }
  }

  @Test
  void whereThereIsNoneAPageSaysWhy() throws Exception {
    shelf.with("a", "Title", null, false, new SharedTurn("What?", "لوحة التبديل تصل خطًا بآخر"));
    HttpResponse<byte[]> page = get("/s/a.pdf");
    assertThat(page.statusCode()).isEqualTo(501);
    assertThat(new String(page.body(), StandardCharsets.UTF_8))
        .contains("There is no PDF of this", "no fonts for this writing");
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(shelf.at(path)).header("Accept-Language", "en").build(),
        BodyHandlers.ofByteArray());
  }
}
