/**
 * Asks Discord whether everything is set up: the token, the intents, and what the bot may do in
 * each channel that the configuration names. By plain calls and a short visit to the gateway,
 * without JDA, which would wait and try again where somebody waits to be told.
 */
@NullMarked
package io.switchboard.discord.check;

import org.jspecify.annotations.NullMarked;
