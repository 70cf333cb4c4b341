/**
 * Answers that are given as a link to a page which fills while they are written, instead of their
 * text or beside it.
 *
 * <p>Decisions that bind it: the page is a share of who asked, live under its link from the first
 * word on and frozen at the end, so that the link never changes; what there is of the answer is
 * written into the database a few times a second, for any process to show. Where the chat shows the
 * link in the place of the text, it is in the answer's own message, with its buttons, and is told
 * there when it ends; where it stands beside the text, it has a message of its own, so that the
 * text stays when the link ends. When its owner ends the link while the answer grows, or there is
 * no page to be had, all of the text is given in the chat.
 */
@NullMarked
package io.switchboard.answer.paged;

import org.jspecify.annotations.NullMarked;
