/** What is said around an answer, in its reader's language. */
@NullMarked
package io.switchboard.answer.words;

import org.jspecify.annotations.NullMarked;
