package io.switchboard.staff;

import io.switchboard.logs.LogLine;
import io.switchboard.markup.Block;
import io.switchboard.markup.Document;
import io.switchboard.markup.Inline;
import io.switchboard.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of the log as a message. */
public final class LogWords {
  /** What every platform shows in one message. */
  private static final int MOST = 1700;

  private static final int LONGEST_LINE = 400;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Texts texts;
  private final Locale language;
  private final ZoneId zone;
  private final String process;

  /**
   * @param zone of the times
   * @param process stands before each line; empty where there is only one
   */
  public LogWords(Texts texts, Locale language, ZoneId zone, String process) {
    this.texts = texts;
    this.language = language;
    this.zone = zone;
    this.process = process;
  }

  /**
   * As many of these as one message shows.
   *
   * @param missed so many before them are not there any more
   */
  public Document batch(List<LogLine> lines, long missed) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (LogLine line : lines) {
      String written = written(line);
      if (text.length() + written.length() > MOST) {
        break;
      }
      text.append(written).append('\n');
      shown++;
    }
    Document code = new Document(List.of(new Block.Code("", text.toString())));
    long left = missed + lines.size() - shown;
    return left == 0 ? code : code.and(plain(texts.say(language, "logs.more", left)));
  }

  /** The newest of these that fit into so many messages, in one document. */
  public Document all(List<LogLine> lines, int characters) {
    List<String> written = new ArrayList<>();
    int length = 0;
    for (LogLine line : lines.reversed()) {
      String one = written(line);
      length += one.length() + 1;
      if (length > characters) {
        break;
      }
      written.addFirst(one);
    }
    return new Document(List.of(new Block.Code("", String.join("\n", written) + "\n")));
  }

  private String written(LogLine line) {
    String text =
        TIME.format(line.at().atZone(zone))
            + (process.isEmpty() ? "" : " " + process)
            + " "
            + line.level()
            + " "
            + line.source()
            + " "
            + line.text().replace('\n', ' ');
    return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "…" : text;
  }

  private static Document plain(String text) {
    return new Document(List.of(new Block.Paragraph(List.of(new Inline.Text(text)))));
  }
}
