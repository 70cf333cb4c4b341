/**
 * Asks Telegram whether everything is set up: the token, what the bot hears in groups, and what it
 * may do in each chat that the configuration names.
 */
@NullMarked
package io.switchboard.telegram.check;

import org.jspecify.annotations.NullMarked;
