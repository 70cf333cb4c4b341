/**
 * Answers that are too long for a chat: the first part stays there, the whole goes on a page and
 * into a file.
 *
 * <p>Decisions that bind it: the page is a link of the one who asked, made as {@code /share} makes
 * it with the defaults of its settings, for nobody but who has the link; it stands in a message of
 * its own, with the file where the platform takes files, and is told there when it ends, as any
 * link is. There is no preview to confirm: what is on the page was said in the same place. Where
 * neither a page nor a file can be had, all stays in the chat. After a crash in the moment of
 * sending, the message may come twice: rather that than never.
 */
@NullMarked
package io.switchboard.answer.whole;

import org.jspecify.annotations.NullMarked;
