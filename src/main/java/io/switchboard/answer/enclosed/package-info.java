/**
 * The files of a conversation's questions, in what a model is told.
 *
 * <p>Decisions that bind it: text files stand in the question as fenced blocks under their names,
 * so that any model can read them; pictures go along with it. Of earlier questions, only the
 * pictures of the latest two are sent again, as each costs as much as a page of text; the others
 * are named. What cannot be given is named with the reason, so that the model does not guess.
 */
@NullMarked
package io.switchboard.answer.enclosed;

import org.jspecify.annotations.NullMarked;
