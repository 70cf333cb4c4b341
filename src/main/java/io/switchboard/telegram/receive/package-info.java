/**
 * From Telegram's updates to what happened, none lost: an update is confirmed only once the inbox
 * has stored it, and it is known again by its number.
 */
@NullMarked
package io.switchboard.telegram.receive;

import org.jspecify.annotations.NullMarked;
