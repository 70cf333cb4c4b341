/**
 * Telegram, through TelegramBots; nobody else sees that library.
 *
 * <ul>
 *   <li>{@code api}: calls and what came of them, ids.
 *   <li>{@code menu}: the lists of commands that apps show, for everybody and for the staff.
 *   <li>{@code receive}: from updates to what happened, none lost.
 *   <li>{@code render}: documents as Telegram shows them.
 *   <li>{@code send}: what is said, and what became of it.
 * </ul>
 *
 * <p>Telegram has no way to send a message once only, so nothing that may have been done is tried
 * again here.
 */
@NullMarked
package io.switchboard.telegram;

import org.jspecify.annotations.NullMarked;
