/**
 * The lists of commands that Telegram's apps show: one for everybody, and lists of their own for
 * those who may do more: in their private chats and in those where the staff reads. Those who read
 * traditional Chinese, or chose another language than their app's, have their own, too, since
 * Telegram knows languages by two letters. What the apps show is decided by Telegram: somebody's
 * own list comes before the one for everybody.
 *
 * <p>Who has a list where is in the database, so that it is taken away although the program was not
 * running, or another process, when they lost what it offers.
 */
@NullMarked
package io.switchboard.telegram.menu;

import org.jspecify.annotations.NullMarked;
