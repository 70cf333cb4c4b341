package io.switchboard.markup.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.switchboard.markup.Document;
import io.switchboard.markup.html.Fragment;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes PDFs. */
public final class Pdf {
  /** In characters of HTML. */
  static final int LONGEST = 400_000;

  private static final int WAIT_SECONDS = 10;
  private static final Logger log = LoggerFactory.getLogger(Pdf.class);
  private static final Semaphore ONE = new Semaphore(1, true);

  private static final String STYLE =
      """
      @page{size:A4;margin:20mm 18mm;@bottom-center{content:counter(page);font:9pt text}}
      body{font:10.5pt/1.55 text;color:#1a1a1a;word-wrap:break-word}
      h1,h2,h3,h4,h5,h6{line-height:1.25;page-break-after:avoid;margin:1em 0 .4em}
      h1{font-size:19pt}h2{font-size:14pt}h3{font-size:12.5pt}h4,h5,h6{font-size:11pt}
      p{margin:.5em 0}em{font-style:italic}del{text-decoration:line-through}
      pre{background:#f3f3f5;padding:8pt;white-space:pre-wrap;word-wrap:break-word;font:9pt/1.4 mono}
      code,.math{font-family:mono;font-size:.92em}pre code{font-size:9pt}
      div.math{display:block;margin:.6em 0;padding:4pt 8pt;background:#f3f3f5;white-space:pre-wrap}
      div.formula{margin:.7em 0;text-align:center;page-break-inside:avoid}
      table{border-collapse:collapse;margin:.6em 0;-fs-table-paginate:paginate}
      th,td{border:.6pt solid #999;padding:3pt 6pt;text-align:left;vertical-align:top}
      th{background:#f3f3f5}.left{text-align:left}.center{text-align:center}.right{text-align:right}
      blockquote{margin:.6em 0;padding-left:10pt;border-left:2pt solid #aaa;color:#444}
      details,summary,aside{display:block}summary{font-weight:bold}
      details{margin:.6em 0;padding-left:10pt;border-left:1pt solid #ccc}
      aside{font-size:9pt}ul,ol{margin:.4em 0;padding-left:20pt}a{color:#3344bb}
      img.emoji{height:1.15em;width:1.15em;vertical-align:-0.2em}
      hr{border:0;border-top:.6pt solid #999}sup{font-size:.7em;vertical-align:super}
      """;

  private Pdf() {}

  /** What came of it. */
  public sealed interface Made {
    /** A PDF. */
    final class File implements Made {
      private final byte[] bytes;

      private File(byte[] bytes) {
        this.bytes = bytes;
      }

      /** The whole file. */
      public byte[] bytes() {
        return bytes;
      }
    }

    /** The system's fonts lack too many of its letters. */
    record NoLetters() implements Made {}

    /** It is too long. */
    record TooLong() implements Made {}

    /** Others are being made. */
    record Busy() implements Made {}
  }

  /**
   * Makes one. Takes up to some seconds.
   *
   * @param title plain text, for the reader's window; not shown on the page
   * @param locale the reader's, which decides between shapes of Chinese characters
   */
  public static Made of(Document document, String title, Locale locale) {
    return of(document, title, locale, cluster -> Optional.empty());
  }

  /**
   * {@link #of(Document, String, Locale)} with emoji in colour.
   *
   * @param emoji the picture of what is drawn as one; empty where there is none
   */
  public static Made of(
      Document document,
      String title,
      Locale locale,
      Function<String, Optional<BufferedImage>> emoji) {
    String plain = Fragment.of(document);
    if (plain.length() > LONGEST) {
      return new Made.TooLong();
    }
    try {
      if (!ONE.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        return new Made.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Made.Busy();
    }
    try {
      Formulas formulas = new Formulas();
      return make(new Emoji(emoji).in(formulas.placed(plain)), formulas, title, locale);
    } finally {
      ONE.release();
    }
  }

  private static Made make(String body, Formulas formulas, String title, Locale locale) {
    Script script = Script.of(body, locale);
    if (script.unreadable()) {
      log.warn("No PDF: the system's fonts lack letters. Install fonts such as fonts-noto-cjk.");
      return new Made.NoLetters();
    }
    String head =
        Script.of(title, locale)
            .text()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace("\"", "&quot;");
    return new Made.File(
        render(
            // Without language, title and description it would not be read aloud.
            """
            <html lang="%s"><head><title>%s</title><meta name="description" content="%s"/>\
            <style>%s</style></head><body>%s</body></html>\
            """
                .formatted(
                    locale.toLanguageTag(), head, head, STYLE, formulas.filled(script.text())),
            script));
  }

  /** Of XHTML, which may name what it likes. */
  static byte[] render(String page, Script script) {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    nothingFetched(builder);
    font(builder, "text", 400, FontStyle.NORMAL, script.letters(false, Font.PLAIN));
    font(builder, "text", 700, FontStyle.NORMAL, script.letters(false, Font.BOLD));
    font(builder, "text", 400, FontStyle.ITALIC, script.letters(false, Font.ITALIC));
    font(builder, "mono", 400, FontStyle.NORMAL, script.letters(true, Font.PLAIN));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      builder.withHtmlContent(page, null).withProducer("Switchboard");
      builder.usePdfUaAccessibility(true);
      builder.toStream(bytes).run();
    } catch (IOException e) {
      throw new IllegalStateException("a PDF could not be made", e);
    }
    return bytes.toByteArray();
  }

  private static void nothingFetched(PdfRendererBuilder builder) {
    // Only we write pictures into a page, and only those of emoji and formulas.
    builder.useUriResolver((base, uri) -> uri.startsWith(Emoji.SOURCE) ? uri : null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl(
          (uri, type) -> uri != null && uri.startsWith(Emoji.SOURCE), when);
    }
  }

  private static void font(
      PdfRendererBuilder builder,
      String family,
      int weight,
      FontStyle style,
      SortedMap<Integer, Font> letters) {
    byte[] file = TrueType.of("Switchboard-" + family + weight + style.name(), letters);
    builder.useFont(() -> new ByteArrayInputStream(file), family, weight, style, true);
  }
}
