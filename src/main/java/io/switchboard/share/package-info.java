/** Links: frozen copies with an end. */
@NullMarked
package io.switchboard.share;

import org.jspecify.annotations.NullMarked;
