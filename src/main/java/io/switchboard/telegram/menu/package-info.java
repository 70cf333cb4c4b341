/**
 * The lists of commands that Telegram's apps show: one for everybody, and one in the private chat
 * of each who may do more. What the apps show is decided by Telegram: a chat's own list comes
 * before the one for everybody.
 *
 * <p>Whose chat has a list is in the database, so that it is taken away although the program was
 * not running, or another process, when they lost what it offers.
 */
@NullMarked
package io.switchboard.telegram.menu;

import org.jspecify.annotations.NullMarked;
