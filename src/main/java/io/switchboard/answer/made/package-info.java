/**
 * One claimed wish for a picture, or to hear an answer, becomes one file in the chat. It is stored
 * with the request once it is shown; an attempt that dies before that makes it again, as it is kept
 * nowhere else.
 */
@NullMarked
package io.switchboard.answer.made;

import org.jspecify.annotations.NullMarked;
