/**
 * Sanitised HTML made ready to be read: directions, headings, formulas, boxes that scroll. Nothing
 * here undoes what the sanitiser did; what is added is made of constants, of numbers and of
 * formulas as {@link io.switchboard.markup.math} writes them.
 */
@NullMarked
package io.switchboard.web.prose;

import org.jspecify.annotations.NullMarked;
