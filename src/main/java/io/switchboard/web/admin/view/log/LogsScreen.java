package io.switchboard.web.admin.view.log;

import io.switchboard.http.Request;
import io.switchboard.logs.LogLevel;
import io.switchboard.logs.LogLine;
import io.switchboard.logs.RecentLogs;
import io.switchboard.web.admin.Part;
import io.switchboard.web.admin.Screen;
import io.switchboard.web.admin.Section;
import io.switchboard.web.admin.Visitor;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code /admin/logs}: the last lines of this process, as they come. They are without secrets and
 * members' texts since they were written.
 */
public final class LogsScreen implements Screen {
  private static final int MOST = 150;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);

  private final RecentLogs logs;
  private final Supplier<Following> following;

  public LogsScreen(RecentLogs logs, Supplier<Following> following) {
    this.logs = logs;
    this.following = following;
  }

  /**
   * Whether the staff channels read along.
   *
   * @param level from which on; {@code off} if they do not
   * @param possible whether there is any such channel
   */
  public record Following(String level, boolean possible) {
    /** Whether they do. */
    public boolean on() {
      return !level.equals("off");
    }
  }

  /**
   * A line.
   *
   * @param look a word for its colour
   */
  public record Line(String at, String look, String source, String text) {}

  @Override
  public Section section() {
    return Section.LOGS;
  }

  @Override
  public List<Part> parts(Visitor visitor, Request request) {
    LogLevel least = request.query("level").flatMap(LogLevel::named).orElse(LogLevel.INFO);
    return List.of(
        new Part("levels", false, "admin/levels", () -> levels(visitor, least)),
        new Part("logs", true, "admin/logs", () -> lines(visitor, least)));
  }

  private Map<String, Object> levels(Visitor visitor, LogLevel least) {
    Map<String, Object> params = new HashMap<>();
    params.put("visitor", visitor);
    params.put("level", word(least));
    params.put("following", following.get());
    return params;
  }

  private Map<String, Object> lines(Visitor visitor, LogLevel least) {
    return Map.of(
        "visitor",
        visitor,
        "lines",
        logs.recent(least, MOST).reversed().stream().map(line -> line(visitor, line)).toList());
  }

  private static Line line(Visitor visitor, LogLine line) {
    return new Line(
        TIME.withZone(visitor.zone()).format(line.at()),
        word(line.level()),
        line.source(),
        line.text());
  }

  private static String word(LogLevel level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
