package io.switchboard.logs;

import java.time.Instant;

/**
 * A line of the log, without secrets.
 *
 * @param number counts up in this process
 * @param source who says it, in short
 * @param text may have several lines, where an exception is told of
 */
public record LogLine(long number, Instant at, LogLevel level, String source, String text) {}
