/**
 * What admins can do, by whom, to whom, and what came of it: said, not done. {@link
 * io.switchboard.act.Acts} does it.
 */
@NullMarked
package io.switchboard.act.deed;

import org.jspecify.annotations.NullMarked;
