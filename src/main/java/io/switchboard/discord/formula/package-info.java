/**
 * Formulas as Discord can show them: text where that says the same, else a picture below the
 * message, which goes when the message shows something else.
 */
@NullMarked
package io.switchboard.discord.formula;

import org.jspecify.annotations.NullMarked;
