/**
 * Whom the model can be told to be: Markdown files in the configuration's folder {@code personas}.
 *
 * <p>Decisions that bind it: the file's name is the persona's name, so that a conversation can keep
 * it and people can type it; files are read strictly, at the start; a persona that is gone is as if
 * none were chosen.
 */
@NullMarked
package io.switchboard.persona;

import org.jspecify.annotations.NullMarked;
