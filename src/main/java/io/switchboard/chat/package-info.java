/**
 * The words every room shares about chat platforms, and the ports between them and the rest.
 *
 * <p>An adapter calls {@link io.switchboard.chat.event.Inbox} with what happened and implements
 * {@link io.switchboard.chat.message.Messenger} for what is to be said. Ids are opaque: a
 * platform's name, a colon, and a rest that only that platform's adapter parses.
 */
@NullMarked
package io.switchboard.chat;

import org.jspecify.annotations.NullMarked;
