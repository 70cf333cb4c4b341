/** How instants are written to both databases and read back the same. */
@NullMarked
package io.switchboard.db.time;

import org.jspecify.annotations.NullMarked;
