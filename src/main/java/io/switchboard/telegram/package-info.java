/**
 * Telegram, through TelegramBots; nobody else sees that library.
 *
 * <ul>
 *   <li>{@code api}: calls and what came of them, ids.
 *   <li>{@code check}: whether everything is set up there.
 *   <li>{@code menu}: the lists of commands that apps show, for everybody and for the staff.
 *   <li>{@code posting}: posts in channels, groups and topics.
 *   <li>{@code receive}: from updates to what happened, none lost.
 *   <li>{@code render}: documents as Telegram shows them.
 *   <li>{@code send}: what is said, and what became of it.
 *   <li>{@code sent}: whether a message was sent whose answer never came.
 *   <li>{@code webhook}: updates that Telegram brings, kept until they are taken.
 * </ul>
 *
 * <p>Telegram has no way to send a message once only, so nothing that may have been done is tried
 * again here.
 */
@NullMarked
package io.switchboard.telegram;

import org.jspecify.annotations.NullMarked;
