/**
 * {@code switchboard check}: everything that the configuration names is asked for real, side by
 * side, and what is found is printed, a line each.
 */
@NullMarked
package io.switchboard.app.check;

import org.jspecify.annotations.NullMarked;
