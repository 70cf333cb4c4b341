/** What the model is told, within its window. */
@NullMarked
package io.switchboard.answer.prompt;

import org.jspecify.annotations.NullMarked;
