/** The chat platforms that are switched on, and which process listens to each. */
@NullMarked
package io.switchboard.app.parts.platforms;

import org.jspecify.annotations.NullMarked;
