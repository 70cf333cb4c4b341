/**
 * Calls of the Bot API and what came of them, and the ids of this platform.
 *
 * <p>Requests are TelegramBots' typed ones. Answers are read as plain JSON: of a sent message only
 * its number matters, and a message that came through must not count as failed because the library
 * cannot read the newest kind of text in the echo of it.
 */
@NullMarked
package io.switchboard.telegram.api;

import org.jspecify.annotations.NullMarked;
