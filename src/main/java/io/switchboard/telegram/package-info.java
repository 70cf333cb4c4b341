/** Telegram, through TelegramBots; nobody else sees that library. */
@NullMarked
package io.switchboard.telegram;

import org.jspecify.annotations.NullMarked;
