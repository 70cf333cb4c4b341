/** The messages that show one answer. */
@NullMarked
package io.switchboard.answer.shown;

import org.jspecify.annotations.NullMarked;
