/**
 * An answer's text while it comes in, and how it is shown meanwhile: in a draft at first, then in
 * messages.
 */
@NullMarked
package io.switchboard.answer.growing;

import org.jspecify.annotations.NullMarked;
