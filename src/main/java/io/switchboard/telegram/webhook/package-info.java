/**
 * Updates that Telegram brings, on the project's own web server. What was answered is on disk: the
 * update as it came is kept in a table, by whatever process it reached, and the one that listens
 * takes it from there, in the order of Telegram's numbers, by the same way as what is polled.
 * Whoever does not know the secret is turned away; it is made from the bot's token, so that all
 * processes know it and it need not be kept.
 */
@NullMarked
package io.switchboard.telegram.webhook;

import org.jspecify.annotations.NullMarked;
