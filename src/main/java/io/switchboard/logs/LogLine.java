package io.switchboard.logs;

import java.time.Instant;

/**
 * A line of the log, without secrets.
 *
 * @param source who says it, in short
 * @param text may have several lines, where an exception is told of
 */
public record LogLine(Instant at, LogLevel level, String source, String text) {}
