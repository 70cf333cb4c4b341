/**
 * Formulas in LaTeX as MathML, which browsers show without any script.
 *
 * <ul>
 *   <li>What is written comes from closed tables and from text that is escaped; no command of LaTeX
 *       reaches an attribute. So it may go into a page behind the sanitiser.
 *   <li>What is not understood is not guessed: then there is no MathML, and the source is shown.
 *   <li>Length and nesting are bounded.
 * </ul>
 */
@NullMarked
package io.switchboard.markup.math;

import org.jspecify.annotations.NullMarked;
