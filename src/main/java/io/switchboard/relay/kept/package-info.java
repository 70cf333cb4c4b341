/** The rows of linked places and of copies. */
@NullMarked
package io.switchboard.relay.kept;

import org.jspecify.annotations.NullMarked;
