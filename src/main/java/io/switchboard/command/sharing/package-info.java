/**
 * Sharing, as it looks in a chat: preview, confirmation, the message that carries the link, and
 * what becomes of that message when the link ends.
 */
@NullMarked
package io.switchboard.command.sharing;

import org.jspecify.annotations.NullMarked;
