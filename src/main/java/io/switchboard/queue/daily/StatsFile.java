package io.switchboard.queue.daily;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums as CSV, as RFC 4180 has it, which every spreadsheet reads. */
public final class StatsFile {
  /** By which spreadsheets see that it is UTF-8. */
  private static final String MARK = "\uFEFF";

  private static final List<String> HEAD =
      List.of(
          "day",
          "by",
          "id",
          "name",
          "answered",
          "failed",
          "conversations",
          "tokens_in",
          "tokens_out",
          "money",
          "currency",
          "average_wait_seconds",
          "average_answer_seconds");

  /**
   * What begins one, in either width of its sign; not only at the beginning of a cell, since where
   * people write decimals with a comma, spreadsheets part cells by other signs.
   *
   * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a>
   */
  private static final Pattern FORMULA = Pattern.compile("((?:^|[,;|\"\\s])\\s*)(?=[=+\\-@＝＋－＠])");

  private StatsFile() {}

  /**
   * Writes it.
   *
   * @param names what somebody of a row is called
   * @param currency of the money
   */
  public static byte[] of(
      List<Statistics.Row> rows, Function<Statistics.Row, String> names, String currency) {
    return Stream.concat(
            Stream.of(line(HEAD.stream())),
            rows.stream().map(row -> line(cells(row, names.apply(row), currency))))
        .collect(Collectors.joining("", MARK, ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<String> cells(Statistics.Row row, String name, String currency) {
    Sums sums = row.sums();
    return Stream.of(
        row.day().toString(),
        row.by() == By.ALL ? "all" : row.by().name().toLowerCase(Locale.ROOT),
        row.name(),
        name,
        "" + sums.requests(),
        "" + sums.failed(),
        "" + sums.conversations(),
        "" + sums.tokensIn(),
        "" + sums.tokensOut(),
        BigDecimal.valueOf(sums.money(), 6).toPlainString(),
        currency,
        sums.averageWait().map(wait -> seconds(wait.toMillis())).orElse(""),
        sums.averageAnswer().map(answer -> seconds(answer.toMillis())).orElse(""));
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }

  private static String line(Stream<String> cells) {
    return cells.map(StatsFile::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /**
   * Quoted where it has to be. People choose their names, and places and models have some, too:
   * what a spreadsheet would take for a formula gets an apostrophe.
   */
  private static String cell(String text) {
    String safe = FORMULA.matcher(text).replaceAll("$1'");
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
